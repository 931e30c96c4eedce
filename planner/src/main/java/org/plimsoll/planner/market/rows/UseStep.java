package org.plimsoll.planner.market.rows;

import java.util.List;

/**
 * A part of final use that gives way at one price.
 *
 * @param share of base use, in (0, 1]
 * @param chokeMultiple χ/ρ0: price over base price from which on it goes unserved
 */
public record UseStep(double share, double chokeMultiple) {
  /** Use that never gives way. */
  static final List<UseStep> UNLIMITED = of(Double.POSITIVE_INFINITY);

  /** All use in one step. */
  public static List<UseStep> of(double chokeMultiple) {
    return List.of(new UseStep(1, chokeMultiple));
  }
}
