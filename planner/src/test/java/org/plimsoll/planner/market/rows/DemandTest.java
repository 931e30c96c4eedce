package org.plimsoll.planner.market.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slopes and areas of demand against differences and sums. */
class DemandTest {
  private static final Demand.Ladder LADDER =
      new Demand.Ladder(
          List.of(
              new Demand.Elastic(60, 10, 0.2, 50, 50), new Demand.Elastic(40, 10, 0.2, 200, 50)));

  static Stream<Demand> demands() {
    return Stream.of(
        new Demand.Elastic(100, 10, 0.2, 100, 50),
        LADDER,
        new Demand.WithMinorInput(new Demand.Elastic(20, 10, 0.2, 100, 50), 5, 50, 50),
        new Demand.Drawdown(8, 10, 1.5),
        new Demand.Drawdown(8, 10, 1),
        new Demand.Sum(LADDER, new Demand.Drawdown(8, 10, 1.5)));
  }

  @ParameterizedTest
  @MethodSource("demands")
  void slopesAreThoseOfTheCurve(Demand demand) {
    for (double price : new double[] {4, 12, 49, 51, 120, 205}) {
      double step = 1e-6;
      double up = demand.servedAt(price * Math.exp(step));
      double down = demand.servedAt(price * Math.exp(-step));
      double slope = demand.slopeAt(price, demand.servedAt(price));
      assertEquals((up - down) / (2 * step), slope, 1e-5 * Math.max(1, Math.abs(slope)));
    }
  }

  @ParameterizedTest
  @MethodSource("demands")
  void areasAreSumsUnderTheCurve(Demand demand) {
    double from = 6;
    double to = 70;
    int steps = 200_000;
    double width = (to - from) / steps;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += demand.servedAt(from + (i + 0.5) * width) * width;
    }
    assertEquals(sum, demand.area(from, to), 1e-4 * Math.abs(sum));
  }

  @Test
  void whatMakersDoWithoutIsUnserved() {
    Demand.WithMinorInput demand =
        new Demand.WithMinorInput(new Demand.Elastic(20, 10, 0.2, 100, 50), 5, 50, 50);
    double use = 20 * Math.pow(6, -0.2);
    // At six times the base, over the choke of five, all of the input is made do without.
    assertEquals(use - 5, demand.servedAt(60), 1e-3);
    assertEquals(use, demand.wantedAt(60), 1e-9);
    assertEquals(use * 2 - 5, demand.times(2).servedAt(60), 1e-3);
    assertTrue(new Demand.WithMinorInput(Demand.NONE, 5, 50, 50).servedAt(60) < -4.99);
  }

  @Test
  void theUseThatAddsLeastGivesWayFirst() {
    // At five times the base 60 t reach their choke, at twenty times the other 40 t.
    assertEquals(100 * Math.pow(4.9, -0.2), LADDER.servedAt(49), 1e-9);
    assertEquals(40 * Math.pow(10, -0.2), LADDER.servedAt(100), 1e-6);
    assertTrue(LADDER.servedAt(400) < 1e-6);
    assertEquals(50 * Math.pow(2, -0.2), LADDER.times(0.5).servedAt(20), 1e-9);
    assertEquals(110 * Math.pow(2, -0.2), LADDER.plus(10).servedAt(20), 1e-9);
  }
}
