package org.plimsoll.planner.backtest;

/** The standard normal distribution. */
final class Normal {
  private Normal() {}

  /** Probability below z, to 10⁻⁷: Abramowitz and Stegun (1964), 7.1.26. */
  static double distribution(double z) {
    double x = Math.abs(z) / StrictMath.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double series =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double tail = series * StrictMath.exp(-x * x) / 2;
    return z > 0 ? 1 - tail : tail;
  }
}
