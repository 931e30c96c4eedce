package org.plimsoll.border.screening;

/**
 * The interval of Wilson (1927, Journal of the American Statistical Association 22, 209-212) for a
 * share of which some trials are known; unlike the common one it never leaves [0, 1] and holds for
 * few trials.
 *
 * @param low lower end
 * @param share successes ÷ trials; 0 without trials
 * @param high upper end
 */
public record WilsonInterval(double low, double share, double high) {
  /** Standard normal quantile for 95%. */
  private static final double Z = 1.959963984540054;

  /**
   * The 95% interval.
   *
   * @throws IllegalArgumentException unless 0 ≤ successes ≤ trials
   */
  public static WilsonInterval of(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes must lie in [0, trials], but are " + successes + " of " + trials);
    }
    if (trials == 0) {
      return new WilsonInterval(0, 0, 1);
    }
    double n = trials;
    double p = successes / n;
    double widened = 1 + Z * Z / n;
    double centre = (p + Z * Z / (2 * n)) / widened;
    double half = Z * StrictMath.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / widened;
    return new WilsonInterval(
        successes == 0 ? 0 : centre - half, p, successes == trials ? 1 : centre + half);
  }
}
