package org.plimsoll.app.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.report.markup.ListCitations;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Grade;

/**
 * The last section: every source once, with what was read in it and where it is cited, so that a
 * printed page can be checked too.
 *
 * @param numbering of the page, after everything else is written
 * @param datasets that the world names, for publisher, licence and citation
 */
record SourceList(Numbering numbering, List<Evidence.Dataset> datasets) {
  /** A table of trade may be cited by a thousand rows; whoever wants each has the plan's tables. */
  private static final int LOCATORS_NAMED = 16;

  Markup markup() {
    if (numbering.listEntries().isEmpty()) {
      return Tag.of("p").text("No source is cited on this page.").markup();
    }
    Tag list = Tag.of("ol", "sources");
    numbering.listEntries().forEach(entry -> list.add(item(entry)));
    return Markup.of(grades(), list.markup());
  }

  private Markup grades() {
    List<String> counts = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      int count = numbering.gradeCounts().getOrDefault(grade, 0);
      counts.add(NumberText.plain(count, 17) + " of grade " + grade);
    }
    return Tag.of("p")
        .text("Numbers with a source in the text and tables: " + String.join(", ", counts) + ".")
        .markup();
  }

  private Tag item(Numbering.Entry entry) {
    Tag item = Tag.of("li").with("id", ListCitations.sourceId(entry.number()));
    Optional<Evidence.Dataset> known =
        datasets.stream()
            .filter(d -> d.id().equals(entry.dataset()) && d.edition().equals(entry.edition()))
            .findFirst();
    item.add(Tag.of("p", "cite").add(heading(entry, known)));
    List<String> all = List.copyOf(entry.locators());
    int more = all.size() - LOCATORS_NAMED;
    String locators =
        String.join("; ", all.subList(0, Math.min(LOCATORS_NAMED, all.size())))
            + (more > 0 ? "; and " + NumberText.plain(more, 17) + " more" : "");
    item.add(Tag.of("p", "where").add(Tag.of("b").text("Read: ")).text(locators));
    return item.add(CitedIn.of(entry.places()).markup());
  }

  private static Markup heading(Numbering.Entry entry, Optional<Evidence.Dataset> known) {
    String id = entry.dataset() + ", edition " + entry.edition();
    return known
        .map(d ->
            Markup.of(
                Markup.text(d.citation().isBlank() ? d.publisher() : d.citation()),
                Tag.of("span", "soft").text(" " + id + ". Licence: " + d.licence()).markup()))
        .orElse(Markup.text(id));
  }
}
