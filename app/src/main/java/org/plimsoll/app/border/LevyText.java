package org.plimsoll.app.border;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.plimsoll.border.files.run.Sum;
import org.plimsoll.model.quantity.CurrencyCode;

/** Exact amounts as people read them, and as programs do. */
public final class LevyText {
  private static final BigInteger MICROGRAMS = BigInteger.valueOf(1_000_000);
  private static final int GRAMS = 3;
  private static final int MICROGRAM_DECIMALS = 9;

  private LevyText() {}

  /** {@code 1,234,567.89} */
  public static String money(BigInteger minor, CurrencyCode currency) {
    return grouped(minor, currency.minorDigits());
  }

  /** {@code 1234567.89} */
  public static String plainMoney(BigInteger minor, CurrencyCode currency) {
    return new BigDecimal(minor, currency.minorDigits()).toPlainString();
  }

  /** Content in kilograms to the gram, rounded down. */
  public static String kilograms(Sum sum) {
    return grouped(sum.contentMicrograms().divide(MICROGRAMS), GRAMS);
  }

  /** The same for programs, whole. */
  public static String plainKilograms(Sum sum) {
    return new BigDecimal(sum.contentMicrograms(), MICROGRAM_DECIMALS).toPlainString();
  }

  private static String grouped(BigInteger number, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", new BigDecimal(number, decimals));
  }

  /** {@code 1,234} */
  public static String count(long things) {
    return String.format(Locale.ROOT, "%,d", things);
  }

  /** Who owes most first; those who owe the same by name. */
  public static List<Map.Entry<String, Sum>> byLevy(SortedMap<String, Sum> sums) {
    return sums.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Sum> e) -> e.getValue().levyMinor())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .toList();
  }
}
