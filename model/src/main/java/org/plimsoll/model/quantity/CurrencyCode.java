package org.plimsoll.model.quantity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 4217 code.
 *
 * @param code three capital letters
 */
public record CurrencyCode(String code) implements Comparable<CurrencyCode> {
  private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

  public static final CurrencyCode USD = new CurrencyCode("USD");
  public static final CurrencyCode EUR = new CurrencyCode("EUR");

  public CurrencyCode {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a currency is written as an ISO 4217 code of three capital letters, but this is: '"
              + code
              + "'\nMaybe write USD, EUR or JPY");
    }
  }

  public static CurrencyCode of(String code) {
    return new CurrencyCode(code);
  }

  /** Decimals of its minor unit by ISO 4217: 2 for most, none for the yen, 3 for some dinars. */
  public int minorDigits() {
    return switch (code) {
      case "BIF",
          "CLP",
          "DJF",
          "GNF",
          "ISK",
          "JPY",
          "KMF",
          "KRW",
          "PYG",
          "RWF",
          "UGX",
          "VND",
          "VUV",
          "XAF",
          "XOF",
          "XPF" ->
          0;
      case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" -> 3;
      default -> 2;
    };
  }

  @Override
  public int compareTo(CurrencyCode other) {
    return code.compareTo(other.code);
  }

  /** Written out, since a record's own is slow until the second compiler has seen it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CurrencyCode currency && code.equals(currency.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code;
  }
}
