package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;

/** A stop's price by the months that markets have. */
class StopCurveTest {
  private static final double PER_MILLE = 1e-3;
  private static final List<Integer> MONTHS = IntStream.rangeClosed(1, 24).boxed().toList();

  private static StopCurve curve(double stockDays, double fear, List<Integer> months) {
    TreeMap<String, Interval> parameters = new TreeMap<>();
    parameters.put("private-stock-days", Interval.exactly(stockDays));
    parameters.put("precautionary-buying", Interval.exactly(fear));
    parameters.put("leak-share", Interval.exactly(0.4));
    parameters.put("qualification-months", Interval.exactly(6));
    Scenario scenario = TinyWorld.scenario().withParameters(parameters);
    return Planner.stopByMonth(
        PlannerTest.world(),
        scenario,
        PlannerTest.SETTINGS,
        PlannerTest.WORKERS,
        TinyWorld.AAA,
        TinyWorld.REFINED,
        months);
  }

  private static double[] values(StopCurve curve, Function<StopCurve.Month, Result> of) {
    return curve.months().stream()
        .mapToDouble(month -> PlannerTest.central(of.apply(month)))
        .toArray();
  }

  @Test
  void withoutStocksAndFearALongerHorizonNeverRaisesThePrice() {
    StopCurve curve = curve(45, 0.3, MONTHS);
    assertEquals(MONTHS, curve.months().stream().map(StopCurve.Month::months).toList());
    List<Function<StopCurve.Month, Result>> bare =
        List.of(month -> month.bare().toAlliance(), month -> month.bare().toAll());
    for (Function<StopCurve.Month, Result> each : bare) {
      double[] prices = values(curve, each);
      assertTrue(prices[0] > 1.1, "a stop that raises the price, not by " + prices[0]);
      for (int m = 1; m < prices.length; m++) {
        assertTrue(
            prices[m] <= prices[m - 1] * (1 + 2 * PER_MILLE),
            "month %d: %s after %s".formatted(m + 1, prices[m], prices[m - 1]));
      }
      assertTrue(prices[MONTHS.size() - 1] < prices[0] * (1 - PER_MILLE));
    }
  }

  /** Six weeks of use are 1.5 of a month's supply and 0.06 of two years'. */
  @Test
  void withStocksItRisesUntilTheStockIsSpent() {
    double[] held = values(curve(45, 0, List.of(1, 2, 24)), month -> month.whole().toAll());
    assertTrue(held[1] > held[0] * (1 + 2 * PER_MILLE), held[0] + " then " + held[1]);
    double[] bare = values(curve(45, 0, List.of(1, 2, 24)), month -> month.bare().toAll());
    for (int m = 0; m < held.length; m++) {
      assertTrue(held[m] < bare[m], "stocks lower the price, not " + bare[m] + " to " + held[m]);
    }
  }

  @Test
  void whereNothingIsHeldOrFearedBothCurvesAreOne() {
    StopCurve curve = curve(0, 0, List.of(3, 12));
    curve.months().forEach(month -> assertEquals(month.whole(), month.bare()));
    assertTrue(
        values(curve(0, 0.3, List.of(3)), month -> month.whole().toAll())[0]
            > values(curve, month -> month.whole().toAll())[0]);
  }
}
