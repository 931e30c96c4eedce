package org.plimsoll.border.screening;

import org.plimsoll.model.quantity.CurrencyCode;

/**
 * The value a kilogram of content, and what is usual. In whole units of the currency.
 *
 * @param currency and basis of the value
 * @param perKilogram of the line
 * @param median of its peers
 * @param low two widths of them below the median
 * @param high two widths above it
 * @param peers how many
 */
public record PriceAmongPeers(
    String currency, double perKilogram, double median, double low, double high, int peers) {
  private static final double WIDTHS = 2;
  private static final double KILOGRAMS_PER_TONNE = 1000;

  static PriceAmongPeers of(Held line, Spread spread) {
    int digits = CurrencyCode.of(line.terms().substring(0, 3)).minorDigits();
    double minor = KILOGRAMS_PER_TONNE * StrictMath.pow(10, digits);
    return new PriceAmongPeers(
        line.terms(),
        StrictMath.exp(line.logUnitValue()) / minor,
        StrictMath.exp(spread.median()) / minor,
        StrictMath.exp(spread.median() - WIDTHS * spread.below()) / minor,
        StrictMath.exp(spread.median() + WIDTHS * spread.above()) / minor,
        spread.count());
  }
}
