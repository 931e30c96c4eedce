package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.ActionPlan.Tranche;

/**
 * What a budget smaller than a plan's buys: the first purchases of the plan's order that it pays
 * for. Between two purchases the smaller sum counts; nothing is solved anew.
 *
 * @param bought in order
 * @param next the first that the budget does not pay for; empty if all are bought
 * @param held what that makes of each product, in the order of the first purchase of each
 * @param spent USD
 * @param avoided loss, with the chance of each stop, USD a year
 */
public record Purchases(
    List<Tranche> bought, Optional<Tranche> next, List<Held> held, Figure spent, Figure avoided) {
  private static final String METHOD = "docs/method/stockpile.md";

  /** Sums of the same purchases in another order of adding may differ in the last digit. */
  private static final double ROUNDING = 1e-9;

  public Purchases {
    bought = List.copyOf(bought);
    held = List.copyOf(held);
  }

  /**
   * What is held of a product.
   *
   * @param tonnes content
   * @param cost USD
   * @param daysOfCover days of the alliance's use
   * @param avoided loss, with the chance of its stop, USD a year
   */
  public record Held(
      ProductId product,
      String name,
      Figure tonnes,
      Figure cost,
      Figure daysOfCover,
      Figure avoided) {}

  /**
   * What a budget buys.
   *
   * @param budgetUsd at least 0; what is above the plan's own budget buys no more than that
   */
  public static Purchases within(ActionPlan.Stockpile stockpile, double budgetUsd) {
    List<Tranche> order = stockpile.order();
    int count = 0;
    double sum = 0;
    while (count < order.size()
        && sum + order.get(count).cost().central() <= budgetUsd * (1 + ROUNDING)) {
      sum += order.get(count).cost().central();
      count++;
    }
    List<Tranche> bought = order.subList(0, count);
    return new Purchases(
        bought,
        count < order.size() ? Optional.of(order.get(count)) : Optional.empty(),
        held(bought),
        sum("USD", bought.stream().map(Tranche::cost)),
        sum("USD/year", bought.stream().map(Purchases::avoided)));
  }

  private static List<Held> held(List<Tranche> bought) {
    Map<ProductId, List<Tranche>> byProduct = new LinkedHashMap<>();
    for (Tranche tranche : bought) {
      byProduct.computeIfAbsent(tranche.product(), id -> new ArrayList<>()).add(tranche);
    }
    return byProduct.values().stream().map(Purchases::heldOf).toList();
  }

  private static Held heldOf(List<Tranche> all) {
    return new Held(
        all.getFirst().product(),
        all.getFirst().name(),
        sum("t", all.stream().map(Tranche::tonnes)),
        sum("USD", all.stream().map(Tranche::cost)),
        sum("days", all.stream().map(Tranche::daysOfCover)),
        sum("USD/year", all.stream().map(Purchases::avoided)));
  }

  /** Loss that a purchase avoids, with the chance of its stop, USD a year. */
  public static Figure avoided(Tranche tranche) {
    return Figure.of(
        Derivation.Rule.PRODUCT, "USD/year", METHOD, tranche.valuePerUsd(), tranche.cost());
  }

  private static Figure sum(String unit, Stream<Figure> parts) {
    Figure[] all = parts.toArray(Figure[]::new);
    return all.length == 0
        ? Figure.ofRows(Interval.exactly(0.0), unit, Grade.A, List.of(METHOD))
        : Figure.of(Derivation.Rule.SUM, unit, METHOD, all);
  }
}
