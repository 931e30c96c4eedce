package org.plimsoll.border.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Into MMM before and after: RRR 100 and 120, then 10; GGG 5 and 15, then 40; FFF 20 and 20, then
 * 10. Means before: 110, 10, 20.
 */
class TradeScreenTest {
  private static final List<TradeRow> ROWS =
      List.of(
          row("2023", "RRR", "MMM", 100),
          row("2024", "RRR", "MMM", 120),
          row("2025", "RRR", "MMM", 10),
          row("2023", "GGG", "MMM", 5),
          row("2024", "GGG", "MMM", 15),
          row("2025", "GGG", "MMM", 40),
          row("2023", "FFF", "MMM", 20),
          row("2024", "FFF", "MMM", 20),
          row("2025", "FFF", "MMM", 10),
          row("2023", "RRR", "HHH", 0),
          row("2025", "RRR", "HHH", 50));

  private static TradeRow row(String period, String from, String to, long amount) {
    return new TradeRow(period, "282580", from, to, BigDecimal.valueOf(amount), "t");
  }

  /** Growth 30, fall of RRR 100; falls 110 mirror all growth, so 30 of 40 are not explained. */
  @Test
  void originsByHand() {
    assertEquals(
        List.of(new Shift("282580", "t", "GGG", "MMM", 10, 40, 0.3, 0.75)),
        new TradeScreen("RRR", "2025").listOrigins(ROWS));
  }

  /** HHH grows by 50 from nothing, as MMM takes 100 less: all of it mirrors that. */
  @Test
  void destinationsByHand() {
    assertEquals(
        List.of(new Shift("282580", "t", "RRR", "HHH", 0, 50, 0.5, 1)),
        new TradeScreen("RRR", "2025").listDestinations(ROWS));
  }

  @Test
  void withoutAFallNothingIsSaid() {
    assertEquals(List.of(), new TradeScreen("GGG", "2025").listOrigins(ROWS), "GGG grew");
    assertEquals(List.of(), new TradeScreen("GGG", "2025").listDestinations(ROWS));
    assertEquals(List.of(), new TradeScreen("RRR", "2030").listOrigins(ROWS), "nothing after");
  }

  /** Dollars stand beside tonnes and are not added to them; the order of rows is nothing. */
  @Test
  void unitsAreNotMixedAndOrderIsNothing() {
    List<TradeRow> more = new java.util.ArrayList<>(ROWS);
    more.add(new TradeRow("2025", "282580", "GGG", "MMM", BigDecimal.valueOf(1_000_000), "USD"));
    assertEquals(
        new TradeScreen("RRR", "2025").listOrigins(ROWS),
        new TradeScreen("RRR", "2025").listOrigins(more.reversed()));
  }
}
