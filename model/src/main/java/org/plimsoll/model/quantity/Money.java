package org.plimsoll.model.quantity;

import java.math.BigDecimal;

/**
 * An amount that is owed or paid: exact, in minor units of its currency.
 *
 * @param minor cents for the dollar, whole yen for the yen; negative for what is paid back
 * @param currency whose
 */
public record Money(long minor, CurrencyCode currency) {
  /** Nothing. */
  public static Money none(CurrencyCode currency) {
    return new Money(0, currency);
  }

  /**
   * An amount written in whole units: {@code 12.34}.
   *
   * @throws IllegalArgumentException if it has more decimals than the currency, or is too large
   */
  public static Money of(BigDecimal amount, CurrencyCode currency) {
    try {
      return new Money(amount.movePointRight(currency.minorDigits()).longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "an amount in %s has at most %d decimals and 18 digits, but this is: %s"
                  .formatted(currency, currency.minorDigits(), amount.toPlainString())
              + "\nMaybe round it first, by a rule that is stated",
          e);
    }
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException if the other is in another currency
   * @throws ArithmeticException if the sum has more than 18 digits
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, minorOf(other)), currency);
  }

  /**
   * The difference, negative if the other is larger.
   *
   * @throws IllegalArgumentException if the other is in another currency
   * @throws ArithmeticException if it has more than 18 digits
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, minorOf(other)), currency);
  }

  private long minorOf(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException(
          "amounts in %s and %s cannot be added\nMaybe convert one of them at a stated rate"
              .formatted(currency, other.currency));
    }
    return other.minor;
  }

  /** In whole units, with the decimals of the currency. */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(minor, currency.minorDigits());
  }

  @Override
  public String toString() {
    return toDecimal().toPlainString() + " " + currency;
  }
}
