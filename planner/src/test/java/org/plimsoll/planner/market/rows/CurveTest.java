package org.plimsoll.planner.market.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A supply curve read from level to margin and back. */
final class CurveTest {
  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static Stream<Curve> curves(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double scale = 1 + 99 * random.nextDouble();
    double margin = 10 + 90 * random.nextDouble();
    Curve power = new Curve.Power(scale, margin, 0.2 + 2 * random.nextDouble(), 0.05);
    Curve line = new Curve.Straight(scale, margin - 50, 0.1 + random.nextDouble(), margin);
    return Stream.of(
        power,
        new Curve.Power(scale, margin, 0.5, 0),
        new Curve.Ramp(scale, margin, margin / 4),
        line,
        new Curve.Barrier(margin, margin * scale, scale, margin),
        new Curve.Worth(scale, margin, -0.4),
        new Curve.Dearer(power, 1.3),
        new Curve.Beyond(line, scale / 3));
  }

  /** levelAt(marginAt(y)) = y. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theLevelOfAMarginIsTheLevelThatWantsIt(long seed) {
    curves(seed)
        .forEach(curve -> {
          for (double share : new double[] {1e-3, 0.1, 0.5, 0.9}) {
            double level = share * curve.scaleTonnes();
            assertEquals(level, curve.levelAt(curve.marginAt(level)), 1e-9 * curve.scaleTonnes());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void belowItsFirstMarginNothingIsMade(long seed) {
    curves(seed)
        .filter(curve -> !(curve instanceof Curve.Power || curve instanceof Curve.Worth))
        .filter(curve -> !(curve instanceof Curve.Dearer))
        .forEach(curve -> assertEquals(0, curve.levelAt(curve.marginAt(0) - 1)));
  }

  @Test
  void aFixedLevelIsMadeAtAnyMarginThatIsNotBeyondHelp() {
    Curve fixed = new Curve.Constant(7, 20);
    assertTrue(fixed.isFlat());
    assertEquals(Double.POSITIVE_INFINITY, fixed.levelAt(-1e5 * 20 + 1));
    assertEquals(0, fixed.levelAt(-1e5 * 20 - 1));
  }
}
