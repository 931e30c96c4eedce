package org.plimsoll.planner.risk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;

/** A number per numbered row; any of them may be missing, and a missing one is never 0. */
final class NumberColumn {
  private final double[] values;
  private final BitSet present = new BitSet();

  NumberColumn(int rows) {
    values = new double[rows];
  }

  /**
   * Sets the number of a row.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  void set(int row, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a figure must be finite, but is " + value);
    }
    values[row] = value;
    present.set(row);
  }

  boolean has(int row) {
    return present.get(row);
  }

  OptionalDouble find(int row) {
    return has(row) ? OptionalDouble.of(values[row]) : OptionalDouble.empty();
  }

  /** These numbers, and those of {@code others} where one is missing. */
  double[] over(double[] others) {
    double[] all = others.clone();
    for (int row = present.nextSetBit(0); row >= 0; row = present.nextSetBit(row + 1)) {
      all[row] = values[row];
    }
    return all;
  }

  /** All numbers, with {@code otherwise} where one is missing. */
  double[] toArray(double otherwise) {
    double[] all = new double[values.length];
    Arrays.fill(all, otherwise);
    return over(all);
  }
}
