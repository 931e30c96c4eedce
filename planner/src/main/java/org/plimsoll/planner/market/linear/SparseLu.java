package org.plimsoll.planner.market.linear;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Sparse LU without row exchanges: each unknown is solved from the row of its own number. Numbers
 * without entries are ignored.
 *
 * <p>The ordering keeps the factors sparse. Rows with nothing but their diagonal come first, then
 * rows that the caller wants first, then the free ones by minimum degree (Tinney and Walker 1967),
 * then those that the caller wants last. A pivot near zero is replaced by a small one. That makes
 * the step poor but not wrong, since the residual checks every step of the solver.
 */
public final class SparseLu {
  private static final double SMALLEST_PIVOT = 1e-10;

  /** From this many entries on, a contiguous row gets a loop of its own. */
  private static final int LONG_ROW = 8;

  private final int size;
  private final int freeStart;
  private final int freeEnd;
  private final int lastEnd;

  /** Elimination order, and the position of each row in it. */
  private final int[] order;

  private final int[] place;
  private int n;

  /** By row in that order: L, the diagonal, U, each by ascending position. */
  private final int[] start;

  private final int[] diagonal;
  private int[] columns = new int[0];
  private double[] factors = new double[0];
  private final double[] row;
  private final double[] solution;

  /** Neighbours of each number as bits, {@link #words} longs each. */
  private long[] bits = new long[0];

  private int words;

  /** During analysis: neighbours left, by number. */
  private final int[] degree;

  /** Rows with nothing but their diagonal. */
  private final BitSet alone = new BitSet();

  private final EntryGroups groups = new EntryGroups();

  /** Scratch numbers of one step of the analysis. */
  private final int[] scratch;

  /** During an elimination: words of the row's bits with any bit set. */
  private int[] busy = new int[0];

  /**
   * For matrices of up to {@code size} rows.
   *
   * @param size all numbers are below it
   * @param freeStart first number whose place in the order is free
   * @param freeEnd first number that comes last in the order
   * @param lastEnd from here on numbers come first again, like those below {@code freeStart}
   */
  public SparseLu(int size, int freeStart, int freeEnd, int lastEnd) {
    this.size = size;
    this.freeStart = freeStart;
    this.freeEnd = freeEnd;
    this.lastEnd = lastEnd;
    order = new int[size];
    place = new int[size];
    start = new int[size + 1];
    diagonal = new int[size];
    row = new double[size];
    solution = new double[size];
    degree = new int[size];
    scratch = new int[size];
  }

  public boolean isFor(int size, int freeStart, int freeEnd, int lastEnd) {
    return this.size == size
        && this.freeStart == freeStart
        && this.freeEnd == freeEnd
        && this.lastEnd == lastEnd;
  }

  /** Factors the matrix, for {@link #solve}. */
  public void factor(Matrix matrix) {
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

  /** Subtracts a multiple of a finished row from the current one. */
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
  public void solve(double[] b) {
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
  public void solveTransposed(double[] b) {
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

  /**
   * Finds the elimination order, the pattern of the factors, and the position of the matrix's
   * entries.
   */
  private void analyse(Matrix matrix) {
    words = (size + 63) / 64;
    if (bits.length == 0) {
      bits = new long[size * words];
      busy = new int[words];
    }
    Arrays.fill(bits, 0);
    for (int e = 0; e < matrix.count(); e++) {
      set(matrix.row(e), matrix.column(e));
    }
    Arrays.fill(place, -1);
    n = 0;
    int singles = takeSingles(matrix);
    for (int e = 0; e < matrix.count(); e++) {
      if (place[matrix.row(e)] < 0 && place[matrix.column(e)] < 0) {
        set(matrix.column(e), matrix.row(e));
      }
    }
    takeInTurn(0, freeStart);
    takeInTurn(lastEnd, size);
    takeFewestFirst();
    takeInTurn(freeEnd, lastEnd);
    writePattern(singles);
    findSlots(matrix);
  }

  /** Looks up the position of each matrix entry, row by row. */
  private void findSlots(Matrix matrix) {
    groups.sort(matrix::row, matrix.count(), size);
    for (int i = 0; i < n; i++) {
      for (int p = start[i]; p < start[i + 1]; p++) {
        scratch[columns[p]] = p;
      }
      for (int g = groups.start(order[i]); g < groups.start(order[i] + 1); g++) {
        matrix.setSlot(groups.member(g), scratch[place[matrix.column(groups.member(g))]]);
      }
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
   * Eliminates rows with nothing but their diagonal, repeatedly until none is left. Their column
   * entries stay and cause no fill. Afterwards their bits hold the rows that they occur in.
   */
  private int takeSingles(Matrix matrix) {
    groups.sort(matrix::column, matrix.count(), size);
    for (int v = 0; v < size; v++) {
      degree[v] = neighbours(v);
      alone.set(v, degree[v] == 1 && isSet(v, v));
    }
    for (int v = alone.nextSetBit(0); v >= 0; v = nextSingle(v)) {
      alone.clear(v);
      take(v);
      for (int g = groups.start(v); g < groups.start(v + 1); g++) {
        int u = matrix.row(groups.member(g));
        if (u != v && place[u] < 0 && isSet(u, v)) {
          bits[u * words + (v >> 6)] &= ~(1L << v);
          set(v, u);
          degree[u]--;
          alone.set(u, degree[u] == 1 && isSet(u, u));
        }
      }
    }
    return n;
  }

  /** The next one above {@code v}, else the first. */
  private int nextSingle(int v) {
    int above = alone.nextSetBit(v + 1);
    return above >= 0 ? above : alone.nextSetBit(0);
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
    int[] left = scratch;
    int count = 0;
    for (int v = freeStart; v < freeEnd; v++) {
      if (place[v] < 0 && isSet(v, v)) {
        degree[v] = neighbours(v);
        left[count++] = v;
      }
    }
    while (count > 0) {
      int best = 0;
      for (int c = 1; c < count; c++) {
        if (degree[left[c]] < degree[left[best]]) {
          best = c;
        }
      }
      eliminate(left[best]);
      left[best] = left[--count];
    }
  }

  /**
   * Eliminates a row: its neighbours become neighbours of one another, and their degrees follow.
   * Its own bits keep the neighbours left.
   */
  private void eliminate(int v) {
    take(v);
    bits[v * words + (v >> 6)] &= ~(1L << v);
    int count = 0;
    for (int w = 0; w < words; w++) {
      busy[count] = w;
      count += bits[v * words + w] != 0 ? 1 : 0;
    }
    for (int c = 0; c < count; c++) {
      for (long rest = bits[v * words + busy[c]]; rest != 0; rest &= rest - 1) {
        join(64 * busy[c] + Long.numberOfTrailingZeros(rest), v, count);
      }
    }
  }

  /** Makes the neighbours of v, in so many busy words, neighbours of u in the place of v. */
  private void join(int u, int v, int count) {
    int more = -1;
    for (int c = 0; c < count; c++) {
      int at = u * words + busy[c];
      long joined = bits[at] | bits[v * words + busy[c]];
      more += Long.bitCount(joined ^ bits[at]);
      bits[at] = joined;
    }
    bits[u * words + (v >> 6)] &= ~(1L << v);
    degree[u] += more;
  }

  /**
   * Writes the pattern of L and U from the neighbours that each row had left at its elimination.
   */
  private void writePattern(int singles) {
    int[] below = diagonal;
    int[] right = degree;
    Arrays.fill(below, 0, n, 0);
    Arrays.fill(right, 0, n, 0);
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
    start[0] = 0;
    for (int i = 0; i < n; i++) {
      diagonal[i] = start[i] + below[i];
      start[i + 1] = diagonal[i] + 1 + right[i];
    }
    if (columns.length < start[n]) {
      columns = new int[start[n] + start[n] / 2];
      factors = new double[columns.length];
    }
    int[] next = scratch;
    System.arraycopy(start, 0, next, 0, n);
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
