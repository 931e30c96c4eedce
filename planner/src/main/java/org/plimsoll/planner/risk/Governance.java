package org.plimsoll.planner.risk;

/** The scales on which the methods weigh the governance of a supplier's country. */
public final class Governance {
  /** Weight of the weakest governance in the European Union's method. */
  public static final double WORST_WEIGHT = 10;

  private static final double LIMIT = 2.5;

  private Governance() {}

  /**
   * The weight w = 5 − 2 g in [0, 10]: 0 for the strongest governance, 10 for the weakest.
   *
   * @param governance mean of the six Worldwide Governance Indicators, −2.5 (weak) to 2.5 (strong);
   *     an estimate beyond counts as the end of the scale
   */
  public static double toWeight(double governance) {
    return WORST_WEIGHT / 2 - 2 * Math.clamp(governance, -LIMIT, LIMIT);
  }

  /**
   * Political instability g = 0.5 − e ÷ 5 in [0, 1] of GeoPolRisk: 0 for the most stable country, 1
   * for the least.
   *
   * @param stability estimate e of the indicator Political Stability and Absence of Violence, −2.5
   *     to 2.5; one beyond counts as the end of the scale
   */
  public static double toInstability(double stability) {
    return 0.5 - Math.clamp(stability, -LIMIT, LIMIT) / (2 * LIMIT);
  }
}
