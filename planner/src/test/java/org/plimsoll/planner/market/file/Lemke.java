package org.plimsoll.planner.market.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Solves w = q + M z, w ≥ 0, z ≥ 0, w · z = 0 by Lemke's method (Lemke 1965, <em>Management
 * Science</em> 11) in whole numbers, so that nothing is ever rounded: slow, and plainly right.
 *
 * <p>Pivots divide by the one before, which leaves no rest (Edmonds 1967); ties are broken
 * lexicographically, so that it cannot run in circles.
 */
final class Lemke {
  private static final int MOST_PIVOTS = 20_000;

  private final int n;

  /** Rows of w − M z − z0 = q: columns of w, of z, of z0, and q; all over {@link #scale}. */
  private final BigInteger[][] rows;

  /** What every entry is divided by, above 0. */
  private BigInteger scale = BigInteger.ONE;

  /** By row: the column that is basic there. */
  private final int[] basis;

  private Lemke(BigDecimal[][] m, BigDecimal[] q) {
    n = q.length;
    rows = new BigInteger[n][];
    basis = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = row(i, m[i], q[i]);
      basis[i] = i;
    }
  }

  /** One row in whole numbers: w_i is counted in a unit of its own. */
  private BigInteger[] row(int i, BigDecimal[] m, BigDecimal q) {
    int digits = Math.max(0, q.scale());
    for (BigDecimal value : m) {
      digits = Math.max(digits, value.scale());
    }
    BigInteger[] row = new BigInteger[2 * n + 2];
    Arrays.fill(row, BigInteger.ZERO);
    row[i] = BigInteger.ONE;
    for (int j = 0; j < n; j++) {
      row[n + j] = m[j].movePointRight(digits).toBigIntegerExact().negate();
    }
    row[2 * n] = BigInteger.ONE.negate();
    row[2 * n + 1] = q.movePointRight(digits).toBigIntegerExact();
    return row;
  }

  /**
   * The z of a solution; empty if the method ends on a ray, which for a market says that there is
   * none.
   */
  static Optional<List<BigDecimal>> solve(BigDecimal[][] m, BigDecimal[] q) {
    return new Lemke(m, q).solve();
  }

  private Optional<List<BigDecimal>> solve() {
    int last = 2 * n + 1;
    int row = 0;
    for (int i = 1; i < n; i++) {
      row = rows[i][last].compareTo(rows[row][last]) <= 0 ? i : row;
    }
    if (n == 0 || rows[row][last].signum() >= 0) {
      return Optional.of(answer());
    }
    int entering = 2 * n;
    for (int pivots = 0; pivots < MOST_PIVOTS; pivots++) {
      int leaving = basis[row];
      pivot(row, entering);
      if (leaving == 2 * n) {
        return Optional.of(answer());
      }
      entering = leaving < n ? leaving + n : leaving - n;
      row = leavingRow(entering);
      if (row < 0) {
        return Optional.empty();
      }
    }
    throw new IllegalStateException("more than " + MOST_PIVOTS + " pivots on " + n + " unknowns");
  }

  /** The row whose basic variable reaches nothing first; −1 if none ever does. */
  private int leavingRow(int column) {
    int best = -1;
    for (int i = 0; i < n; i++) {
      if (rows[i][column].signum() > 0 && (best < 0 || isBefore(i, best, column))) {
        best = i;
      }
    }
    return best;
  }

  private boolean isBefore(int one, int other, int column) {
    BigInteger a = rows[one][column];
    BigInteger b = rows[other][column];
    int order = rows[one][2 * n + 1].multiply(b).compareTo(rows[other][2 * n + 1].multiply(a));
    if (order == 0 && (basis[one] == 2 * n || basis[other] == 2 * n)) {
      return basis[one] == 2 * n;
    }
    for (int j = 0; j < n && order == 0; j++) {
      order = rows[one][j].multiply(b).compareTo(rows[other][j].multiply(a));
    }
    return order < 0;
  }

  private void pivot(int row, int column) {
    if (rows[row][column].signum() < 0) {
      rows[row] = Arrays.stream(rows[row]).map(BigInteger::negate).toArray(BigInteger[]::new);
    }
    BigInteger pivot = rows[row][column];
    for (int i = 0; i < n; i++) {
      if (i != row) {
        BigInteger factor = rows[i][column];
        for (int j = 0; j < rows[i].length; j++) {
          rows[i][j] =
              rows[i][j].multiply(pivot).subtract(factor.multiply(rows[row][j])).divide(scale);
        }
      }
    }
    scale = pivot;
    basis[row] = column;
  }

  private List<BigDecimal> answer() {
    BigDecimal[] z = new BigDecimal[n];
    Arrays.fill(z, BigDecimal.ZERO);
    for (int i = 0; i < n; i++) {
      if (basis[i] >= n && basis[i] < 2 * n) {
        z[basis[i] - n] =
            new BigDecimal(rows[i][2 * n + 1])
                .divide(new BigDecimal(scale), MathContext.DECIMAL128);
      }
    }
    return List.of(z);
  }
}
