package org.plimsoll.planner.market.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plimsoll.model.policy.Scenario;

/** Elasticities between one year and five. */
class AdjustmentTest {
  /** With q = 1/2 five years add up to 1 + 1/2 + 1/4 + 1/8 + 1/16 = 1.9375 of the first. */
  @Test
  void eachYearAddsThePartOfTheOneBefore() {
    double last = 0.4 * 1.9375;
    assertEquals(0.4, Adjustment.between(0.4, last, 1), 1e-12);
    assertEquals(0.6, Adjustment.between(0.4, last, 2), 1e-12);
    assertEquals(0.7, Adjustment.between(0.4, last, 3), 1e-12);
    assertEquals(0.75, Adjustment.between(0.4, last, 4), 1e-12);
    assertEquals(last, Adjustment.between(0.4, last, 5), 1e-12);
  }

  @Test
  void aDrawWhoseFiveYearsAreLessGoesStraight() {
    assertEquals(0.5, Adjustment.between(0.6, 0.4, 3), 1e-12);
    assertEquals(0.4, Adjustment.between(0.4, 0.4, 3), 1e-12);
    // At five times the first both rules are the straight line, and beyond it stays.
    assertEquals(0.3, Adjustment.between(0.1, 0.5, 3), 1e-9);
    assertEquals(0.6, Adjustment.between(0.1, 1.1, 3), 1e-12);
  }

  @Test
  void theWayIsMonotonous() {
    for (double last : new double[] {0.11, 0.2, 0.49, 0.51, 2}) {
      for (int n = 2; n <= 5; n++) {
        assertTrue(Adjustment.between(0.1, last, n) > Adjustment.between(0.1, last, n - 1));
      }
    }
  }

  @Test
  void aScenarioHasFromOneToSixtyMonths() {
    assertThrows(IllegalArgumentException.class, () -> new Scenario.Horizon(0.5));
    assertThrows(IllegalArgumentException.class, () -> new Scenario.Horizon(61));
  }
}
