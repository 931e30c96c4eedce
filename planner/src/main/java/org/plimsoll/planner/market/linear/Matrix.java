package org.plimsoll.planner.market.linear;

import java.util.Arrays;

/**
 * A sparse matrix refilled many times, entry by entry in the same order. The position of each entry
 * in the factors is looked up once and reused while the order holds.
 */
public final class Matrix {
  private int[] rows = new int[256];
  private int[] columns = new int[256];
  private double[] values = new double[256];

  /** Position of each entry in the factors. */
  private int[] slots = new int[256];

  private int count;

  /** Entries of the last pattern; those before {@link #count} match so far. */
  private int known;

  private boolean alike = true;

  /** Starts a refill. */
  public void clear() {
    known = count;
    count = 0;
    alike = true;
  }

  /** Adds to an entry. */
  public void add(int row, int column, double value) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      columns = Arrays.copyOf(columns, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
      slots = Arrays.copyOf(slots, 2 * count);
    }
    if (count >= known || rows[count] != row || columns[count] != column) {
      alike = false;
      rows[count] = row;
      columns[count] = column;
    }
    values[count++] = value;
  }

  /** Whether this fill had the same order as the last one. */
  boolean isAlike() {
    return alike && count == known;
  }

  int count() {
    return count;
  }

  int row(int entry) {
    return rows[entry];
  }

  int column(int entry) {
    return columns[entry];
  }

  void setSlot(int entry, int slot) {
    slots[entry] = slot;
  }

  /** Adds every entry at its position. */
  void scatter(double[] into) {
    for (int e = 0; e < count; e++) {
      into[slots[e]] += values[e];
    }
  }
}
