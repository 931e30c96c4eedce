package org.plimsoll.model.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact price, such as a floor written into a schedule.
 *
 * @param millionths of a unit of the currency, a kilogram of the product's basis
 * @param currency of the price
 */
public record PricePerKilogram(long millionths, CurrencyCode currency) {
  private static final int DECIMALS = 6;

  /**
   * A price written in whole units a kilogram: {@code 110} or {@code 1.589}.
   *
   * @throws IllegalArgumentException if it has more than six decimals, is negative or too large
   */
  public static PricePerKilogram of(BigDecimal price, CurrencyCode currency) {
    try {
      long millionths = price.movePointRight(DECIMALS).longValueExact();
      if (millionths >= 0) {
        return new PricePerKilogram(millionths, currency);
      }
    } catch (ArithmeticException e) {
      // Said below, as for a negative price.
    }
    throw new IllegalArgumentException(
        "a price a kilogram is not negative and has at most 6 decimals, but this is: "
            + price.toPlainString()
            + "\nMaybe round it to a millionth of a unit");
  }

  /**
   * The crossing from estimates to what is owed: a price in US dollars a tonne becomes the nearest
   * millionth of a dollar a kilogram, halves upwards.
   *
   * @throws IllegalArgumentException if it is negative or no number
   */
  public static PricePerKilogram roundUsdPerTonne(double usdPerTonne) {
    if (!(usdPerTonne >= 0 && usdPerTonne < 1e12)) {
      throw new IllegalArgumentException(
          "a price in USD a tonne must lie in [0, 1e12), but is " + usdPerTonne);
    }
    return of(
        new BigDecimal(usdPerTonne).movePointLeft(3).setScale(DECIMALS, RoundingMode.HALF_UP),
        CurrencyCode.USD);
  }

  /** In whole units a kilogram, without idle zeros. */
  public BigDecimal toDecimal() {
    BigDecimal price = BigDecimal.valueOf(millionths, DECIMALS).stripTrailingZeros();
    return price.scale() < 0 ? price.setScale(0) : price;
  }

  @Override
  public String toString() {
    return toDecimal().toPlainString() + " " + currency + "/kg";
  }
}
