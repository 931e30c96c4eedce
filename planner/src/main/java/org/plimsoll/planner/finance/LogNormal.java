package org.plimsoll.planner.finance;

/** Log-normal prices: normal draws by seed, and the closed form that checks them. */
public final class LogNormal {
  private LogNormal() {}

  /**
   * What the gap below a strike is worth, undiscounted: Black (1976), The pricing of commodity
   * contracts.
   *
   * @param expected mean of the price
   * @param strike in the same unit
   * @param volatility standard deviation of the logarithm over a year
   * @param years ahead
   */
  public static double meanGap(double expected, double strike, double volatility, double years) {
    double spread = volatility * StrictMath.sqrt(years);
    if (spread == 0) {
      return Math.max(0, strike - expected);
    }
    double above = StrictMath.log(expected / strike) / spread + spread / 2;
    return strike * probabilityBelow(spread - above) - expected * probabilityBelow(-above);
  }

  /**
   * A standard normal number that depends on its three arguments alone: Box and Muller (1958) over
   * two uniform numbers.
   */
  static double standardNormal(long seed, int draw, int year) {
    long state = mixed(mixed(seed) + mixed(draw + 0x632BE59BD9B4E019L) + year);
    double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform(state)));
    return radius * StrictMath.cos(2 * Math.PI * uniform(mixed(state)));
  }

  /** In (0, 1). */
  private static double uniform(long bits) {
    return ((bits >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /**
   * The chance of a standard normal number below {@code z}: the series of the error function up to
   * 8, to rounding.
   */
  static double probabilityBelow(double z) {
    if (z < -8) {
      return 0;
    }
    if (z > 8) {
      return 1;
    }
    double term = z;
    double sum = z;
    for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
      term *= z * z / i;
      sum += term;
    }
    return 0.5 + sum * StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI);
  }
}
