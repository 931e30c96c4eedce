package org.plimsoll.planner.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.provenance.Interval;

/**
 * What stands behind a range.
 *
 * @param asked draws that were asked
 * @param values of those that answered, in the order of the draws
 * @param bounded how many of them are only bounds, since use meets the assumed ceiling
 * @param missing why others did not answer, and how many say so
 */
public record Draws(
    int asked, List<Double> values, int bounded, SortedMap<String, Integer> missing) {
  /** The share of draws beyond each end of a range. */
  private static final double TAIL = 0.1;

  private static final double MIDDLE = 0.5;

  public Draws {
    values = List.copyOf(values);
    missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
    int silent = missing.values().stream().mapToInt(Integer::intValue).sum();
    if (values.size() + silent != asked) {
      throw new IllegalArgumentException(
          "of %d draws %d answered and %d did not".formatted(asked, values.size(), silent));
    }
  }

  /** How many draws have a number. */
  public int answered() {
    return values.size();
  }

  /**
   * The 10th and the 90th percentile, and the median between them.
   *
   * @throws IllegalStateException if no draw has a number
   */
  public Interval range() {
    if (values.isEmpty()) {
      throw new IllegalStateException("no draw has a number");
    }
    return new Interval(quantile(TAIL), quantile(MIDDLE), quantile(1 - TAIL));
  }

  /**
   * The value below which a share of the draws lies: linear interpolation between order statistics.
   *
   * @param p share, in [0, 1]
   */
  private double quantile(double p) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double position = p * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    double weight = position - below;
    return sorted[below] + weight * (sorted[above] - sorted[below]);
  }
}
