package org.plimsoll.app.assess;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.plimsoll.border.files.Sum;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;

/** Exact amounts as people read them, and as programs do. */
public final class LevyText {
  private LevyText() {}

  /** {@code 1,234,567.89} */
  public static String money(long minor, CurrencyCode currency) {
    BigDecimal amount = new Money(minor, currency).toDecimal();
    return String.format(Locale.ROOT, "%,." + currency.minorDigits() + "f", amount);
  }

  /** {@code 1234567.89} */
  public static String plainMoney(long minor, CurrencyCode currency) {
    return new Money(minor, currency).toDecimal().toPlainString();
  }

  /** Content in kilograms, what is less than a gram left out. */
  public static String kilograms(Sum sum) {
    return String.format(Locale.ROOT, "%,.3f", new Mass(sum.contentGrams()).toKilograms());
  }

  /** The same for programs. */
  public static String plainKilograms(Sum sum) {
    return new Mass(sum.contentGrams()).toKilograms().toPlainString();
  }

  /** {@code 1,234} */
  public static String count(long things) {
    return String.format(Locale.ROOT, "%,d", things);
  }

  /** Who owes most first; those who owe the same by name. */
  public static List<Map.Entry<String, Sum>> byLevy(SortedMap<String, Sum> sums) {
    return sums.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Sum> e) -> e.getValue().levyMinor())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .toList();
  }
}
