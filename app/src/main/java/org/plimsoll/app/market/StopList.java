package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.planner.plan.ActionPlan.LeverageCell;
import org.plimsoll.planner.plan.ActionPlan.MemberLoss;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;

/**
 * What each exporter could do to an alliance by stopping a product for a year.
 *
 * @param exporter whose stops; everybody's if empty
 * @param product commodity or product; all if empty
 * @param importer the member to which they are done; all together if empty
 */
public record StopList(
    Optional<String> exporter, Optional<String> product, Optional<String> importer) {
  private static final double MILLION = 1e6;

  /**
   * The stops, the largest shortage first.
   *
   * @throws Refusal if a name is not known, or the importer is no member; before anything is solved
   */
  public Answer answer(Evidence evidence, Scenario scenario, LeverageMaker maker, Workers workers) {
    Optional<List<ProductId>> products =
        product.map(
            word -> new Selection(evidence).products(word).stream().map(Product::id).toList());
    Optional<String> by = exporter.map(word -> party(word, "--exporter", evidence, scenario));
    Optional<String> member = importer.map(word -> member(word, evidence, scenario));
    List<LeverageCell> cells =
        maker.make(evidence, scenario, Settings.QUICK, workers).cells().stream()
            .filter(cell -> by.map(code -> cell.exporter().equals(code)).orElse(true))
            .filter(cell -> products.map(ids -> ids.contains(cell.product())).orElse(true))
            .toList();
    Answer answer =
        Answer.of("Leverage over the alliance of " + scenario.name())
            .fact("asOf", scenario.asOf())
            .fact("scenario", scenario.name())
            .fact("importer", member.orElse("all members"))
            .with(table(evidence, stops(cells, member), member.orElse("the alliance")));
    return (cells.stream().anyMatch(LeverageCell::atCeiling)
            ? answer.remark(
                "At the assumed ceiling a shortage remains: the loss is at least the one shown,"
                    + " and the ceiling is no forecast of a price.")
            : answer)
        .remark("Definitions and limits: docs/method/leverage.md");
  }

  private static String party(String word, String option, Evidence evidence, Scenario asked) {
    List<Region> regions = new Selection(evidence).regions(word, asked.asOf());
    if (regions.size() != 1 || word.contains("+")) {
      throw Refusal.of(option + " is '" + word + "', but takes one name", "run it once for each");
    }
    return regions.getFirst().id();
  }

  private static String member(String word, Evidence evidence, Scenario asked) {
    String code = party(word, "--importer", evidence, asked);
    List<String> members = asked.alliance().listPartiesOn(asked.asOf());
    if (!members.contains(code)) {
      throw Refusal.of(
          word + " is no member of the alliance on " + asked.asOf(),
          "name one of " + String.join(", ", members));
    }
    return code;
  }

  /** A stop and what it does to whom was asked about. */
  private record Stop(LeverageCell cell, Result loss, Result unservedShare) {}

  /** The largest shortage first: where a price is at its ceiling, losses are only lower bounds. */
  private static List<Stop> stops(List<LeverageCell> cells, Optional<String> member) {
    List<Stop> stops = new ArrayList<>();
    for (LeverageCell cell : cells) {
      if (member.isEmpty()) {
        stops.add(new Stop(cell, cell.loss(), cell.unservedShare()));
        continue;
      }
      for (MemberLoss loss : cell.byMember()) {
        if (loss.member().equals(member.get())) {
          stops.add(new Stop(cell, loss.loss(), loss.unservedShare()));
        }
      }
    }
    stops.sort(
        Comparator.comparing(Stop::unservedShare, Result::largestFirst)
            .thenComparing(Stop::loss, Result::largestFirst)
            .thenComparing(stop -> stop.cell().exporter())
            .thenComparing(stop -> stop.cell().product()));
    return stops;
  }

  private static Table<Stop> table(Evidence evidence, List<Stop> stops, String whose) {
    return Table.of(
            "stops", "A year without one exporter's product: what it does to " + whose, stops)
        .digits(stop -> digits(evidence, stop))
        .country("exporter", "exporter", stop -> stop.cell().exporter())
        .product("product", "product", stop -> stop.cell().product())
        .cell("unservedShare", "unserved", Kind.RANGE, stop -> cell(stop.unservedShare(), 1, true))
        .cell("lossUsdMillion", "loss USD m", Kind.RANGE, stop -> millions(stop.loss()))
        .cell(
            "ownLossUsdMillion",
            "exporter's USD m",
            Kind.RANGE,
            stop -> millions(stop.cell().ownLoss()))
        .words("grade", "grade", stop -> stop.loss().find().map(f -> f.grade().name()))
        .flag("atCeiling", "at the assumed ceiling", stop -> stop.cell().atCeiling())
        .words("source", "", stop -> stop.loss().find().map(Figure::source))
        .names(
            "derivedFrom",
            "",
            stop -> stop.loss().find().map(Figure::derivedFrom).orElse(List.of()));
  }

  private static Cell millions(Result result) {
    return cell(result, 1 / MILLION, false);
  }

  private static Cell cell(Result result, double factor, boolean isShare) {
    return switch (result) {
      case Figure figure -> new Cell.Range(figure.value().times(factor), Cell.DIGITS, isShare);
      case NoFigure none -> new Cell.Missing(none.why());
    };
  }

  /** What rests on a prior is shown to two digits. */
  private static int digits(Evidence evidence, Stop stop) {
    boolean isIndicative =
        evidence
            .findProduct(stop.cell().product())
            .map(found -> found.tier() == Tier.INDICATIVE)
            .orElse(false);
    return isIndicative || stop.loss().find().map(f -> f.grade() == Grade.C).orElse(false)
        ? Cell.DIGITS - 1
        : Cell.DIGITS;
  }
}
