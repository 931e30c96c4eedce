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
    List<Table.Column> columns =
        List.of(
            Table.Column.words("product"),
            Table.Column.words("member"),
            Table.Column.words("first supplier"),
            Table.Column.numbers("taken from it, t a year"),
            Table.Column.sentences("who makes it too: output, t a year (tie to the alliance)"));
    List<List<Cooperation>> needs = needs(all);
    List<List<Cooperation>> shown = needs.subList(0, Math.min(ROWS, needs.size()));
    blocks.add(
        new Table(
            "Possible suppliers by product and member",
            columns,
            shown.stream().map(this::row).toList()));
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

  private Table.Row row(List<Cooperation> need) {
    Cooperation first = need.getFirst();
    List<Inline> makers = new ArrayList<>();
    for (Cooperation c : need) {
      makers.add(Inline.text((makers.isEmpty() ? "" : "; ") + words.name(c.partner()) + " "));
      makers.add(words.cell(c.partnerOutput(), Unit.TONNES, c.product()));
      makers.add(Inline.text(" (" + c.relation() + ")"));
    }
    return Table.Row.of(
        Inline.text(first.name()),
        Inline.text(words.name(first.member())),
        Inline.text(words.name(first.firstSupplier())),
        words.cell(first.fromFirstSupplier(), Unit.TONNES, first.product()),
        new Inline.Run(makers));
  }
}
