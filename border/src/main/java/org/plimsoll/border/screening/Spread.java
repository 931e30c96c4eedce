package org.plimsoll.border.screening;

import java.util.Arrays;

/**
 * Middle and width of some logarithms, robust against a part of them being false: the median, and
 * for each side the median distance of those on that side, so that a skewed trade does not put its
 * long tail under suspicion.
 *
 * @param median of all
 * @param below 1.4826 × median distance of those at or below the median
 * @param above the same at or above it
 * @param count how many
 */
record Spread(double median, double below, double above, int count) {
  /** Makes the median distance of a normal distribution its standard deviation. */
  static final double TO_SIGMA = 1.4826;

  /** Prices are printed with few digits: a width below one per cent is not believed. */
  static final double LEAST = 0.01;

  static Spread of(double[] logs) {
    double[] sorted = logs.clone();
    Arrays.sort(sorted);
    double median = middle(sorted, 0, sorted.length);
    int last = sorted.length;
    while (last > 0 && sorted[last - 1] > median) {
      last--;
    }
    int first = 0;
    while (first < sorted.length && sorted[first] < median) {
      first++;
    }
    return new Spread(
        median,
        width(median - middle(sorted, 0, last)),
        width(middle(sorted, first, sorted.length) - median),
        sorted.length);
  }

  private static double width(double distance) {
    return StrictMath.max(LEAST, TO_SIGMA * distance);
  }

  private static double middle(double[] sorted, int from, int to) {
    int count = to - from;
    int half = from + count / 2;
    return count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Distance from the median in widths of the side on which it lies. */
  double robustZ(double log) {
    return (log - median) / (log < median ? below : above);
  }
}
