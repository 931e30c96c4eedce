package org.plimsoll.vault.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.vault.terms.Term;
import org.plimsoll.vault.terms.Terms;

/**
 * What it costs to hold an entitlement, day by day: price × quantity × rate / 365 + storage.
 * Interest is on what is held and what is drawn, since the loan that bought it runs on; storage is
 * on what is held. What stands at the end of a day bears the day. Nothing is rounded before the
 * invoice.
 *
 * @param days in order
 * @param currency of the contract
 */
public record CarryingCost(List<Day> days, CurrencyCode currency) {
  private static final BigInteger DAYS_A_YEAR = BigInteger.valueOf(365);

  /** Millionths a kilogram × grams × millionths a year, a 365th. */
  private static final BigInteger DENOMINATOR = BigInteger.TEN.pow(15).multiply(DAYS_A_YEAR);

  private static final BigInteger STORAGE_SCALE = BigInteger.TEN.pow(6).multiply(DAYS_A_YEAR);

  /**
   * One day.
   *
   * @param day the date
   * @param heldGrams entitlement at its end
   * @param drawnGrams out and not replenished at its end
   * @param parts the cost, in 1 / (365 × 10^15) of a unit of the currency
   */
  public record Day(LocalDate day, long heldGrams, long drawnGrams, BigInteger parts) {}

  /**
   * Grams at the end of a day.
   *
   * @param heldGrams entitlement
   * @param drawnGrams out
   */
  public record Position(long heldGrams, long drawnGrams) {}

  public CarryingCost {
    days = List.copyOf(days);
  }

  /**
   * From {@code first} to {@code last}, both included.
   *
   * @param positions by the day from whose end they stand
   */
  public static CarryingCost of(
      PricePerKilogram price,
      Terms terms,
      SortedMap<LocalDate, Position> positions,
      LocalDate first,
      LocalDate last) {
    BigInteger interest =
        BigInteger.valueOf(price.millionths())
            .multiply(BigInteger.valueOf(terms.share(Term.INTEREST).millionths()));
    BigInteger storage =
        BigInteger.valueOf(terms.price(Term.STORAGE_KG_DAY, price.currency()).millionths())
            .multiply(STORAGE_SCALE);
    List<Day> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      SortedMap<LocalDate, Position> before = positions.headMap(day.plusDays(1));
      Position position =
          before.isEmpty() ? new Position(0, 0) : before.sequencedValues().getLast();
      BigInteger held = BigInteger.valueOf(position.heldGrams());
      BigInteger all = held.add(BigInteger.valueOf(position.drawnGrams()));
      days.add(
          new Day(
              day,
              position.heldGrams(),
              position.drawnGrams(),
              all.multiply(interest).add(held.multiply(storage))));
    }
    return new CarryingCost(days, price.currency());
  }

  /** Whether no day bears anything and nothing was held. */
  public boolean isNothing() {
    return days.stream().allMatch(day -> day.heldGrams() == 0 && day.drawnGrams() == 0);
  }

  /** Days in whole units, rounded to 6 decimals to be read; the invoice is not made of it. */
  public BigDecimal toDecimal(List<Day> some) {
    BigInteger parts = some.stream().map(Day::parts).reduce(BigInteger.ZERO, BigInteger::add);
    return new BigDecimal(parts).divide(new BigDecimal(DENOMINATOR), 6, RoundingMode.HALF_UP);
  }

  /**
   * The sum, rounded once to the minor unit, halves up.
   *
   * @throws ArithmeticException if it is beyond 10^15 minor units
   */
  public Money invoice() {
    BigInteger parts = days.stream().map(Day::parts).reduce(BigInteger.ZERO, BigInteger::add);
    return Due.round(parts, DENOMINATOR, currency)
        .orElseThrow(() -> new ArithmeticException("a carrying cost beyond 10^15 minor units"));
  }
}
