package org.plimsoll.planner.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootSearchTest {
  private static double root(double from, double to, RootSearch.Curve curve) {
    return assertInstanceOf(RootSearch.Found.Reached.class, RootSearch.between(from, to, curve))
        .place();
  }

  /** Three shapes with a root that the seed sets: power, logarithm with a kink, logistic. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void monotoneCurvesAreMetToAThousandth(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double at = 20 + 160 * random.nextDouble();
    double power = 0.3 + 3 * random.nextDouble();
    assertEquals(
        at,
        root(10, 200, x -> OptionalDouble.of(StrictMath.pow(x, power) - StrictMath.pow(at, power))),
        1e-3 * at);
    double slope = 1 + 20 * random.nextDouble();
    assertEquals(
        at,
        root(
            10,
            200,
            x ->
                OptionalDouble.of(
                    x < at ? StrictMath.log(x / at) : slope * StrictMath.log(x / at))),
        1e-3 * at);
    assertEquals(
        at,
        root(10, 200, x -> OptionalDouble.of(1 / (1 + StrictMath.exp((at - x) / slope)) - 0.5)),
        1e-3 * at);
  }

  /** A hump above 0 between the levels, and a wave that crosses several times. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theFirstRootOfACurveThatTurnsIsMet(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double top = 40 + 100 * random.nextDouble();
    double half = 0.02 + 0.03 * random.nextDouble();
    // A parabola in log x: 0 at top × e^±half, a small hump that sampling alone would miss.
    double first = top * StrictMath.exp(-half);
    assertEquals(
        first,
        root(
            10,
            200,
            x -> {
              double from = StrictMath.log(x / top);
              return OptionalDouble.of(half * half - from * from);
            }),
        1e-3 * first);
    double start = 15 + 5 * random.nextDouble();
    // sin((x − start)/40 × 2π) over x: rises through 0 at start + 40·0 … first root from below.
    double wave = start + 40;
    assertEquals(
        wave,
        root(
            start + 21,
            200,
            x -> OptionalDouble.of(StrictMath.sin(2 * Math.PI * (x - start) / 40) / x)),
        1e-3 * wave);
  }

  @Test
  void whereNothingReachesItTheBestIsNamed() {
    RootSearch.Found.Nowhere hump =
        assertInstanceOf(
            RootSearch.Found.Nowhere.class,
            RootSearch.between(
                10, 200, x -> OptionalDouble.of(-0.3 - Math.abs(StrictMath.log(x / 77)))));
    assertEquals(77, hump.best(), 0.1);
    assertEquals(-0.3, hump.gap().orElseThrow(), 1e-3);
    RootSearch.Found.Nowhere rising =
        assertInstanceOf(
            RootSearch.Found.Nowhere.class,
            RootSearch.between(10, 200, x -> OptionalDouble.of(-1 / x)));
    assertEquals(200, rising.best());
    RootSearch.Found.Nowhere silent =
        assertInstanceOf(
            RootSearch.Found.Nowhere.class,
            RootSearch.between(10, 200, x -> OptionalDouble.empty()));
    assertTrue(silent.gap().isEmpty());
  }

  @Test
  void whatIsReachedAtOnceSaysSo() {
    RootSearch.Found.Reached found =
        assertInstanceOf(
            RootSearch.Found.Reached.class,
            RootSearch.between(10, 200, x -> OptionalDouble.of(x - 5)));
    assertTrue(found.isReachedAtOnce());
    assertEquals(10, found.place());
  }

  /** A curve without a value below some place, and a step. */
  @Test
  void gapsAndStepsAreMet() {
    assertEquals(
        90, root(10, 200, x -> x < 90 ? OptionalDouble.empty() : OptionalDouble.of(1)), 0.09);
    assertEquals(90, root(10, 200, x -> OptionalDouble.of(x < 90 ? -1 : 1)), 0.09);
  }

  @Test
  void placesInTheWrongOrderAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> RootSearch.between(200, 10, x -> OptionalDouble.of(1)));
  }
}
