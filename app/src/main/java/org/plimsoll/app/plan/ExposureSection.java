package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.app.report.drawing.BarTable;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.planner.plan.ActionPlan.Exposure;

/** Who depends on whom, and how long private stocks last. */
record ExposureSection(Wording words) {
  private static final int BARS = 24;
  private static final int ROWS = 60;

  Section section() {
    List<Exposure> all = words.plan().exposure();
    if (all.isEmpty()) {
      return Section.of(
          "exposure",
          "Who depends on whom",
          Paragraph.text("No product was solved for a member of the alliance."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "For each member and product: how much of its use comes from abroad, from whom first,"
                + " and what happens if that supplier stops. Days count until private stocks, at"
                + " their assumed size, are used up and use begins to stop."));
    blocks.addAll(cover(all));
    blocks.addAll(
        Rows.first(
            ROWS,
            "Dependence by member and product: the largest shortage first, then the largest share"
                + " of one supplier",
            columns(),
            all.stream().sorted(mostDependent()).toList(),
            this::row,
            "exposure"));
    return new Section("exposure", "Who depends on whom", blocks);
  }

  private static Comparator<Exposure> mostDependent() {
    return Comparator.comparingDouble((Exposure e) -> -e.unservedShare().central())
        .thenComparingDouble(e -> -e.firstShare().central())
        .thenComparing(Exposure::product)
        .thenComparing(Exposure::member);
  }

  private List<Block> cover(List<Exposure> all) {
    List<BarTable.Row> bars =
        all.stream()
            .filter(e -> e.daysUntilUseStops().isPresent())
            .sorted(
                Comparator.comparingDouble(
                        (Exposure e) -> e.daysUntilUseStops().orElseThrow().central())
                    .thenComparing(e -> e.product())
                    .thenComparing(Exposure::member))
            .limit(BARS)
            .map(e ->
                new BarTable.Row(
                    e.name() + ", " + words.name(e.member()),
                    words.num(e.daysUntilUseStops().orElseThrow(), Unit.NONE, e.product()),
                    "if " + words.name(e.firstSupplier()) + " stops"))
            .toList();
    if (bars.isEmpty()) {
      return List.of(
          Paragraph.text(
              "No member's use stops when its first supplier does: others make up for it."));
    }
    BarTable drawing =
        new BarTable(
            "Days until use begins to stop, shortest first",
            "product and member",
            "days",
            "event",
            Tone.BLUE,
            bars);
    return List.of(
        Wording.figure(
            drawing,
            "Only products of which some use would go unserved. Whiskers: the range over draws."));
  }

  private static List<Table.Column> columns() {
    return List.of(
        Table.Column.words("product"),
        Table.Column.words("member"),
        Table.Column.numbers("use, t a year"),
        Table.Column.numbers("net imports, % of use"),
        Table.Column.numbers("HHI of sources"),
        Table.Column.words("first supplier"),
        Table.Column.numbers("its share of use"),
        Table.Column.numbers("unserved if it stops"),
        Table.Column.numbers("days until then"));
  }

  private Table.Row row(Exposure e) {
    String indicative = e.tier() == Tier.INDICATIVE ? " (indicative)" : "";
    return Table.Row.of(
        Inline.text(e.name() + indicative),
        Inline.text(words.name(e.member())),
        words.cell(e.use(), Unit.TONNES, e.product()),
        words.cell(e.importReliance(), Unit.PERCENT, e.product()),
        words.cell(e.sourcingHhi(), Unit.NONE, e.product()),
        Inline.text(words.name(e.firstSupplier())),
        words.cell(e.firstShare(), Unit.PERCENT, e.product()),
        words.cell(e.unservedShare(), Unit.PERCENT, e.product()),
        words.cell(e.daysUntilUseStops(), Unit.NONE, e.product(), "none stops"));
  }
}
