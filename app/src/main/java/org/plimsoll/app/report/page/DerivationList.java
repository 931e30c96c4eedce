package org.plimsoll.app.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.app.report.markup.ListCitations;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.model.provenance.Source;

/**
 * How numbers of the page were computed: each way once, with the rows and parameters it started
 * from and the page that gives its formula. A plan has hundreds, so each takes a line or two.
 *
 * @param numbering of the page, after the sections are written
 */
record DerivationList(Numbering numbering) {
  /** Of more only the number: a chain rests on hundreds of rows, and plan.json names each. */
  private static final int LOCATORS_NAMED = 3;

  Markup markup() {
    numbering.enter("computed", "How it was computed");
    Tag list = Tag.of("ol", "computed");
    // Copied, since writing an item cites sources.
    for (Numbering.Derivation derivation : List.copyOf(numbering.listDerivations())) {
      list.add(item(derivation));
    }
    String mark = Numbering.DERIVED;
    Tag intro =
        Tag.of("p")
            .text(
                "A number marked %s1, %s2, … was computed by the model. This list says from what:"
                        .formatted(mark, mark)
                    + " datasets with what was read in them, solved cases, parameters. The last"
                    + " words name the page of docs/method, in the program's folder, that gives"
                    + " the formula.");
    return Markup.of(intro.markup(), list.markup());
  }

  private Tag item(Numbering.Derivation derivation) {
    numbering.enterRow(Numbering.DERIVED + derivation.number());
    Map<String, List<Source>> datasets = new LinkedHashMap<>();
    for (Source source : derivation.listSources()) {
      datasets
          .computeIfAbsent(source.dataset() + "@" + source.edition(), key -> new ArrayList<>())
          .add(source);
    }
    List<String> methods = derivation.listMethods();
    List<Markup> parts = new ArrayList<>();
    derivation.listOthers().forEach(text -> parts.add(Markup.text(text)));
    datasets.values().forEach(sources -> parts.add(dataset(sources)));
    Tag item = Tag.of("li").with("id", ListCitations.derivedId(derivation.number()));
    for (int i = 0; i < parts.size(); i++) {
      item.text(i == 0 ? "" : "; ").add(parts.get(i));
    }
    if (!methods.isEmpty()) {
      item.text(parts.isEmpty() ? "" : ". ");
      item.add(Tag.of("span", "soft").text("Method: " + String.join(", ", methods)));
    }
    return item;
  }

  /** A dataset and what was read in it. */
  private Markup dataset(List<Source> sources) {
    Source first = sources.getFirst();
    List<String> locators = sources.stream().map(Source::locator).toList();
    String read =
        locators.size() <= LOCATORS_NAMED
            ? " " + String.join(", ", locators)
            : ": " + locators.size() + " rows";
    return Markup.of(Markup.text(first.dataset()), numbering.marks(sources), Markup.text(read));
  }
}
