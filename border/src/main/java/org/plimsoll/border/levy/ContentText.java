package org.plimsoll.border.levy;

import java.math.BigDecimal;

/** Content as people read it: kilograms to the microgram, without idle zeros. */
public final class ContentText {
  private static final int DECIMALS = 9;

  private ContentText() {}

  /** Kilograms of so many micrograms. */
  public static String of(long micrograms) {
    return BigDecimal.valueOf(micrograms, DECIMALS).stripTrailingZeros().toPlainString();
  }
}
