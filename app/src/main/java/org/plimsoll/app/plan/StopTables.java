package org.plimsoll.app.plan;

import static org.plimsoll.app.plan.Units.Kind.COUNT;
import static org.plimsoll.app.plan.Units.Kind.MONEY;
import static org.plimsoll.app.plan.Units.Kind.OTHER;
import static org.plimsoll.app.plan.Units.Kind.RATIO;

import java.util.List;
import java.util.function.Function;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.ActionPlan.EitherWay;
import org.plimsoll.planner.plan.ActionPlan.LeverageCell;
import org.plimsoll.planner.plan.ActionPlan.MemberLoss;
import org.plimsoll.planner.plan.ActionPlan.Prediction;
import org.plimsoll.planner.plan.ActionPlan.RankAgreement;
import org.plimsoll.planner.plan.ActionPlan.Sanity;
import org.plimsoll.planner.plan.ActionPlan.StopEffect;
import org.plimsoll.planner.plan.ActionPlan.UseFactor;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;

/** The tables of stops and controls: cards, predictions, and what others published. */
final class StopTables {
  static final TableOf<Part<LeverageCell, StopEffect>> LEVERAGE =
      effects(
              TableOf.of("leverage", plan -> cards(plan.leverage().cells()))
                  .filed("case", row -> row.it().id().id())
                  .named("exporter", "exporter", row -> row.of().exporter())
                  .product(row -> row.of().product())
                  .word(
                      "stops_to",
                      "stops to",
                      StopTables::stopsTo,
                      row -> stopsTo(row).equals("all") ? "everybody" : "alliance")
                  .word("price_date", "prices of", row -> row.of().priceDate())
                  .price("base_usd_per_tonne", "base price", row -> row.of().basePrice()))
          .money("treasury_gain_usd", "treasuries gain, {}", row -> row.it().treasuryGain())
          .figure(
              "value_added_at_risk_usd",
              "value added at risk, USD bn",
              MONEY,
              Unit.USD_BILLION.withoutSymbol(),
              row -> row.it().valueAddedAtRisk())
          .share("chance", "chance a year", row -> row.of().chance())
          .figure(
              "expected_at_risk_usd",
              "at risk times chance, USD m",
              MONEY,
              Unit.USD_MILLION.withoutSymbol(),
              row -> row.of().expectedAtRisk())
          .figure("months_of_cover", "months of cover", RATIO, row -> row.of().monthsOfCover())
          .sentences(
              "observed",
              "seen before",
              row -> row.of().observed().map(ActionPlan.Observed::episode).orElse(""),
              (words, row) -> seen(words, row.of()))
          .filed("observed_months", row -> seen(row, ActionPlan.Observed::months))
          .filed("observed_multiple", row -> seen(row, ActionPlan.Observed::multiple))
          .filed("observed_lost_share", row -> seen(row, ActionPlan.Observed::lostShare))
          .money("exporter_loss_usd", "the exporter loses, {}", row -> row.it().exporterLoss())
          .money("further_loss_usd", "further net loss, {}", row -> row.it().further())
          .money("loss_usd", "whole net loss, {}", row -> row.it().loss())
          .words(
              "at_assumed_ceiling",
              "price",
              row -> PlanTables.yesNo(row.it().atCeiling()),
              (words, row) -> price(row.it()));

  /** Headings of the card of a stop on the page; {@link #ACCOUNTS} has the rest. */
  static final List<String> CARD =
      List.of(
          "exporter",
          "product",
          "stops to",
          "prices of",
          "price in the alliance, times base",
          "use given up",
          "of it unserved",
          "users lose, {} a year",
          "makers gain, {}",
          "value added at risk, USD bn",
          "at risk times chance, USD m",
          "months of cover",
          "seen before",
          "whole net loss, {}");

  /** Headings of the three prices and of who else gains and loses. */
  static final List<String> ACCOUNTS =
      List.of(
          "exporter",
          "product",
          "stops to",
          "base price",
          "price in the alliance, times base",
          "in third countries",
          "at the restrictor",
          "chance a year",
          "treasuries gain, {}",
          "the exporter loses, {}",
          "further net loss, {}",
          "whole net loss, {}",
          "price");

  static final TableOf<Part<LeverageCell, MemberLoss>> LEVERAGE_BY_MEMBER =
      TableOf.of(
              "leverage-by-member",
              plan -> Part.list(plan.leverage().cells(), LeverageCell::byMember))
          .filed("case", row -> row.of().id().id())
          .named("member", "member", row -> row.it().member())
          .product(row -> row.of().product())
          .named("exporter", "exporter that stops", row -> row.of().exporter())
          .filed("at_assumed_ceiling", row -> PlanTables.yesNo(row.of().toAlliance().atCeiling()))
          .share("use_given_up_share", "use given up", row -> row.it().useGivenUp())
          .share("unserved_share", "of it unserved", row -> row.it().unservedShare())
          .money("users_loss_usd", "users lose, {} a year", row -> row.it().usersLoss())
          .figure(
              "value_added_at_risk_usd",
              "value added at risk, USD bn",
              MONEY,
              Unit.USD_BILLION.withoutSymbol(),
              row -> row.it().valueAddedAtRisk())
          .money("loss_usd", "whole net loss, {}", row -> row.it().loss());

  static final TableOf<Prediction> PREDICTIONS =
      TableOf.of("predictions", ActionPlan::predictions)
          .product(Prediction::product)
          .filed("name", Prediction::name)
          .price("before_usd_per_tonne", "price before the control", Prediction::before)
          .word("before_date", "of", Prediction::beforeDate)
          .figure("predicted_multiple", "predicted, times that", RATIO, Prediction::predicted)
          .price("observed_usd_per_tonne", "seen since", Prediction::observed)
          .word("observed_date", "on", Prediction::observedDate)
          .word("location", "where", Prediction::location)
          .word(
              "liquid",
              "volume",
              row -> PlanTables.yesNo(row.liquid()),
              row -> row.liquid() ? "trades" : "thin")
          .figure("risen_multiple", "seen, times before", RATIO, Prediction::risen)
          .figure("gap_multiple", "seen over predicted", RATIO, Prediction::gap);

  static final TableOf<UseFactor> USE_FACTORS =
      TableOf.of("use-factors", plan -> plan.leverage().useFactors())
          .product(UseFactor::product)
          .filed("name", UseFactor::name)
          .price("before_usd_per_tonne", "price before the control", UseFactor::before)
          .word("before_date", "of", UseFactor::beforeDate)
          .price("latest_usd_per_tonne", "aimed at", UseFactor::latest)
          .word("latest_date", "of", UseFactor::latestDate)
          .price("reached_usd_per_tonne", "reached", UseFactor::reached)
          .figure("factor", "factor on final use", RATIO, UseFactor::factor)
          .word("state", "price", row -> row.state().word())
          .sentence("why", "why not", UseFactor::why);

  static final TableOf<Part<EitherWay, StopEffect>> EITHER_WAY =
      effects(
              TableOf.of(
                      "controls-either-way",
                      plan -> Part.list(plan.eitherWay(), e -> List.of(e.suspended(), e.inForce())))
                  .word("controls", "controls", row -> String.join(" | ", row.of().controls()))
                  .named("exporter", "exporter", row -> row.of().exporter())
                  .product(row -> row.of().product())
                  .word("state", "if it is", StopTables::state))
          .money("loss_usd", "whole net loss, {}", row -> row.it().loss());

  static final TableOf<Sanity> SANITY =
      TableOf.of("sanity", plan -> plan.sanity().lines())
          .sentence("what", "this plan", Sanity::what)
          .figure("ours", "ours", OTHER, Sanity::ours)
          .filed("ours_unit", row -> row.ours().unit())
          .sentence("measure", "published", row -> row.measure() + ", " + row.area())
          .filed("event", Sanity::event)
          .figure("published", "theirs", OTHER, Sanity::published)
          .filed("published_unit", row -> row.published().unit())
          .word("agreement", "verdict", row -> row.agreement().word())
          .sentence("reason", "why", Sanity::reason);

  static final TableOf<RankAgreement> RANKS =
      TableOf.of("sanity-ranks", plan -> plan.sanity().ranks())
          .sentence("what", "this plan", RankAgreement::what)
          .sentence("measure", "published", RankAgreement::measure)
          .figure("minerals", "minerals in both", COUNT, RankAgreement::minerals)
          .figure("correlation", "rank correlation", OTHER, Unit.NONE, RankAgreement::correlation);

  static final List<TableOf<?>> ALL =
      List.of(LEVERAGE, LEVERAGE_BY_MEMBER, PREDICTIONS, USE_FACTORS, EITHER_WAY, SANITY, RANKS);

  private StopTables() {}

  /** The same table with what a stop does to prices, use, users and makers. */
  private static <R> TableOf<Part<R, StopEffect>> effects(TableOf<Part<R, StopEffect>> stops) {
    return stops
        .figure(
            "alliance_multiple",
            "price in the alliance, times base",
            RATIO,
            row -> row.it().prices().alliance())
        .figure(
            "third_countries_multiple",
            "in third countries",
            RATIO,
            row -> row.it().prices().thirdCountries())
        .figure(
            "restrictor_multiple",
            "at the restrictor",
            RATIO,
            row -> row.it().prices().restrictor())
        .share("use_given_up_share", "use given up", row -> row.it().useGivenUp())
        .share("unserved_share", "of it unserved", row -> row.it().unservedShare())
        .money("users_loss_usd", "users lose, {} a year", row -> row.it().usersLoss())
        .money("makers_gain_usd", "makers gain, {}", row -> row.it().makersGain());
  }

  /** A number of the nearest episode, for a file; empty if there is none. */
  private static String seen(
      Part<LeverageCell, StopEffect> row, Function<ActionPlan.Observed, Result> of) {
    return row.of()
        .observed()
        .flatMap(o -> of.apply(o).find())
        .map(figure -> CanonicalJson.number(figure.central()).toString())
        .orElse("");
  }

  /** The nearest episode in a sentence. */
  private static Inline seen(Wording words, LeverageCell cell) {
    return cell.observed()
        .map(o ->
            Inline.run(
                words.shown(o.multiple()),
                Inline.text(" times after "),
                words.shown(o.months()),
                Inline.text(" months, "),
                words.shown(o.lostShare()),
                Inline.text(" lost (" + o.episode() + ")")))
        .orElse(Inline.missing("no episode of it"));
  }

  private static String state(Part<EitherWay, StopEffect> row) {
    return row.it().equals(row.of().suspended()) ? "suspended" : "in force";
  }

  /** Each stop to the alliance, and under it the same to all. */
  static List<Part<LeverageCell, StopEffect>> cards(List<LeverageCell> cells) {
    return Part.list(cells, cell -> List.of(cell.toAlliance(), cell.toAll()));
  }

  private static String stopsTo(Part<LeverageCell, StopEffect> row) {
    return row.it().equals(row.of().toAlliance()) ? "alliance" : "all";
  }

  private static Inline price(StopEffect stop) {
    if (stop.unservedShare() instanceof NoFigure) {
      return Inline.missing("not solved");
    }
    return Inline.text(stop.atCeiling() ? "at the assumed ceiling" : "clears the market");
  }
}
