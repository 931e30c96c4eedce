package org.plimsoll.planner.plan;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.provenance.Interval;

/**
 * The central case and numbered draws of the parameters, for ranges.
 *
 * @param central every parameter at its central value
 * @param draws in the order of their numbers; none with {@code --quick}
 */
record Ensemble(Runs central, List<Runs> draws) {
  private static final double TAIL = 0.1;

  Ensemble {
    draws = List.copyOf(draws);
  }

  /**
   * The range of a result: the central case, and the 10th and 90th percentile of the draws; widened
   * to the central case where that lies outside.
   */
  Interval range(ToDoubleFunction<Runs> result) {
    double middle = result.applyAsDouble(central);
    if (draws.isEmpty()) {
      return Interval.exactly(middle);
    }
    double[] values =
        draws.parallelStream()
            .mapToDouble(r -> valueOrNothing(r, result))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (values.length == 0) {
      return Interval.exactly(middle);
    }
    double low = quantile(values, TAIL);
    double high = quantile(values, 1 - TAIL);
    return new Interval(Math.min(low, middle), middle, Math.max(high, middle));
  }

  /** A draw in which the run has no solution is left out of the range. */
  private static double valueOrNothing(Runs runs, ToDoubleFunction<Runs> result) {
    try {
      return result.applyAsDouble(runs);
    } catch (IllegalStateException unsolved) {
      return Double.NaN;
    }
  }

  /** Linear interpolation between order statistics. */
  private static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    double weight = position - below;
    return sorted[below] * (1 - weight) + sorted[above] * weight;
  }

  /** Draws that did not converge are listed by name; they are left out of every range. */
  static List<Runs> converged(Runs[] runs) {
    return Arrays.stream(runs).filter(r -> r.failure().isEmpty()).toList();
  }
}
