package org.plimsoll.planner.reference;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.draw.ParameterDraw;

/** A formula over inputs, at their central values and in draws of their ranges. */
final class Drawn {
  private static final int DRAWS = 400;
  private static final long SEED = 20261201;
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  private Drawn() {}

  /**
   * The value at the centre, and the 10th and 90th percentile of 400 draws; the centre widens the
   * range where it lies outside.
   *
   * @param formula of the value of each input
   */
  static Interval of(Function<ToDoubleFunction<Input>, OptionalDouble> formula) {
    double central = formula.apply(Input::central).orElseThrow();
    double[] drawn = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      ParameterDraw draw = ParameterDraw.of(SEED, i);
      drawn[i] =
          formula
              .apply(input -> draw.value("reference", input.id(), input.value()))
              .orElse(central);
    }
    Arrays.sort(drawn);
    return new Interval(
        Math.min(central, at(drawn, LOW)), central, Math.max(central, at(drawn, HIGH)));
  }

  private static double at(double[] sorted, double quantile) {
    return sorted[(int) Math.round(quantile * (sorted.length - 1))];
  }
}
