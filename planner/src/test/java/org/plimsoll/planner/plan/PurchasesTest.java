package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.ActionPlan.Tranche;

/** Three purchases by hand: 10 t of one for 100 USD, 5 t of two for 200, 10 t of one for 100. */
class PurchasesTest {
  private static final Tranche FIRST = tranche("one/refined", 10, 100, 0.5);
  private static final Tranche SECOND = tranche("two/refined", 5, 200, 0.3);
  private static final Tranche THIRD = tranche("one/refined", 10, 100, 0.1);
  private static final ActionPlan.Stockpile STOCKPILE =
      new ActionPlan.Stockpile(
          figure(1_000, "USD"),
          figure(400, "USD"),
          figure(600, "USD"),
          List.of(),
          List.of(FIRST, SECOND, THIRD),
          List.of());

  private static Figure figure(double value, String unit) {
    return Figure.ofRows(Interval.exactly(value), unit, Grade.B, List.of("a row"));
  }

  private static Tranche tranche(String product, double tonnes, double cost, double value) {
    return new Tranche(
        ProductId.parse(product),
        product,
        figure(tonnes, "t"),
        figure(cost, "USD"),
        figure(15, "days"),
        figure(value, "USD/USD/year"));
  }

  @Test
  void thePlansOwnBudgetBuysAll() {
    Purchases all = Purchases.within(STOCKPILE, 1_000);
    assertEquals(List.of(FIRST, SECOND, THIRD), all.bought());
    assertTrue(all.next().isEmpty());
    assertEquals(400, all.spent().central());
    assertEquals(100 * 0.5 + 200 * 0.3 + 100 * 0.1, all.avoided().central(), 1e-9);
    Purchases.Held one = all.held().getFirst();
    assertEquals(20, one.tonnes().central());
    assertEquals(200, one.cost().central());
    assertEquals(30, one.daysOfCover().central());
    assertEquals(60, one.avoided().central(), 1e-9);
    assertEquals(Grade.B, one.avoided().grade());
  }

  /** What does not fit ends it, though a cheaper one behind it would: the order is by worth. */
  @Test
  void betweenTwoPurchasesTheSmallerSumCounts() {
    for (double budget : new double[] {100, 150, 299.99}) {
      Purchases some = Purchases.within(STOCKPILE, budget);
      assertEquals(List.of(FIRST), some.bought());
      assertEquals(Optional.of(SECOND), some.next());
    }
    assertEquals(List.of(FIRST, SECOND), Purchases.within(STOCKPILE, 300).bought());
  }

  @Test
  void nothingBuysNothing() {
    Purchases none = Purchases.within(STOCKPILE, 0);
    assertEquals(List.of(), none.bought());
    assertEquals(Optional.of(FIRST), none.next());
    assertEquals(0, none.spent().central());
    assertEquals(0, none.avoided().central());
  }
}
