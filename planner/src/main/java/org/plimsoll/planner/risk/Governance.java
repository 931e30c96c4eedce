package org.plimsoll.planner.risk;

/** The scale on which the European Union's method weighs a supplier's governance. */
final class Governance {
  /** Weight of the weakest governance. */
  static final double WORST_WEIGHT = 10;

  private static final double LIMIT = 2.5;

  private Governance() {}

  /**
   * The weight w = 5 − 2 g in [0, 10]: 0 for the strongest governance, 10 for the weakest.
   *
   * @param governance mean of the six Worldwide Governance Indicators, −2.5 (weak) to 2.5 (strong);
   *     an estimate beyond counts as the end of the scale
   */
  static double toWeight(double governance) {
    return WORST_WEIGHT / 2 - 2 * Math.clamp(governance, -LIMIT, LIMIT);
  }
}
