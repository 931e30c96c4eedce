package org.plimsoll.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final int ROWS_NAMED = 8;

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
    Tag item = Tag.of("li").with("id", "src-" + entry.number());
    Optional<Evidence.Dataset> known =
        datasets.stream()
            .filter(d -> d.id().equals(entry.dataset()) && d.edition().equals(entry.edition()))
            .findFirst();
    item.add(Tag.of("p", "cite").add(heading(entry, known)));
    String locators = String.join("; ", entry.locators());
    item.add(Tag.of("p", "where").add(Tag.of("b").text("Read: ")).text(locators));
    Tag cited = Tag.of("p", "where").add(Tag.of("b").text("Cited in: "));
    boolean isFirst = true;
    for (Map.Entry<Numbering.Place, List<String>> place : entry.places().entrySet()) {
      cited.text(isFirst ? "" : "; ");
      cited.add(
          Tag.of("a").with("href", "#" + place.getKey().anchor()).text(place.getKey().label()));
      cited.text(rows(place.getValue()));
      isFirst = false;
    }
    return item.add(cited);
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

  private static String rows(List<String> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    int more = rows.size() - ROWS_NAMED;
    String named = String.join(", ", rows.subList(0, Math.min(ROWS_NAMED, rows.size())));
    return " (" + named + (more > 0 ? " and " + more + " more" : "") + ")";
  }
}
