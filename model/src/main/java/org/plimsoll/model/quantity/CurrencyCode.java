package org.plimsoll.model.quantity;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 4217 code.
 *
 * @param code three capital letters
 */
public record CurrencyCode(String code) implements Comparable<CurrencyCode> {
  private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

  /** National and monetary unions' currencies of ISO 4217, list one, as of November 2026. */
  private static final SortedSet<String> LISTED =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(
              List.of(
                  """
                  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN \
                  BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB \
                  EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR \
                  ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD \
                  MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR \
                  PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE \
                  SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU \
                  UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG\
                  """
                      .split(" ", -1))));

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

  /** Whether ISO 4217 has it in use; units of account, metals and tests are not meant. */
  public boolean isListed() {
    return LISTED.contains(code);
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
