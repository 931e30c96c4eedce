package org.plimsoll.planner.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** The smallest floor at which a project reaches what is asked of it. */
public sealed interface BreakEven {
  /**
   * It reaches it from this floor on.
   *
   * @param floorUsdPerTonne to a thousandth
   */
  record Found(double floorUsdPerTonne) implements BreakEven {}

  /** It reaches it with no floor. */
  record Without() implements BreakEven {}

  /**
   * No floor that was tried does it.
   *
   * @param highestUsdPerTonne the highest that was tried
   * @param best the most that was reached; empty if no floor gave a figure
   */
  record None(double highestUsdPerTonne, OptionalDouble best) implements BreakEven {}

  /** Share of a floor to which it is found. */
  double TOLERANCE = 1e-3;

  /**
   * Searches levels from the lowest to the highest, since what a maker is paid need not rise with
   * the floor, then halves the first interval in which the target is reached.
   *
   * @param reached what the project reaches at a floor, in USD a tonne; 0 is no floor; empty if
   *     there is no figure
   * @param target what is asked
   * @param lowestUsdPerTonne the first floor that is tried after none
   * @param highestUsdPerTonne the last
   * @param levels how many are tried before halving
   */
  static BreakEven find(
      DoubleFunction<OptionalDouble> reached,
      double target,
      double lowestUsdPerTonne,
      double highestUsdPerTonne,
      int levels) {
    List<Double> floors = new ArrayList<>(List.of(0.0));
    for (int i = 0; i < levels; i++) {
      floors.add(
          lowestUsdPerTonne
              + (highestUsdPerTonne - lowestUsdPerTonne) * i / Math.max(1, levels - 1));
    }
    OptionalDouble best = OptionalDouble.empty();
    double below = 0;
    for (double floor : floors) {
      OptionalDouble here = reached.apply(floor);
      if (here.isPresent() && here.getAsDouble() >= target) {
        return floor == 0 ? new Without() : new Found(halved(reached, target, below, floor));
      }
      if (here.isPresent() && here.getAsDouble() > best.orElse(Double.NEGATIVE_INFINITY)) {
        best = here;
      }
      below = floor;
    }
    return new None(highestUsdPerTonne, best);
  }

  private static double halved(
      DoubleFunction<OptionalDouble> reached, double target, double from, double to) {
    double low = from;
    double high = to;
    while (high - low > TOLERANCE * high) {
      double middle = (low + high) / 2;
      OptionalDouble here = reached.apply(middle);
      if (here.isPresent() && here.getAsDouble() >= target) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
