package org.plimsoll.sources.table;

import java.math.BigDecimal;

/** The one spelling of a number in our files. */
public final class Decimal {
  private Decimal() {}

  /**
   * The shortest decimal notation that reads back as the same double; whole numbers without a
   * point, very large and very small ones with an exponent. Negative zero is zero.
   *
   * @throws IllegalArgumentException if the number is not finite
   */
  public static String print(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a figure must be finite, but is " + value);
    }
    if (value == 0) {
      return "0";
    }
    double size = StrictMath.abs(value);
    if (size >= 1e-6 && size < 1e15) {
      return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
    return Double.toString(value).replace(".0E", "E").replace('E', 'e');
  }
}
