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
  private static final int STOPS = 25;
  private static final int ACCOUNTS = 12;
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
            "Each stop is a case of its own: one exporter stops one product for a year, to the"
                + " alliance alone and to everybody, on top of what is in force. It says what could"
                + " be done, not what is meant. Nearly every control of the past was to everybody;"
                + " one to the alliance alone is gone round by way of the third country that buys"
                + " most, up to a share of what is lost and for a premium."));
    blocks.add(Wording.figure(matrix(leverage), caption(leverage)));
    if (leverage.cells().stream().anyMatch(c -> c.toAlliance().atCeiling())) {
      blocks.add(
          Note.of(
              "At the assumed ceiling",
              Inline.text(
                  "Where a shortage remains, the price that would clear the market is not known."
                      + " The model then counts each missing tonne at an assumed ceiling. Losses"
                      + " there are lower bounds, and the ceiling is no forecast of a price.")));
    }
    List<LeverageCell> sorted = leverage.cells().stream().sorted(byExpected()).toList();
    blocks.add(
        Paragraph.text(
            "Losses are whole: against the year that prices are of, along the chain of the product."
                + " Use given up counts what ends as the price rises and what goes unserved. Prices"
                + " hold the error of the model beside the draws: at 80% times or divided by "
                + errorFactor(leverage)
                + ". Value added at risk of the sectors that use a product is an order of"
                + " magnitude: at 80% times or divided by 7. It is no part of any loss."));
    blocks.addAll(
        StopTables.LEVERAGE.shown(
            words,
            "Stops, the largest value added at risk times its chance first, then the largest loss"
                + " of users",
            StopTables.cards(sorted),
            2 * STOPS,
            StopTables.CARD));
    blocks.addAll(
        StopTables.LEVERAGE.shown(
            words,
            "The same: three prices, who else gains and loses, and what is further to what is in"
                + " force",
            StopTables.cards(sorted),
            2 * ACCOUNTS,
            StopTables.ACCOUNTS));
    blocks.addAll(byMember(sorted));
    return new Section("leverage", "Who has leverage over whom", blocks);
  }

  private String caption(Leverage leverage) {
    String more =
        leverage.exporters().size() > EXPORTERS
            ? " The %d exporters with the most leverage are shown.".formatted(EXPORTERS)
            : "";
    return "What users of all members lose if it stops to them, USD m a year. Each cell leads to"
        + " how it was computed."
        + more;
  }

  /** By what the error of the model multiplies and divides a price; words if none was solved. */
  private static String errorFactor(Leverage leverage) {
    return leverage.cells().stream()
        .flatMap(cell -> cell.toAlliance().prices().alliance().find().stream())
        .findFirst()
        .map(Wording::errorFactor)
        .orElse("more than is known");
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
        "What one stop would cost the alliance's users, by exporter and product",
        Unit.USD_MILLION,
        "exporter that stops",
        products.stream().map(words::product).toList(),
        rows,
        "no such trade, or not solved: the table below says which");
  }

  private Optional<HeatMap.Cell> cell(LeverageCell cell) {
    return cell.toAlliance()
        .usersLoss()
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

  /** Value added at risk times its chance; what has neither by what users lose. */
  private static Comparator<LeverageCell> byExpected() {
    return Comparator.comparing(LeverageCell::expectedAtRisk, Result::largestFirst)
        .thenComparing(cell -> cell.toAlliance().usersLoss(), Result::largestFirst)
        .thenComparing(cell -> cell.toAll().usersLoss(), Result::largestFirst)
        .thenComparing(LeverageCell::exporter)
        .thenComparing(LeverageCell::product);
  }

  private List<Block> byMember(List<LeverageCell> sorted) {
    List<Part<LeverageCell, MemberLoss>> rows =
        Part.list(sorted, LeverageCell::byMember).stream()
            .filter(row -> !row.it().usersLoss().find().map(f -> f.central() == 0).orElse(false))
            .sorted(Comparator.comparing(row -> row.it().usersLoss(), Result::largestFirst))
            .toList();
    return rows.isEmpty()
        ? List.of()
        : StopTables.LEVERAGE_BY_MEMBER.shown(
            words, "By member, the largest loss of users first", rows, MEMBER_ROWS);
  }
}
