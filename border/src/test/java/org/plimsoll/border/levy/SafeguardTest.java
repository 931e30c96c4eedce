package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.quantity.Money;

/**
 * The price-based special safeguard (WTO Agreement on Agriculture, Article 5.5) as a ladder of five
 * tiers: the European tariff writes, for a trigger of 158.90 a 100 kg, tiers from 143.01, 95.34,
 * 63.56 and 39.725 with duties 42.903 − 0.3 P, 61.971 − 0.5 P, 74.683 − 0.7 P and 82.628 − 0.9 P.
 */
class SafeguardTest {
  /** A hundred thousand tonnes, so that the published tenths of a thousandth are whole cents. */
  private static final String HUNDREDS = "100000";

  @ParameterizedTest
  @CsvSource({
    // P a 100 kg, duty a 100 kg
    "158.9, 0",
    "150.955, 0",
    "143.01, 0",
    "127.12, 4.767",
    "95.34, 14.301",
    "79.45, 22.246",
    "63.56, 30.191",
    "47.67, 41.314",
    "39.725, 46.8755",
    "15.89, 68.327",
    "0, 82.628",
  })
  void publishedDutiesAreMetExactly(BigDecimal price, BigDecimal duty) {
    EntryLine line =
        TinyLaw.line(
            "811010",
            "Sb",
            new BigDecimal(HUNDREDS).movePointRight(2).toPlainString(),
            "",
            price.multiply(new BigDecimal(HUNDREDS)).toPlainString());
    LevyEngine engine = new LevyEngine(ScheduleBook.of(TinyLaw.schedule()));
    if (!(engine.assess(line, new QuotaLedger()) instanceof Assessed.Levied(LevyAssessment a))) {
      throw new AssertionError("refused");
    }
    assertEquals(Money.of(duty.multiply(new BigDecimal(HUNDREDS)), a.levy().currency()), a.levy());
  }
}
