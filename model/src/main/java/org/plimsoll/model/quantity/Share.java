package org.plimsoll.model.quantity;

import java.math.BigDecimal;

/**
 * An exact share or rate, such as an assay or a duty: what decides about money is not estimated.
 *
 * @param millionths 35,000 for 3.5%; not negative, but it may pass one
 */
public record Share(long millionths) implements Comparable<Share> {
  private static final int DECIMALS = 6;
  private static final long WHOLE = 1_000_000;

  public static final Share NONE = new Share(0);
  public static final Share ONE = new Share(WHOLE);

  public Share {
    if (millionths < 0) {
      throw new IllegalArgumentException("a share is not negative, but this is: " + millionths);
    }
  }

  /**
   * A share written as a decimal: {@code 0.035}.
   *
   * @throws IllegalArgumentException if it is negative, too large or has more than six decimals
   */
  public static Share of(BigDecimal share) {
    try {
      return new Share(share.movePointRight(DECIMALS).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a share has at most 6 decimals, but this is: "
              + share.toPlainString()
              + "\nMaybe round it to a millionth",
          e);
    }
  }

  /**
   * The crossing from estimates to what is owed: the nearest millionth.
   *
   * @throws IllegalArgumentException if it is negative, no number, or above a million
   */
  public static Share round(double share) {
    if (!(share >= 0 && share <= WHOLE)) {
      throw new IllegalArgumentException("a share must lie in [0, 1e6], but is " + share);
    }
    return new Share(Math.round(share * WHOLE));
  }

  /** As a decimal without idle zeros. */
  public BigDecimal toDecimal() {
    BigDecimal share = BigDecimal.valueOf(millionths, DECIMALS).stripTrailingZeros();
    return share.scale() < 0 ? share.setScale(0) : share;
  }

  @Override
  public int compareTo(Share other) {
    return Long.compare(millionths, other.millionths);
  }

  @Override
  public String toString() {
    return toDecimal().toPlainString();
  }
}
