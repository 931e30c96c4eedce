package org.plimsoll.vault.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.PricePerKilogram;

/** Price 300 a kg, interest 5% a year, storage 0.001 a kg and day. */
class CarryingCostTest {
  private static final PricePerKilogram PRICE =
      PricePerKilogram.of(BigDecimal.valueOf(300), CurrencyCode.USD);
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private final SortedMap<LocalDate, CarryingCost.Position> positions = new TreeMap<>();

  private CarryingCost cost(LocalDate first, LocalDate last) {
    return CarryingCost.of(PRICE, TinyVault.TERMS, positions, first, last);
  }

  private String invoice(LocalDate first, LocalDate last) {
    return cost(first, last).invoice().toString();
  }

  /** 1,000 kg for a year: 300,000 × 5% + 1,000 × 0.001 × 365 = 15,000 + 365. */
  @Test
  void aYear() {
    positions.put(FIRST, new CarryingCost.Position(1_000_000, 0));
    assertEquals("15365.00 USD", invoice(FIRST, FIRST.plusDays(364)));
  }

  /** A leap year has a day more of both: 15,365 × 366 / 365 = 15,407.095… */
  @Test
  void aLeapYear() {
    positions.put(LocalDate.of(2028, 1, 1), new CarryingCost.Position(1_000_000, 0));
    assertEquals("15407.10 USD", invoice(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31)));
  }

  /** A draw of 400 kg on day 11 spares its storage for the 355 days that are left: 0.4 × 355. */
  @Test
  void whatIsDrawnBearsInterestOnly() {
    positions.put(FIRST, new CarryingCost.Position(1_000_000, 0));
    positions.put(FIRST.plusDays(10), new CarryingCost.Position(600_000, 400_000));
    assertEquals("15223.00 USD", invoice(FIRST, FIRST.plusDays(364)));
  }

  /** A gram for a day is 0.3 × 0.05 / 365 + 0.000001: nothing; for ten years it is 15.4 cents. */
  @Test
  void smallAmountsAddUpBeforeTheyAreRounded() {
    positions.put(FIRST, new CarryingCost.Position(1, 0));
    assertEquals("0.00 USD", invoice(FIRST, FIRST));
    assertEquals("0.15 USD", invoice(FIRST, FIRST.plusDays(3649)));
  }

  /**
   * A day of 1,000 kg: 1,000 × 300 × 5% ÷ 365 + 1 = 42.095890…; ten are not ten times the cents.
   */
  @Test
  void daysAreReadWithSixDecimals() {
    positions.put(FIRST, new CarryingCost.Position(1_000_000, 0));
    CarryingCost cost = cost(FIRST, FIRST.plusDays(9));
    assertEquals("42.095890", cost.toDecimal(cost.days().subList(0, 1)).toString());
    assertEquals("420.958904", cost.toDecimal(cost.days()).toString());
    assertEquals("0.000000", cost.toDecimal(List.of()).toString());
  }

  @Test
  void nothingIsNothingHeldAndNothingDrawn() {
    assertTrue(cost(FIRST, FIRST).isNothing());
    positions.put(FIRST, new CarryingCost.Position(1, 0));
    positions.put(FIRST.plusDays(1), new CarryingCost.Position(0, 1));
    positions.put(FIRST.plusDays(2), new CarryingCost.Position(0, 0));
    assertFalse(cost(FIRST, FIRST).isNothing());
    assertFalse(cost(FIRST.plusDays(1), FIRST.plusDays(1)).isNothing());
    assertFalse(cost(FIRST.plusDays(1), FIRST.plusDays(2)).isNothing());
    assertTrue(cost(FIRST.plusDays(2), FIRST.plusDays(9)).isNothing());
  }

  /** 10^15 g at 300 for ten years is 1.5 × 10^14 units, 1.5 × 10^16 cents. */
  @Test
  void anInvoiceBeyondAllMeasureIsRefused() {
    positions.put(FIRST, new CarryingCost.Position(Due.MOST, 0));
    assertThrows(ArithmeticException.class, () -> invoice(FIRST, FIRST.plusDays(3649)));
  }

  @Test
  void beforeTheFirstPositionThereIsNothing() {
    positions.put(FIRST.plusDays(1), new CarryingCost.Position(1_000_000, 0));
    assertEquals("0.00 USD", invoice(FIRST.minusDays(9), FIRST));
  }
}
