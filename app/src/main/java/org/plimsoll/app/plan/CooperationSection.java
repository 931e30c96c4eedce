package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.plan.ActionPlan.Cooperation;

/** Who could supply whom instead of the first foreign supplier. */
record CooperationSection(Wording words) {
  private static final int ROWS = 60;

  Section section() {
    List<Cooperation> all = words.plan().cooperation();
    if (all.isEmpty()) {
      return Section.of(
          "cooperation",
          "Who could supply whom",
          Paragraph.text("No other maker was found for what members take from one supplier."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "Beside what each member takes from its first foreign supplier stands who else makes"
                + " the product, and how that country is tied to the alliance. Output is what"
                + " is made today for all buyers, not what is free to be sold."));
    List<List<Cooperation>> needs = needs(all);
    List<List<Cooperation>> shown = needs.subList(0, Math.min(ROWS, needs.size()));
    blocks.add(
        Table.draft("Possible suppliers by product and member", shown)
            .words("product", need -> need.getFirst().name())
            .words("member", need -> words.name(need.getFirst().member()))
            .words("first supplier", need -> words.name(need.getFirst().firstSupplier()))
            .with(Table.Column.numbers("taken from it, t a year"), need -> taken(need.getFirst()))
            .with(
                Table.Column.sentences("who makes it too: output, t a year (tie to the alliance)"),
                this::makers)
            .table());
    if (shown.size() < needs.size()) {
      blocks.add(
          Paragraph.text(
              "The first %d of %d; all are in tables/cooperation.csv."
                  .formatted(shown.size(), needs.size())));
    }
    return new Section("cooperation", "Who could supply whom", blocks);
  }

  /** What a member takes from its first supplier, and everyone who makes it too. */
  private static List<List<Cooperation>> needs(List<Cooperation> all) {
    Map<String, List<Cooperation>> needs = new LinkedHashMap<>();
    for (Cooperation c : all) {
      needs
          .computeIfAbsent(
              c.product() + "|" + c.member() + "|" + c.firstSupplier(), key -> new ArrayList<>())
          .add(c);
    }
    return List.copyOf(needs.values());
  }

  private Inline taken(Cooperation first) {
    return words.cell(first.fromFirstSupplier(), Unit.TONNES, first.product());
  }

  private Inline makers(List<Cooperation> need) {
    List<Inline> makers = new ArrayList<>();
    for (Cooperation c : need) {
      makers.add(Inline.text((makers.isEmpty() ? "" : "; ") + words.name(c.partner()) + " "));
      makers.add(words.cell(c.partnerOutput(), Unit.TONNES, c.product()));
      makers.add(Inline.text(" (" + c.relation() + ")"));
    }
    return new Inline.Run(makers);
  }
}
