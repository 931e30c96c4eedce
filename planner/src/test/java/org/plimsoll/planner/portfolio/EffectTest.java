package org.plimsoll.planner.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EffectTest {
  /** c 10, κ 0, a 500. */
  @Test
  void theSwitchingChanceIsCostOverLossAvoided() {
    Effect effect = new Effect(0, 500, 0, 0, false);
    assertEquals(0.02, effect.switchingChance(10), 1e-15);
    assertEquals(0, effect.value(0.02, 10), 1e-12);
  }

  @Test
  void calmYearsCountOnBothSides() {
    Effect effect = new Effect(30, 370, 0, 0, false);
    double even = effect.switchingChance(10);
    assertEquals(0.1, even, 1e-15);
    assertEquals(0, effect.value(even, 10), 1e-12);
  }

  @Test
  void whatAvoidsNothingNeverPaysAndWhatGainsInCalmAlwaysDoes() {
    assertEquals(Double.POSITIVE_INFINITY, new Effect(1, -1, 0, 0, false).switchingChance(5));
    assertEquals(0, new Effect(-20, 30, 0, 0, false).switchingChance(5));
    assertEquals(0, new Effect(-20, -30, 0, 0, false).switchingChance(5));
  }

  @Test
  void regretIsAgainstTheBestSetOfEachDraw() {
    List<double[]> values =
        List.of(new double[] {10, 0, 5}, new double[] {4, 6, Double.NaN}, new double[] {0, 0, 0});
    Portfolio.Regret first = Regrets.of(0.1, values, 0);
    assertEquals(6, first.largestRegret(), 1e-15);
    assertEquals(5, first.mean(), 1e-15);
    Portfolio.Regret second = Regrets.of(0.1, values, 1);
    assertEquals(6, second.largestRegret(), 1e-15);
    assertEquals(2, second.draws());
  }
}
