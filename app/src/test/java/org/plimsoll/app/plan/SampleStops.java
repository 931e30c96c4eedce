package org.plimsoll.app.plan;

import java.util.List;
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
        effect(id, usersLoss, givenUp, grade, isAtCeiling, shown),
        effect(CaseId.of(id.id(), "to-all"), 2 * usersLoss, givenUp, grade, isAtCeiling, shown),
        computed(0.5, 1.2, 2.5, "months", grade),
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
        shown.apply(money(usersLoss - gain, grade)),
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
        new ActionPlan.StopEffect(
            cell.id(), prices, share, share, money, money, money, money, money, money, money,
            false),
        cell.toAll(),
        cell.monthsOfCover(),
        List.of());
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
