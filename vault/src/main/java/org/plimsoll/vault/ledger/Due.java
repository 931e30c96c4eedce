package org.plimsoll.vault.ledger;

import java.math.BigInteger;
import java.util.Optional;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;

/** Amounts of money that follow from a price and a mass: multiplied whole, divided once. */
final class Due {
  /** Beyond this an amount is a mistake. */
  static final long MOST = 1_000_000_000_000_000L;

  private static final BigInteger LIMIT = BigInteger.valueOf(MOST);
  private static final BigInteger TWO = BigInteger.TWO;

  private Due() {}

  /**
   * Price × mass × share, rounded to the minor unit, halves up; nothing if it is too large to be
   * meant.
   */
  static Optional<Money> of(PricePerKilogram price, long grams, Share share) {
    // Millionths a kilogram, grams, millionths: 6 + 3 + 6 decimals.
    BigInteger product =
        BigInteger.valueOf(price.millionths())
            .multiply(BigInteger.valueOf(grams))
            .multiply(BigInteger.valueOf(share.millionths()));
    return round(product, BigInteger.TEN.pow(15), price.currency());
  }

  /** {@code numerator / denominator} whole units as money, halves up. */
  static Optional<Money> round(BigInteger numerator, BigInteger denominator, CurrencyCode in) {
    BigInteger minor =
        numerator
            .multiply(BigInteger.TEN.pow(in.minorDigits()))
            .multiply(TWO)
            .add(denominator)
            .divide(denominator.multiply(TWO));
    return minor.compareTo(LIMIT) > 0
        ? Optional.empty()
        : Optional.of(new Money(minor.longValueExact(), in));
  }
}
