package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.app.report.drawing.BarTable;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.plan.ActionPlan.Exposure;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Result;

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
        PlanTables.EXPOSURE.shown(
            words,
            "Dependence by member and product: the most use given up first, then the largest share"
                + " of one supplier",
            all.stream().sorted(mostDependent()).toList(),
            ROWS));
    return new Section("exposure", "Who depends on whom", blocks);
  }

  private static Comparator<Exposure> mostDependent() {
    return Comparator.comparing(Exposure::useGivenUp, Result::largestFirst)
        .thenComparing(Exposure::firstShare, Result::largestFirst)
        .thenComparing(Exposure::product)
        .thenComparing(Exposure::member);
  }

  private List<Block> cover(List<Exposure> all) {
    List<BarTable.Row> bars =
        all.stream()
            .sorted(
                Comparator.comparing(Exposure::daysUntilUseStops, Result::smallestFirst)
                    .thenComparing(Exposure::product)
                    .thenComparing(Exposure::member))
            .flatMap(e -> e.daysUntilUseStops().find().stream().map(days -> bar(e, days)))
            .limit(BARS)
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

  private BarTable.Row bar(Exposure e, Figure days) {
    return new BarTable.Row(
        e.name() + ", " + words.name(e.member()),
        words.num(days, Unit.NONE, e.product()),
        "if " + words.name(e.firstSupplier()) + " stops");
  }
}
