package org.plimsoll.app.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How numbers of the page were computed: each way once, with the rows and parameters it started
 * from and the page that gives its formula.
 *
 * @param numbering of the page, after the sections are written
 */
record DerivationList(Numbering numbering) {
  private static final String METHOD = "docs/method/";

  Markup markup() {
    numbering.enter("computed", "How it was computed");
    List<Numbering.Derivation> all = new ArrayList<>(numbering.listDerivations());
    Tag list = Tag.of("ol", "sources computed");
    all.forEach(derivation -> list.add(item(derivation)));
    Tag intro =
        Tag.of("p")
            .text(
                "A number marked "
                    + Numbering.DERIVED
                    + "1, "
                    + Numbering.DERIVED
                    + "2, … was computed by the model. This list says from what; the method pages"
                    + " named here give the formulas and come with the program.");
    return Markup.of(intro.markup(), list.markup());
  }

  private Tag item(Numbering.Derivation derivation) {
    numbering.enterRow(Numbering.DERIVED + derivation.number());
    List<Markup> pages = new ArrayList<>();
    List<Markup> inputs = new ArrayList<>();
    for (String part : derivation.from()) {
      if (part.startsWith(METHOD)) {
        pages.add(Tag.of("code").text(part).markup());
      } else {
        inputs.add(input(part));
      }
    }
    Tag item = Tag.of("li").with("id", Numbering.derivedId(derivation.number()));
    item.add(line("From: ", inputs));
    item.add(line("Method: ", pages));
    return item.add(CitedIn.of(derivation.places()).markup());
  }

  private static Markup line(String label, List<Markup> parts) {
    if (parts.isEmpty()) {
      return Markup.NONE;
    }
    Tag line = Tag.of("p", "where").add(Tag.of("b").text(label));
    for (int i = 0; i < parts.size(); i++) {
      line.text(i == 0 ? "" : "; ").add(parts.get(i));
    }
    return line.markup();
  }

  private Markup input(String part) {
    return Origin.findSource(part)
        .map(s ->
            Markup.of(
                Markup.text(s.dataset() + " " + s.edition() + ", " + s.locator()),
                numbering.marks(List.of(s))))
        .orElseGet(() -> Markup.text(part));
  }
}
