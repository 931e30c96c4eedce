package org.plimsoll.border.levy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.plimsoll.model.quantity.CurrencyCode;

/**
 * A rate of exchange, in force until the next of its currency.
 *
 * @param currency that is converted
 * @param from first day
 * @param billionths of a unit of the schedule's currency that one unit of it is worth
 */
public record ExchangeRate(CurrencyCode currency, LocalDate from, long billionths) {
  private static final int DECIMALS = 9;

  public ExchangeRate {
    if (billionths <= 0 || billionths > 1_000_000_000_000_000L) {
      throw new IllegalArgumentException(
          "the rate of " + currency + " must lie in (0, 1,000,000], but is " + billionths + "e-9");
    }
  }

  /**
   * A rate written as a decimal: {@code 1.0825}.
   *
   * @throws IllegalArgumentException if it is not positive or has more than nine decimals
   */
  public static ExchangeRate of(CurrencyCode currency, LocalDate from, BigDecimal rate) {
    try {
      return new ExchangeRate(currency, from, rate.movePointRight(DECIMALS).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a rate has at most 9 decimals, but this is: " + rate.toPlainString(), e);
    }
  }

  /** As a decimal without idle zeros. */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(billionths, DECIMALS).stripTrailingZeros();
  }
}
