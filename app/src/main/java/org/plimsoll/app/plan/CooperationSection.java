package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.Block;
import org.plimsoll.app.report.Inline;
import org.plimsoll.app.report.Paragraph;
import org.plimsoll.app.report.Section;
import org.plimsoll.app.report.Table;
import org.plimsoll.app.report.Unit;
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
            Table.Column.words("who makes it too"),
            Table.Column.numbers("output, t a year"),
            Table.Column.words("tie to the alliance"));
    blocks.addAll(
        Rows.first(
            ROWS,
            "Possible suppliers by product and member",
            columns,
            all,
            this::row,
            "cooperation"));
    return new Section("cooperation", "Who could supply whom", blocks);
  }

  private Table.Row row(Cooperation c) {
    return Table.Row.of(
        Inline.text(c.name()),
        Inline.text(words.name(c.member())),
        Inline.text(words.name(c.firstSupplier())),
        words.cell(c.fromFirstSupplier(), Unit.TONNES, c.product()),
        Inline.text(words.name(c.partner())),
        words.cell(c.partnerOutput(), Unit.TONNES, c.product()),
        Inline.text(c.relation()));
  }
}
