package org.plimsoll.planner.risk;

/**
 * The lowest and the highest value that the evidence allows, in the unit that the holder states.
 * Both are the same where nothing is folded and nothing is missing.
 *
 * @param low at most {@code high}
 * @param high at least {@code low}
 */
public record Bounds(double low, double high) {
  public Bounds {
    if (!(low <= high)) {
      throw new IllegalArgumentException("bounds need low <= high, but are " + low + ", " + high);
    }
  }

  /** Whether the evidence allows one value only. */
  public boolean isExact() {
    return low == high;
  }
}
