package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.report.drawing.HeatMap;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Note;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.plan.ActionPlan.Leverage;
import org.plimsoll.planner.plan.ActionPlan.LeverageCell;
import org.plimsoll.planner.plan.ActionPlan.MemberLoss;
import org.plimsoll.planner.plan.Result;

/** What each exporter could do to the alliance by stopping each product. */
record LeverageSection(Wording words) {
  private static final int STOPS = 40;
  private static final int MEMBER_ROWS = 60;

  /** Rows and columns of the matrix: as many as a page takes. */
  private static final int EXPORTERS = 14;

  /** Below this a cell of the matrix says 0: it would say 0.0 at the precision of its column. */
  private static final double LEAST_USD = 50_000;

  Section section() {
    Leverage leverage = words.plan().leverage();
    if (leverage.cells().isEmpty()) {
      return Section.of(
          "leverage", "Who has leverage over whom", Paragraph.text("No stop was solved."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "Each cell is a case of its own: one exporter stops one product to all members for a"
                + " year, all else as it is. It says what could be done, not what is meant."));
    blocks.add(Wording.figure(matrix(leverage), caption(leverage)));
    if (leverage.cells().stream().anyMatch(LeverageCell::atCeiling)) {
      blocks.add(
          Note.of(
              "At the assumed ceiling",
              Inline.text(
                  "Where a shortage remains, the price that would clear the market is not known."
                      + " The model then counts each missing tonne at an assumed ceiling. What use"
                      + " gives up before that price is reached is not counted as unserved, so"
                      + " less arrives than the share unserved alone would say. Losses"
                      + " there are lower bounds, the ceiling is no forecast of a price, and the"
                      + " rows below are sorted by shortage.")));
    }
    List<LeverageCell> sorted = leverage.cells().stream().sorted(byShortage()).toList();
    blocks.addAll(
        PlanTables.LEVERAGE.shown(words, "Stops, the largest shortage first", sorted, STOPS));
    blocks.addAll(byMember(sorted));
    return new Section("leverage", "Who has leverage over whom", blocks);
  }

  private String caption(Leverage leverage) {
    String more =
        leverage.exporters().size() > EXPORTERS
            ? " The %d exporters with the most leverage are shown.".formatted(EXPORTERS)
            : "";
    boolean hasGain = leverage.cells().stream().anyMatch(c -> c.loss().isBelow(-LEAST_USD));
    return "Loss of all members together, USD m a year. Each cell leads to how it was computed."
        + (hasGain
            ? " Below 0 the members gain in all: their own makers sell dearer by more than their"
                + " users lose, who still go short. Who sells and who goes short are seldom the"
                + " same."
            : "")
        + more;
  }

  private HeatMap matrix(Leverage leverage) {
    List<String> exporters =
        leverage.exporters().subList(0, Math.min(EXPORTERS, leverage.exporters().size()));
    List<ProductId> products =
        leverage.products().stream()
            .filter(product ->
                leverage.cells().stream()
                    .anyMatch(c -> c.product().equals(product) && exporters.contains(c.exporter())))
            .toList();
    List<HeatMap.Row> rows =
        exporters.stream()
            .map(exporter ->
                new HeatMap.Row(
                    words.name(exporter),
                    products.stream()
                        .map(product -> find(leverage, exporter, product).flatMap(this::cell))
                        .toList()))
            .toList();
    return new HeatMap(
        "What one stop would cost the alliance, by exporter and product",
        Unit.USD_MILLION,
        "exporter that stops",
        products.stream().map(words::product).toList(),
        rows,
        "no such trade, or not solved: the table below says which");
  }

  private Optional<HeatMap.Cell> cell(LeverageCell cell) {
    return cell.loss()
        .find()
        .map(loss ->
            new HeatMap.Cell(
                Math.abs(loss.central()) < LEAST_USD ? 0 : loss.central(),
                words.drawn(loss, cell.product()),
                Wording.isAtLeast(loss),
                words.origin(loss)));
  }

  private static Optional<LeverageCell> find(
      Leverage leverage, String exporter, ProductId product) {
    return leverage.cells().stream()
        .filter(c -> c.exporter().equals(exporter) && c.product().equals(product))
        .findFirst();
  }

  private static Comparator<LeverageCell> byShortage() {
    return Comparator.comparing(LeverageCell::unservedShare, Result::largestFirst)
        .thenComparing(LeverageCell::loss, Result::largestFirst)
        .thenComparing(LeverageCell::exporter)
        .thenComparing(LeverageCell::product);
  }

  private List<Block> byMember(List<LeverageCell> sorted) {
    List<Part<LeverageCell, MemberLoss>> rows =
        Part.list(sorted, LeverageCell::byMember).stream()
            .filter(row -> !row.it().loss().find().map(f -> f.central() == 0).orElse(false))
            .sorted(Comparator.comparing(row -> row.it().unservedShare(), Result::largestFirst))
            .toList();
    return rows.isEmpty()
        ? List.of()
        : PlanTables.LEVERAGE_BY_MEMBER.shown(
            words, "The same by member, the largest shortage first", rows, MEMBER_ROWS);
  }
}
