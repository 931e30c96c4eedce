package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTest {
  /** Of ranks 1, 2, 3 beside 1, 3, 2: 1 − 6 · 2 ÷ (3 · 8) = 0.5. */
  @Test
  void spearmanIsPearsonOverRanks() {
    assertEquals(0.5, spearman(10, 1, 20, 900, 30, 30), 1e-12);
    assertEquals(1, spearman(1, 1, 2, 10, 3, 100), 1e-12);
    assertEquals(-1, spearman(1, 3, 2, 2, 3, 1), 1e-12);
  }

  /** Equal values share their mean rank: 1, 2.5, 2.5 beside 1, 2, 3 is 1.5 ÷ √(1.5 · 2). */
  @Test
  void equalValuesShareARank() {
    assertEquals(1.5 / Math.sqrt(3), spearman(1, 1, 5, 2, 5, 3), 1e-12);
    assertEquals(0, spearman(7, 1, 7, 2, 7, 3), 1e-12);
  }

  private static double spearman(double a, double b, double c, double d, double e, double f) {
    return Ranks.spearman(List.of(new double[] {a, b}, new double[] {c, d}, new double[] {e, f}));
  }
}
