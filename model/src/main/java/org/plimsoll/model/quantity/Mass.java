package org.plimsoll.model.quantity;

import java.math.BigDecimal;

/**
 * A mass that is declared, levied or held: exact.
 *
 * @param grams whole grams
 */
public record Mass(long grams) {
  private static final int DECIMALS = 3;

  /**
   * A mass written in kilograms.
   *
   * @throws IllegalArgumentException if it is no whole number of grams, or too large
   */
  public static Mass ofKilograms(BigDecimal kilograms) {
    try {
      return new Mass(kilograms.movePointRight(DECIMALS).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a mass in kilograms has at most 3 decimals and 16 digits before them, but this is: "
              + kilograms.toPlainString()
              + "\nMaybe round it to grams",
          e);
    }
  }

  /**
   * The crossing from estimates to what is owed or held: the nearest gram.
   *
   * @throws IllegalArgumentException if it is negative, no number, or more than 9 Gt
   */
  public static Mass roundTonnes(double tonnes) {
    if (!(tonnes >= 0 && tonnes < 9e9)) {
      throw new IllegalArgumentException("tonnes must lie in [0, 9e9), but are " + tonnes);
    }
    return new Mass(Math.round(tonnes * 1_000_000));
  }

  /** In kilograms, with three decimals. */
  public BigDecimal toKilograms() {
    return BigDecimal.valueOf(grams, DECIMALS);
  }

  @Override
  public String toString() {
    return toKilograms().toPlainString() + " kg";
  }
}
