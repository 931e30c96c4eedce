package org.plimsoll.planner.market;

import java.util.Arrays;

/**
 * Solves A x = b for a fixed pattern of entries, row by row, without exchanging rows.
 *
 * <p>The equations are numbered so that pivots are safe: levels and buyer prices first, each with a
 * row of its own, then producer prices, product after product, whose rows are diagonal in the main.
 * A pivot that is as good as zero is replaced by a small one; the step is then poor, not wrong,
 * since each step of the solver is checked by the residual.
 */
final class SparseLu {
  private static final double SMALLEST_PIVOT = 1e-10;

  private final int n;
  private final int[] rowStart;
  private final int[] columns;
  private final int[] luStart;
  private final int[] luColumns;
  private final int[] diagonal;

  /**
   * Finds where the factors have entries.
   *
   * @param rowStart first entry of each row, and the end
   * @param columns column of each entry; an entry may come twice, and then both are added
   */
  SparseLu(int[] rowStart, int[] columns) {
    this.n = rowStart.length - 1;
    this.rowStart = rowStart;
    this.columns = columns;
    this.luStart = new int[n + 1];
    this.diagonal = new int[n];
    int words = (n + 63) / 64;
    long[][] rows = new long[n][words];
    int[] found = new int[Math.max(64, 8 * columns.length)];
    int count = 0;
    for (int i = 0; i < n; i++) {
      long[] row = rows[i];
      row[i >> 6] |= 1L << i;
      for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
        row[columns[p] >> 6] |= 1L << columns[p];
      }
      for (int k = next(row, 0); k < i; k = next(row, k + 1)) {
        fill(row, rows[k], k);
      }
      for (int k = next(row, 0); k < n; k = next(row, k + 1)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        if (k == i) {
          diagonal[i] = count;
        }
        found[count++] = k;
      }
      luStart[i + 1] = count;
    }
    luColumns = Arrays.copyOf(found, count);
  }

  /** Adds the entries of {@code pivot} right of column {@code k}. */
  private static void fill(long[] row, long[] pivot, int k) {
    int word = (k + 1) >> 6;
    if (word >= row.length) {
      return;
    }
    row[word] |= pivot[word] & (-1L << (k + 1));
    for (int w = word + 1; w < row.length; w++) {
      row[w] |= pivot[w];
    }
  }

  /** The first column at or after {@code from} with an entry, or n. */
  private int next(long[] row, int from) {
    int word = from >> 6;
    if (word >= row.length) {
      return n;
    }
    long bits = row[word] & (-1L << from);
    while (bits == 0) {
      if (++word == row.length) {
        return n;
      }
      bits = row[word];
    }
    return 64 * word + Long.numberOfTrailingZeros(bits);
  }

  /** Room for the factors of one matrix. */
  double[] newFactors() {
    return new double[luColumns.length];
  }

  /** Room for one row while it is worked on. */
  double[] newRow() {
    return new double[n];
  }

  /**
   * Factors A + diag(shift).
   *
   * @param values entries in the order of the pattern
   * @param shift added to each diagonal entry
   * @param factors receives L without its diagonal of ones, and U
   * @param row working room of {@link #newRow}
   */
  void factor(double[] values, double shift, double[] factors, double[] row) {
    for (int i = 0; i < n; i++) {
      int end = luStart[i + 1];
      for (int p = luStart[i]; p < end; p++) {
        row[luColumns[p]] = 0;
      }
      for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
        row[columns[p]] += values[p];
      }
      row[i] += shift;
      for (int p = luStart[i]; p < diagonal[i]; p++) {
        int k = luColumns[p];
        double value = row[k];
        if (value != 0) {
          double factor = value / factors[diagonal[k]];
          row[k] = factor;
          int kEnd = luStart[k + 1];
          for (int u = diagonal[k] + 1; u < kEnd; u++) {
            row[luColumns[u]] -= factor * factors[u];
          }
        }
      }
      for (int p = luStart[i]; p < end; p++) {
        factors[p] = row[luColumns[p]];
      }
      double pivot = factors[diagonal[i]];
      if (!(Math.abs(pivot) > SMALLEST_PIVOT)) {
        factors[diagonal[i]] = pivot < 0 ? -SMALLEST_PIVOT : SMALLEST_PIVOT;
      }
    }
  }

  /** Replaces b by the solution. */
  void solve(double[] factors, double[] b) {
    for (int i = 0; i < n; i++) {
      double sum = b[i];
      for (int p = luStart[i]; p < diagonal[i]; p++) {
        sum -= factors[p] * b[luColumns[p]];
      }
      b[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[i];
      for (int p = diagonal[i] + 1; p < luStart[i + 1]; p++) {
        sum -= factors[p] * b[luColumns[p]];
      }
      b[i] = sum / factors[diagonal[i]];
    }
  }

  int size() {
    return n;
  }
}
