package org.plimsoll.planner.market.equations;

/**
 * The part that rows have in common: max(own − cap, min(own, slack)), with the weight of each of
 * the three in the row.
 *
 * <p>While {@link #smoothing} s is above 0, min(a, b) stands for (a + b − √((a−b)² + 4s²))/2 (Chen
 * and Harker 1993; Kanzow 1996); at s = 0 rows are exact and one weight is 1.
 */
final class Complementarity {
  /** From its cap, as a share of the base, at which an unknown counts as there. */
  private static final double NEAR = 1e-5;

  /** By unknown: rows that are struck out, or whose price is at the least. */
  final boolean[] fixed;

  /** By unknown: weight in its row of its own bounds, of its slack, and of a moving cap. */
  final double[] own;

  final double[] slack;
  final double[] cap;

  /** By unknown: the unknown less its cap, at the last exact row. */
  private final double[] over;

  double smoothing;

  Complementarity(int unknowns, Workspace workspace) {
    fixed = workspace.booleans(unknowns);
    own = workspace.doubles(unknowns);
    slack = workspace.doubles(unknowns);
    cap = workspace.doubles(unknowns);
    over = workspace.doubles(unknowns);
  }

  /** Whether the cap is where the unknown is, not the other bound. */
  boolean isNearCap(int unknown) {
    return Math.abs(over[unknown]) < NEAR;
  }

  /** A row that holds its unknown at nothing, whatever else moves. */
  double strikeOut(int unknown, double z) {
    fixed[unknown] = true;
    return z;
  }

  /**
   * The value of a row.
   *
   * @param ownPart the unknown, infinite where nothing keeps it from below
   * @param overPart the unknown less its cap
   * @param slackPart what is 0 between the bounds
   */
  double row(int unknown, double ownPart, double overPart, double slackPart) {
    over[unknown] = overPart;
    if (smoothing == 0) {
      boolean isOver = overPart > Math.min(ownPart, slackPart);
      boolean isOwn = !isOver && ownPart < slackPart;
      own[unknown] = isOver || isOwn ? 1 : 0;
      slack[unknown] = isOver || isOwn ? 0 : 1;
      cap[unknown] = isOver ? 1 : 0;
      return isOver ? overPart : isOwn ? ownPart : slackPart;
    }
    double row = slackPart;
    double toOwn = 0;
    if (ownPart < Double.POSITIVE_INFINITY) {
      double low = ownPart - slackPart;
      double root = Math.sqrt(low * low + 4 * smoothing * smoothing);
      row = (ownPart + slackPart - root) / 2;
      toOwn = root > 0 ? (1 - low / root) / 2 : 0;
    }
    double toCap = 0;
    if (overPart > Double.NEGATIVE_INFINITY) {
      double high = overPart - row;
      double upper = Math.sqrt(high * high + 4 * smoothing * smoothing);
      toCap = upper > 0 ? (1 + high / upper) / 2 : 0;
      row = (overPart + row + upper) / 2;
    }
    own[unknown] = toCap + (1 - toCap) * toOwn;
    slack[unknown] = (1 - toCap) * (1 - toOwn);
    cap[unknown] = toCap;
    return row;
  }
}
