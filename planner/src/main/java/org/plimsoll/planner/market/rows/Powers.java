package org.plimsoll.planner.market.rows;

/**
 * Powers of ratios to the base, the most frequent operation of a search. Small whole exponents are
 * products; others take one exponential and one logarithm. Results are bit-identical on all
 * machines.
 */
public final class Powers {
  private Powers() {}

  /**
   * x^y to a few units in the last place times |y ln x|.
   *
   * @param x not negative
   */
  public static double of(double x, double y) {
    if (y < 0) {
      return 1 / of(x, -y);
    }
    if (x == 1 || y == 0) {
      return 1;
    }
    if (y == 1) {
      return x;
    }
    if (y == 2) {
      return x * x;
    }
    return y == 3 ? x * x * x : StrictMath.exp(y * StrictMath.log(x));
  }
}
