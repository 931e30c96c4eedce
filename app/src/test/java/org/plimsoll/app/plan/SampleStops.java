package org.plimsoll.app.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.study.CaseId;

/** Cards of stops on made-up numbers: to all a stop costs twice what it costs to the alliance. */
public final class SampleStops {
  private SampleStops() {}

  /**
   * A card.
   *
   * @param usersLoss of the alliance, USD a year; makers gain a quarter of it
   * @param shown how the alliance's losses are shown: with draws, or as bounds
   */
  public static ActionPlan.LeverageCell card(
      String exporter,
      ProductId product,
      double usersLoss,
      double givenUp,
      Grade grade,
      boolean isAtCeiling,
      UnaryOperator<Figure> shown,
      List<ActionPlan.MemberLoss> members) {
    CaseId id = CaseId.of("stop", exporter, product.commodity(), product.stage());
    return new ActionPlan.LeverageCell(
        id,
        exporter,
        product,
        Figure.ofRows(Interval.exactly(10_000.0), "USD/t", grade, List.of("made-up-prices@1#row")),
        "2024-07",
        effect(id, usersLoss, givenUp, grade, isAtCeiling, shown),
        effect(
            CaseId.of(id.id(), "to-all"),
            2 * usersLoss,
            givenUp,
            grade,
            isAtCeiling,
            figure -> figure),
        computed(0.02, 0.05, 0.1, "1", Grade.C),
        new NoFigure("USD/year", "unknown: no sectors"),
        computed(0.5, 1.2, 2.5, "months", grade),
        Optional.of(
            new ActionPlan.Observed(
                "Xx2023",
                "export licences",
                "a metal",
                computed(5.5, 5.5, 5.5, "months", Grade.B),
                computed(1.9, 2.1, 2.4, "multiple", Grade.B),
                new NoFigure("multiple", "not known"),
                computed(0.45, 0.6, 0.75, "1", Grade.C),
                "verified")),
        members);
  }

  private static ActionPlan.StopEffect effect(
      CaseId id,
      double usersLoss,
      double givenUp,
      Grade grade,
      boolean isAtCeiling,
      UnaryOperator<Figure> shown) {
    double gain = usersLoss / 4;
    return new ActionPlan.StopEffect(
        id,
        new ActionPlan.Prices(
            computed(1.5, 2.3, 3.6, "multiple", grade),
            computed(0.7, 1, 1.6, "multiple", grade),
            computed(0.6, 0.9, 1.4, "multiple", grade)),
        share(givenUp, grade),
        share(isAtCeiling ? givenUp / 2 : 0, grade),
        shown.apply(money(usersLoss, grade)),
        money(gain, grade),
        money(0, grade),
        money(usersLoss - gain, grade),
        new NoFigure("USD/year", "further cost not measurable: already at the ceiling"),
        money(usersLoss * 0.04, grade),
        computed(givenUp * 1e9 / 7, givenUp * 1e9, givenUp * 7e9, "USD/year", Grade.C),
        isAtCeiling);
  }

  /** What a stop does to a member. */
  public static ActionPlan.MemberLoss member(
      String member, double usersLoss, double givenUp, Result atRisk, Grade grade) {
    return new ActionPlan.MemberLoss(
        member,
        money(usersLoss, grade),
        money(usersLoss * 0.75, grade),
        share(givenUp, grade),
        share(givenUp / 2, grade),
        atRisk);
  }

  /** The same stop, of which nothing is known. */
  static ActionPlan.LeverageCell unsolved(ActionPlan.LeverageCell cell, String why) {
    NoFigure money = new NoFigure("USD/year", why);
    NoFigure share = new NoFigure("1", why);
    NoFigure times = new NoFigure("multiple", why);
    ActionPlan.Prices prices = new ActionPlan.Prices(times, times, times);
    return new ActionPlan.LeverageCell(
        cell.id(),
        cell.exporter(),
        cell.product(),
        cell.basePrice(),
        cell.priceDate(),
        new ActionPlan.StopEffect(
            cell.id(), prices, share, share, money, money, money, money, money, money, money,
            false),
        cell.toAll(),
        cell.chance(),
        cell.expectedAtRisk(),
        cell.monthsOfCover(),
        cell.observed(),
        List.of());
  }

  /** A price that rose more than the controls in force explain. */
  static List<ActionPlan.Prediction> predictions() {
    return List.of(
        new ActionPlan.Prediction(
            SampleWorld.ANTIMONY,
            SampleWorld.name(SampleWorld.ANTIMONY),
            computed(22_000, 22_400, 23_000, "USD/t", Grade.B),
            "2024-07",
            computed(1.1, 1.6, 2.5, "multiple", Grade.B),
            computed(44_750, 44_750, 44_750, "USD/t", Grade.A),
            "2025-11",
            "New York",
            true,
            computed(1.95, 2, 2.05, "multiple", Grade.B),
            computed(0.8, 1.25, 1.9, "multiple", Grade.B)));
  }

  /** A price that twice the use explains, which is doubtful, and one that nothing does. */
  static List<ActionPlan.UseFactor> useFactors() {
    return List.of(
        useFactor(
            SampleWorld.ANTIMONY,
            computed(2.3, 2.3, 2.3, "multiple", Grade.C),
            ActionPlan.FactorState.DOUBTFUL,
            ""),
        useFactor(
            SampleWorld.GALLIUM,
            new NoFigure("multiple", "none"),
            ActionPlan.FactorState.NOT_MET,
            "no factor from 0.05 to 20 does it, best reached 40,000 USD/t"));
  }

  private static ActionPlan.UseFactor useFactor(
      ProductId product, Result factor, ActionPlan.FactorState state, String why) {
    Figure latest = computed(44_750, 44_750, 44_750, "USD/t", Grade.A);
    return new ActionPlan.UseFactor(
        product,
        SampleWorld.name(product),
        computed(22_000, 22_400, 23_000, "USD/t", Grade.B),
        "2024-07",
        latest,
        "2025-11",
        latest,
        factor,
        state,
        why);
  }

  /** A control of which nobody knows whether it is in force. */
  static List<ActionPlan.EitherWay> eitherWay() {
    CaseId today = CaseId.STATUS_QUO;
    return List.of(
        new ActionPlan.EitherWay(
            List.of("E015"),
            SampleWorld.GALLIUM,
            "CHN",
            effect(today, 1e6, 0.001, Grade.B, false, figure -> figure),
            effect(new CaseId("controls-unknown-in-force"), 4e7, 0.02, Grade.B, false, f -> f)));
  }

  /** One published number that agrees, and one that does not. */
  static ActionPlan.SanityCheck sanity() {
    return new ActionPlan.SanityCheck(
        List.of(
            sanity("China stops antimony to all", 2e8, 1.29e8, ActionPlan.Agreement.WITHIN, ""),
            sanity(
                "China stops gallium to all",
                2e8,
                3.1e9,
                ActionPlan.Agreement.FAR,
                "theirs counts what every sector loses")),
        List.of(
            new ActionPlan.RankAgreement(
                "value added at risk in the United States",
                "loss of GDP in the largest scenario",
                Figure.count(11, "minerals in both lists"),
                computed(0.4, 0.4, 0.4, "correlation", Grade.C))));
  }

  private static ActionPlan.Sanity sanity(
      String what, double ours, double theirs, ActionPlan.Agreement agreement, String reason) {
    return new ActionPlan.Sanity(
        what,
        "loss of GDP in the largest scenario",
        "single-year disruption",
        "USA",
        computed(ours / 7, ours, ours * 7, "USD/year", Grade.C),
        computed(theirs, theirs, theirs, "USD/year", Grade.B),
        agreement,
        reason);
  }

  private static Figure money(double usd, Grade grade) {
    return computed(usd * 0.6, usd, usd * 1.7, "USD/year", grade);
  }

  private static Figure share(double share, Grade grade) {
    return computed(share * 0.7, share, share * 1.2, "1", grade);
  }

  private static Figure computed(double low, double central, double high, String unit, Grade g) {
    return Figure.ofRows(
        new Interval(low, central, high),
        unit,
        g,
        List.of(
            "made-up-trade@2026#table 3",
            "parameter demand-elasticity, 0.2 to 0.5",
            "docs/method/leverage.md"));
  }
}
