package org.plimsoll.border.levy;

import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.entry.ValueBasis;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/**
 * Brings declared values to the schedule's currency at the rate of the entry date, then to its
 * basis. Each of the two is rounded to the minor unit, halves up.
 */
final class ValueRule {
  private static final long BILLION = 1_000_000_000L;
  private static final long MILLION = 1_000_000L;

  private final LevySchedule schedule;
  private final Map<CurrencyCode, List<ExchangeRate>> rates = new HashMap<>();

  ValueRule(LevySchedule schedule) {
    this.schedule = schedule;
    for (ExchangeRate rate : schedule.rates()) {
      rates.put(
          rate.currency(),
          schedule.rates().stream()
              .filter(other -> other.currency().equals(rate.currency()))
              .sorted((a, b) -> b.from().compareTo(a.from()))
              .toList());
    }
  }

  /**
   * An amount of the entry in the schedule's currency.
   *
   * @throws LineRefused if there is no rate on the date
   */
  Money convert(Money amount, EntryLine line, Trail trail) {
    CurrencyCode from = amount.currency();
    CurrencyCode to = schedule.currency();
    if (from.equals(to)) {
      return amount;
    }
    ExchangeRate rate = rateOn(line, from);
    int digits = to.minorDigits() - from.minorDigits();
    long converted =
        Exact.product(
            amount.minor(),
            digits > 0
                ? Math.multiplyExact(rate.billionths(), Exact.tenTo(digits))
                : rate.billionths(),
            digits < 0 ? BILLION * Exact.tenTo(-digits) : BILLION,
            RoundingMode.HALF_UP);
    Money result = new Money(converted, to);
    if (trail.isKept()) {
      trail.add(
          "convert",
          "%s × %s (rate from %s)".formatted(amount, rate.toDecimal(), rate.from()),
          result.toString());
    }
    return result;
  }

  private ExchangeRate rateOn(EntryLine line, CurrencyCode currency) {
    for (ExchangeRate rate : rates.getOrDefault(currency, List.of())) {
      if (!line.date().isBefore(rate.from())) {
        return rate;
      }
    }
    throw new LineRefused(
        EntryColumn.CURRENCY,
        "the schedule has no rate of %s on %s; Maybe add one under rates"
            .formatted(currency, line.date()));
  }

  /**
   * A value on the schedule's basis.
   *
   * @throws LineRefused if it is on the other and the schedule states no freight
   */
  Money toBasis(Money value, EntryLine line, Trail trail) {
    if (line.valueBasis() == schedule.basis()) {
      return value;
    }
    Share freight =
        schedule
            .freight()
            .orElseThrow(() ->
                new LineRefused(
                    EntryColumn.INCOTERM_BASIS,
                    "is %s, but the schedule compares %s and states no freight; Maybe add freight"
                        .formatted(line.valueBasis(), schedule.basis())));
    long with = MILLION + freight.millionths();
    long minor =
        switch (line.valueBasis()) {
          case FOB -> Exact.product(value.minor(), with, MILLION, RoundingMode.HALF_UP);
          case CIF -> Exact.product(value.minor(), MILLION, with, RoundingMode.HALF_UP);
        };
    Money result = new Money(minor, value.currency());
    if (trail.isKept()) {
      trail.add(
          "basis",
          "%s %s %s (1 + freight of %s)"
              .formatted(
                  value,
                  line.valueBasis(),
                  line.valueBasis() == ValueBasis.FOB ? "×" : "÷",
                  freight),
          result + " " + schedule.basis());
    }
    return result;
  }

  /** Two bits: whether the value was converted, and whether it was brought to another basis. */
  static int shapeOf(int flags) {
    Flags all = new Flags(flags);
    return (all.has(Flag.CONVERTED) ? 2 : 0) | (all.has(Flag.BASIS_CHANGED) ? 1 : 0);
  }
}
