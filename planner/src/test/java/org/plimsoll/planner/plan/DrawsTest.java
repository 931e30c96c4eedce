package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.provenance.Interval;

/** The range of draws. */
class DrawsTest {

  /** 11 draws 0 to 10: the 10th percentile is 1, the median 5, the 90th percentile 9. */
  @Test
  void theRangeRunsFromTheTenthToTheNinetiethPercentile() {
    Draws draws =
        new Draws(
            11,
            List.of(3.0, 1.0, 2.0, 0.0, 10.0, 4.0, 9.0, 5.0, 8.0, 6.0, 7.0),
            0,
            new TreeMap<>());
    assertEquals(new Interval(1, 5, 9), draws.range());
  }

  /** Interpolation between equal draws must not round: the ends would change places. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void equalDrawsAreARangeWithoutWidth(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      double value = 1000 * random.nextDouble();
      Draws draws = new Draws(20, Collections.nCopies(20, value), 0, new TreeMap<>());
      assertEquals(Interval.exactly(value), draws.range());
    }
  }
}
