package org.plimsoll.planner.market.linear;

import java.util.Arrays;

/**
 * A sparse matrix that is filled again and again, entry by entry in the same order: where the
 * entries stand is looked up once and remembered as long as the order holds.
 */
public final class Matrix {
  private int[] rows = new int[256];
  private int[] columns = new int[256];
  private double[] values = new double[256];

  /** Where each entry stands in the factors. */
  private int[] slots = new int[256];

  private int count;

  /** Entries of the last pattern; those before {@link #count} are alike so far. */
  private int known;

  private boolean alike = true;

  /** Starts to fill it again. */
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

  /** Whether it has been filled in the same order as the time before. */
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

  /** Adds all entries to where they stand. */
  void scatter(double[] into) {
    for (int e = 0; e < count; e++) {
      into[slots[e]] += values[e];
    }
  }
}
