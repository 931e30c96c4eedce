package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.provenance.Interval;

/** Ranges with an error of the logarithm. */
class LogErrorTest {

  /** exp(1.2816 · 0.35) = 1.566: one value is multiplied and divided by it. */
  @Test
  void oneValueIsMultipliedAndDivided() {
    assertEquals(1.566, LogError.factor(0.35), 1e-3);
    Interval price = LogError.around(100, 0.35);
    assertEquals(156.6, price.high(), 0.1);
    assertEquals(63.9, price.low(), 0.1);
    Interval mixed = LogError.range(List.of(100.0, 100.0), 0.35);
    assertEquals(price.high(), mixed.high(), 1e-4 * price.high());
    assertEquals(price.low(), mixed.low(), 1e-4 * price.low());
    assertEquals(100, mixed.central(), 1e-4);
  }

  /** What is below 0 is turned around; nothing stays nothing. */
  @Test
  void signsAreKept() {
    Interval loss = LogError.range(List.of(-100.0), 0.35);
    assertEquals(-156.6, loss.low(), 0.1);
    assertEquals(-63.9, loss.high(), 0.1);
    assertEquals(0, LogError.range(List.of(0.0, 0.0), 1.5).high(), 1e-12);
  }

  /** Against 200 errors by rank for each of the draws: the same mixture, counted. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theMixtureIsWhatCountingGives(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Double> draws = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double value = StrictMath.exp(2 * random.nextDouble() - 0.5);
      draws.add(value);
      for (int k = 0; k < 20_000; k++) {
        all.add(value * StrictMath.exp(0.35 * random.nextGaussian()));
      }
    }
    all.sort(Double::compare);
    Interval range = LogError.range(draws, 0.35);
    assertEquals(1, all.get(all.size() / 10) / range.low(), 0.01);
    assertEquals(1, all.get(all.size() * 9 / 10) / range.high(), 0.01);
    assertTrue(range.low() < range.central() && range.central() < range.high());
  }
}
