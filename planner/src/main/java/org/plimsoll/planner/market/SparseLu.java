package org.plimsoll.planner.market;

import java.util.Arrays;

/**
 * Solves A x = b for a sparse matrix, row by row, without exchanging rows: each unknown is found
 * from the row of its own number. Numbers without entries are left alone.
 *
 * <p>The order keeps the factors sparse. First come rows that hold nothing but their own unknown;
 * then those that the caller wants first; then, of the free ones, always the one with the fewest
 * neighbours left (minimum degree; Tinney and Walker 1967); then those that the caller wants last.
 * A pivot that is as good as zero is replaced by a small one; the step is then poor, not wrong,
 * since each step of the solver is checked by the residual.
 */
final class SparseLu {
  private static final double SMALLEST_PIVOT = 1e-10;

  /** Entries from which on a row without holes is worth a loop of its own. */
  private static final int LONG_ROW = 8;

  private final int size;
  private final int freeStart;
  private final int freeEnd;
  private final int lastEnd;

  /** Rows in the order in which they are worked on, and the place of each in it. */
  private final int[] order;

  private final int[] place;
  private int n;

  /** Of each row in that order: L, the diagonal, U, each by rising place. */
  private int[] start = new int[1];

  private int[] diagonal = new int[0];
  private int[] columns = new int[0];
  private double[] factors = new double[0];
  private double[] row = new double[0];
  private double[] solution = new double[0];

  /** Neighbours of each number as bits, {@link #words} longs each. */
  private long[] bits = new long[0];

  private int words;

  /**
   * For matrices of up to this many rows.
   *
   * @param size numbers are below it
   * @param freeStart from here on the order is free
   * @param freeEnd from here on numbers come last
   * @param lastEnd from here on numbers come first, like those below {@code freeStart}
   */
  SparseLu(int size, int freeStart, int freeEnd, int lastEnd) {
    this.size = size;
    this.freeStart = freeStart;
    this.freeEnd = freeEnd;
    this.lastEnd = lastEnd;
    order = new int[size];
    place = new int[size];
  }

  /** Factors the matrix, for {@link #solve}. */
  void factor(Matrix matrix) {
    if (!matrix.isAlike() || n == 0) {
      analyse(matrix);
    }
    Arrays.fill(factors, 0, start[n], 0);
    matrix.scatter(factors);
    for (int i = 0; i < n; i++) {
      int end = start[i + 1];
      for (int p = start[i]; p < end; p++) {
        row[columns[p]] = factors[p];
      }
      for (int p = start[i]; p < diagonal[i]; p++) {
        int k = columns[p];
        if (row[k] != 0) {
          row[k] /= factors[diagonal[k]];
          subtract(row[k], k);
        }
      }
      for (int p = start[i]; p < end; p++) {
        factors[p] = row[columns[p]];
      }
      double pivot = factors[diagonal[i]];
      if (!(Math.abs(pivot) > SMALLEST_PIVOT)) {
        factors[diagonal[i]] = pivot < 0 ? -SMALLEST_PIVOT : SMALLEST_PIVOT;
      }
    }
  }

  /** Takes a multiple of a finished row from the one at hand. */
  private void subtract(double factor, int k) {
    int from = diagonal[k] + 1;
    int count = start[k + 1] - from;
    if (count >= LONG_ROW && columns[from + count - 1] - columns[from] == count - 1) {
      int first = columns[from];
      for (int p = 0; p < count; p++) {
        row[first + p] -= factor * factors[from + p];
      }
    } else {
      for (int p = from; p < from + count; p++) {
        row[columns[p]] -= factor * factors[p];
      }
    }
  }

  /** Replaces b by the solution. */
  void solve(double[] b) {
    for (int i = 0; i < n; i++) {
      double sum = b[order[i]];
      for (int p = start[i]; p < diagonal[i]; p++) {
        sum -= factors[p] * solution[columns[p]];
      }
      solution[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = solution[i];
      for (int p = diagonal[i] + 1; p < start[i + 1]; p++) {
        sum -= factors[p] * solution[columns[p]];
      }
      solution[i] = sum / factors[diagonal[i]];
      b[order[i]] = solution[i];
    }
  }

  /** Replaces b by the solution of the transposed system: Uᵀ y = b, then Lᵀ x = y. */
  void solveTransposed(double[] b) {
    for (int i = 0; i < n; i++) {
      solution[i] = b[order[i]];
    }
    for (int i = 0; i < n; i++) {
      solution[i] /= factors[diagonal[i]];
      for (int p = diagonal[i] + 1; p < start[i + 1]; p++) {
        solution[columns[p]] -= factors[p] * solution[i];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int p = start[i]; p < diagonal[i]; p++) {
        solution[columns[p]] -= factors[p] * solution[i];
      }
      b[order[i]] = solution[i];
    }
  }

  /** Finds the order, where the factors have entries, and where the matrix's own stand in them. */
  private void analyse(Matrix matrix) {
    words = (size + 63) / 64;
    if (bits.length == 0) {
      bits = new long[size * words];
    }
    Arrays.fill(bits, 0);
    for (int e = 0; e < matrix.count(); e++) {
      set(matrix.row(e), matrix.column(e));
    }
    Arrays.fill(place, -1);
    n = 0;
    int single = takeSingles();
    for (int e = 0; e < matrix.count(); e++) {
      if (place[matrix.row(e)] < 0 && place[matrix.column(e)] < 0) {
        set(matrix.column(e), matrix.row(e));
      }
    }
    takeInTurn(0, freeStart);
    takeInTurn(lastEnd, size);
    takeFewestFirst();
    takeInTurn(freeEnd, lastEnd);
    writePattern(single);
    for (int e = 0; e < matrix.count(); e++) {
      int i = place[matrix.row(e)];
      int at = Arrays.binarySearch(columns, start[i], start[i + 1], place[matrix.column(e)]);
      matrix.setSlot(e, at);
    }
  }

  private void set(int row, int column) {
    bits[row * words + (column >> 6)] |= 1L << column;
  }

  private boolean isSet(int row, int column) {
    return (bits[row * words + (column >> 6)] & (1L << column)) != 0;
  }

  private int neighbours(int row) {
    int sum = 0;
    for (int w = row * words; w < (row + 1) * words; w++) {
      sum += Long.bitCount(bits[w]);
    }
    return sum;
  }

  /**
   * Takes rows that hold nothing but their own unknown, again until there is none; what they are in
   * other rows stays there, and fills nothing. Their own bits become the rows that they are in.
   */
  private int takeSingles() {
    boolean found = true;
    while (found) {
      found = false;
      for (int v = 0; v < size; v++) {
        if (place[v] < 0 && isSet(v, v) && neighbours(v) == 1) {
          found = true;
          take(v);
          for (int u = 0; u < size; u++) {
            if (u != v && place[u] < 0 && isSet(u, v)) {
              bits[u * words + (v >> 6)] &= ~(1L << v);
              set(v, u);
            }
          }
        }
      }
    }
    return n;
  }

  private void take(int v) {
    place[v] = n;
    order[n++] = v;
  }

  private void takeInTurn(int from, int to) {
    for (int v = from; v < to; v++) {
      if (place[v] < 0 && isSet(v, v)) {
        eliminate(v);
      }
    }
  }

  private void takeFewestFirst() {
    int[] left = new int[freeEnd - freeStart];
    int[] degree = new int[left.length];
    int count = 0;
    for (int v = freeStart; v < freeEnd; v++) {
      if (place[v] < 0 && isSet(v, v)) {
        degree[v - freeStart] = neighbours(v);
        left[count++] = v;
      }
    }
    while (count > 0) {
      int best = 0;
      for (int c = 1; c < count; c++) {
        if (degree[left[c] - freeStart] < degree[left[best] - freeStart]) {
          best = c;
        }
      }
      int v = left[best];
      eliminate(v);
      left[best] = left[--count];
      for (int w = 0; w < words; w++) {
        for (long rest = bits[v * words + w]; rest != 0; rest &= rest - 1) {
          int u = 64 * w + Long.numberOfTrailingZeros(rest);
          if (u >= freeStart && u < freeEnd) {
            degree[u - freeStart] = neighbours(u);
          }
        }
      }
    }
  }

  /** Takes a row: its neighbours become one another's. Its own bits are the neighbours left. */
  private void eliminate(int v) {
    take(v);
    bits[v * words + (v >> 6)] &= ~(1L << v);
    for (int w = 0; w < words; w++) {
      for (long rest = bits[v * words + w]; rest != 0; rest &= rest - 1) {
        int u = 64 * w + Long.numberOfTrailingZeros(rest);
        for (int x = 0; x < words; x++) {
          bits[u * words + x] |= bits[v * words + x];
        }
        bits[u * words + (v >> 6)] &= ~(1L << v);
      }
    }
  }

  /** Writes L and U row by row, from the neighbours that each row had left when it was taken. */
  private void writePattern(int singles) {
    int[] below = new int[n];
    int[] right = new int[n];
    for (int k = 0; k < n; k++) {
      int v = order[k];
      for (int w = 0; w < words; w++) {
        for (long rest = bits[v * words + w]; rest != 0; rest &= rest - 1) {
          int i = place[64 * w + Long.numberOfTrailingZeros(rest)];
          if (i != k) {
            below[i]++;
            right[k] += k < singles ? 0 : 1;
          }
        }
      }
    }
    start = new int[n + 1];
    diagonal = new int[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = start[i] + below[i];
      start[i + 1] = diagonal[i] + 1 + right[i];
    }
    if (columns.length < start[n]) {
      columns = new int[start[n] + start[n] / 2];
      factors = new double[columns.length];
    }
    if (row.length < n) {
      row = new double[size];
      solution = new double[size];
    }
    int[] next = Arrays.copyOf(start, n);
    for (int k = 0; k < n; k++) {
      int v = order[k];
      columns[diagonal[k]] = k;
      for (int w = 0; w < words; w++) {
        for (long rest = bits[v * words + w]; rest != 0; rest &= rest - 1) {
          int i = place[64 * w + Long.numberOfTrailingZeros(rest)];
          if (i != k) {
            columns[next[i]++] = k;
          }
        }
      }
    }
    System.arraycopy(diagonal, 0, next, 0, n);
    for (int i = 0; i < n; i++) {
      for (int p = start[i]; p < diagonal[i]; p++) {
        int k = columns[p];
        if (k >= singles) {
          columns[++next[k]] = i;
        }
      }
    }
  }
}
