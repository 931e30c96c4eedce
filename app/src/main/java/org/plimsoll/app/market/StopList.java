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
import org.plimsoll.app.session.StopText;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.planner.plan.ActionPlan.Leverage;
import org.plimsoll.planner.plan.ActionPlan.LeverageCell;
import org.plimsoll.planner.plan.ActionPlan.MemberLoss;
import org.plimsoll.planner.plan.ActionPlan.Observed;
import org.plimsoll.planner.plan.ActionPlan.StopEffect;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.plan.StopChoice;
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
  private static final double PERCENT = 100;
  private static final String ALLIANCE = "alliance";

  /**
   * One stop, as {@code CHN:gallium/refined}.
   *
   * @throws Refusal if it does not name an exporter and a product
   */
  public static StopList of(String stop) {
    StopText words = StopText.parse(stop);
    return new StopList(
        Optional.of(words.exporter()), Optional.of(words.product()), Optional.empty());
  }

  /**
   * The stops in the central case.
   *
   * @param past what prices did in past shocks
   */
  public Answer answer(
      Evidence evidence,
      Scenario scenario,
      List<ShockOutcome> past,
      LeverageMaker maker,
      Workers workers) {
    Settings central = Settings.QUICK.withPast(past);
    return answer(evidence, scenario, central, DrawsOf.priors("none drawn"), maker, workers);
  }

  /**
   * The stops, that which costs users most first.
   *
   * @param of what draws are drawn from, if the settings ask for any
   * @throws Refusal if a name is not known, or the importer is no member; before anything is solved
   */
  public Answer answer(
      Evidence evidence,
      Scenario scenario,
      Settings settings,
      DrawsOf of,
      LeverageMaker maker,
      Workers workers) {
    Optional<List<ProductId>> products =
        product.map(
            word -> new Selection(evidence).products(word).stream().map(Product::id).toList());
    Optional<String> by = exporter.map(word -> party(word, "--exporter", evidence, scenario));
    Optional<String> member = importer.map(word -> member(word, evidence, scenario));
    StopChoice choice =
        new StopChoice(by.filter(code -> code.matches("[A-Z]{3}")).map(CountryCode::of), products);
    Leverage leverage = maker.make(evidence, scenario, settings.withFit(of.fit()), workers, choice);
    List<LeverageCell> cells =
        leverage.cells().stream()
            .filter(cell -> by.map(code -> cell.exporter().equals(code)).orElse(true))
            .filter(cell -> products.map(ids -> ids.contains(cell.product())).orElse(true))
            .toList();
    List<Stop> stops = stops(cells, member);
    Answer answer =
        Answer.of("Leverage over the alliance of " + scenario.name())
            .fact("asOf", scenario.asOf())
            .fact("scenario", scenario.name())
            .fact("draws", settings.draws())
            .fact("drawnFrom", settings.draws() > 0 ? of.words() : "none")
            .fact("importer", member.orElse("all members"))
            .with(
                table(evidence, stops, member.orElse("the alliance")),
                UseFactorTable.of(leverage.useFactors()))
            .remark(
                "Prices are multiples of the base price, losses are whole: against the base year,"
                    + " along the chain of the product.")
            .remark(
                settings.draws() > 0
                    ? "Ranges are of %d draws from %s; those of prices hold the model's error too."
                        .formatted(settings.draws(), of.words())
                    : "Ranges are the model's error alone: leverage --draws 20 draws parameters"
                        + " from the fit to past shocks where it stands on these tables.")
            .remark(
                "Value added at risk is an order of magnitude: at 80% times or divided by 7. It is"
                    + " no part of any loss.");
    return (stops.stream().anyMatch(stop -> stop.effect().atCeiling())
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

  /**
   * A stop and what it does to whom was asked about.
   *
   * @param to the alliance, or all
   */
  private record Stop(
      LeverageCell cell,
      StopEffect effect,
      String to,
      Result usersLoss,
      Result loss,
      Result useGivenUp,
      Result unservedShare,
      Result valueAddedAtRisk) {
    static Stop of(LeverageCell cell, StopEffect effect, String to) {
      return new Stop(
          cell,
          effect,
          to,
          effect.usersLoss(),
          effect.loss(),
          effect.useGivenUp(),
          effect.unservedShare(),
          effect.valueAddedAtRisk());
    }

    static Stop of(LeverageCell cell, MemberLoss member) {
      return new Stop(
          cell,
          cell.toAlliance(),
          ALLIANCE,
          member.usersLoss(),
          member.loss(),
          member.useGivenUp(),
          member.unservedShare(),
          member.valueAddedAtRisk());
    }
  }

  /** That which costs users most first, and the same stop to all under it. */
  private static List<Stop> stops(List<LeverageCell> cells, Optional<String> member) {
    List<List<Stop>> stops = new ArrayList<>();
    for (LeverageCell cell : cells) {
      if (member.isEmpty()) {
        stops.add(
            List.of(
                Stop.of(cell, cell.toAlliance(), ALLIANCE), Stop.of(cell, cell.toAll(), "all")));
      } else {
        cell.byMember().stream()
            .filter(loss -> loss.member().equals(member.get()))
            .forEach(loss -> stops.add(List.of(Stop.of(cell, loss))));
      }
    }
    stops.sort(
        Comparator.comparing(
                (List<Stop> pair) -> pair.getFirst().cell().expectedAtRisk(), Result::largestFirst)
            .thenComparing(pair -> pair.getFirst().usersLoss(), Result::largestFirst)
            .thenComparing(pair -> pair.getLast().usersLoss(), Result::largestFirst)
            .thenComparing(pair -> pair.getFirst().cell().exporter())
            .thenComparing(pair -> pair.getFirst().cell().product()));
    return stops.stream().flatMap(List::stream).toList();
  }

  private static Table<Stop> table(Evidence evidence, List<Stop> stops, String whose) {
    return Table.of(
            "stops", "A year without one exporter's product: what it does to " + whose, stops)
        .digits(stop -> digits(evidence, stop))
        .country("exporter", "exporter", stop -> stop.cell().exporter())
        .product("product", "product", stop -> stop.cell().product())
        .words("to", "stops to", Stop::to)
        .cell("alliance", "price x", Kind.RANGE, stop -> times(stop.effect().prices().alliance()))
        .cell(
            "thirdCountries",
            "third countries x",
            Kind.RANGE,
            stop -> times(stop.effect().prices().thirdCountries()))
        .cell(
            "restrictor",
            "restrictor x",
            Kind.RANGE,
            stop -> times(stop.effect().prices().restrictor()))
        .cell("useGivenUp", "use given up", Kind.RANGE, stop -> cell(stop.useGivenUp(), 1, true))
        .cell("unservedShare", "unserved", Kind.RANGE, stop -> cell(stop.unservedShare(), 1, true))
        .cell("usersLossUsdMillion", "users lose USD m", Kind.RANGE, s -> millions(s.usersLoss()))
        .cell(
            "makersGainUsdMillion",
            "makers gain",
            Kind.RANGE,
            s -> millions(s.effect().makersGain()))
        .cell(
            "valueAddedAtRiskUsdMillion",
            "value added at risk",
            Kind.RANGE,
            stop -> millions(stop.valueAddedAtRisk()))
        .cell("chance", "chance", Kind.RANGE, stop -> cell(stop.cell().chance(), 1, true))
        .cell(
            "expectedAtRiskUsdMillion",
            "",
            Kind.RANGE,
            stop -> millions(stop.cell().expectedAtRisk()))
        .cell("monthsOfCover", "months of cover", Kind.RANGE, s -> times(s.cell().monthsOfCover()))
        .words("observed", "seen before", stop -> stop.cell().observed().map(StopList::seen))
        .cell("furtherLossUsdMillion", "", Kind.RANGE, stop -> millions(stop.effect().further()))
        .cell(
            "exporterLossUsdMillion",
            "exporter loses",
            Kind.RANGE,
            stop -> millions(stop.effect().exporterLoss()))
        .cell("lossUsdMillion", "net loss", Kind.RANGE, stop -> millions(stop.loss()))
        .words("grade", "grade", stop -> stop.loss().find().map(f -> f.grade().name()))
        .flag("atCeiling", "at the assumed ceiling", stop -> stop.effect().atCeiling())
        .words("source", "", stop -> stop.loss().find().map(Figure::source))
        .names(
            "derivedFrom",
            "",
            stop -> stop.loss().find().map(Figure::derivedFrom).orElse(List.of()));
  }

  /** For example {@code x2.14 after 5.5 months, 60% lost (Ga2023)}. */
  private static String seen(Observed observed) {
    return "x%s after %s months, %s lost (%s)"
        .formatted(
            number(observed.multiple(), 1, ""),
            number(observed.months(), 1, ""),
            number(observed.lostShare(), PERCENT, "%"),
            observed.episode());
  }

  private static String number(Result result, double factor, String unit) {
    return result
        .find()
        .map(figure -> Cell.number(figure.central() * factor, Cell.DIGITS) + unit)
        .orElse("?");
  }

  /** A multiple with its range, or why there is none. */
  static Cell times(Result result) {
    return cell(result, 1, false);
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
