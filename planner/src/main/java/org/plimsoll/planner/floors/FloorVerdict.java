package org.plimsoll.planner.floors;

import java.util.Collection;

/** Whether makers inside the alliance are paid a floor. The one verdict on a floor everywhere. */
public enum FloorVerdict {
  /** A levy is raised, and each member's maker with output is paid at least 99% of the floor. */
  HELD,
  /** Some member's maker with output is paid less than 99% of the floor. */
  LEVIED_NOT_HELD,
  /** No levy is raised: makers are paid the floor without it. */
  IDLE,
  /** No member makes the product, so nobody can be paid the floor. */
  NO_MAKER;

  /** The share of the floor that counts as being paid it. */
  public static final double PAID_SHARE = 0.99;

  /** A levy below this, USD a tonne, is a solver's rounding. */
  private static final double NO_LEVY = 1e-6;

  /**
   * The verdict.
   *
   * @param floorUsdPerTonne the floor
   * @param levyUsdPerTonne the largest levy on goods that flow to members
   * @param paidUsdPerTonne what each member's maker with output is paid
   */
  public static FloorVerdict of(
      double floorUsdPerTonne, double levyUsdPerTonne, Collection<Double> paidUsdPerTonne) {
    if (paidUsdPerTonne.isEmpty()) {
      return NO_MAKER;
    }
    if (paidUsdPerTonne.stream().anyMatch(paid -> paid < PAID_SHARE * floorUsdPerTonne)) {
      return LEVIED_NOT_HELD;
    }
    return levyUsdPerTonne > NO_LEVY ? HELD : IDLE;
  }

  /** For a person. */
  public String word() {
    return switch (this) {
      case HELD -> "held";
      case LEVIED_NOT_HELD -> "levied, not held";
      case IDLE -> "idle";
      case NO_MAKER -> "no maker";
    };
  }
}
