package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Share;

/** What a book says of the quotas of its versions. */
class ScheduleBookTest {
  private static final Instrument TENTH = new Instrument.AdValorem(new Share(100_000));

  private static Instrument quota(String name, long grams) {
    return new Instrument.TariffRateQuota(
        name, new Mass(grams), TinyLaw.rate("0", "0"), TinyLaw.rate("0.1", "0"));
  }

  private static LevySchedule version(String from, String until, Instrument instrument) {
    LevySchedule tiny = TinyLaw.schedule();
    return new LevySchedule(
        tiny.id(),
        from,
        tiny.title(),
        LocalDate.parse(from),
        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
        tiny.basis(),
        tiny.currency(),
        tiny.hsEdition(),
        tiny.rounding(),
        tiny.freight(),
        tiny.exemptions(),
        List.of(),
        tiny.rates(),
        List.of(TinyLaw.rule("tungsten/apt", "284180", "W", instrument)));
  }

  /** A kilogram, from July 2027 two, from 2028 none, from the last day of 2029 three. */
  private static final ScheduleBook BOOK =
      ScheduleBook.of(
          version("2027-01-01", "2027-07-01", quota("q", 1000)),
          version(
              "2027-07-01",
              "2028-01-01",
              new Instrument.Together(
                  List.of(
                      new Instrument.Part(TENTH, true),
                      new Instrument.Part(quota("q", 2000), true)))),
          version("2028-01-01", "2029-12-31", TENTH),
          version("2029-12-31", "", quota("q", 3000)));

  @ParameterizedTest
  @CsvSource({
    "q, 2026, 0, 0",
    "q, 2027, 0, 2000",
    "q, 2027, 1500, 500",
    "q, 2027, 2000, 0",
    "q, 2027, 2001, 0", // taken before the quota was lowered
    "q, 2028, 0, 0",
    "q, 2029, 1, 2999",
    "q, 2040, 0, 3000",
    "other, 2027, 0, 0",
  })
  void whatIsLeftIsSaidByTheLastVersionOfTheYear(
      String name, int year, long takenGrams, long leftGrams) {
    assertEquals(
        leftGrams * 1_000_000,
        BOOK.leftMicrograms(new QuotaYear(name, year), takenGrams * 1_000_000));
  }

  @Test
  void quotasAreFoundByName() {
    assertTrue(BOOK.hasQuota("q"));
    assertFalse(BOOK.hasQuota("other"));
    assertTrue(BOOK.hasQuotas());
    ScheduleBook without = ScheduleBook.of(version("2027-01-01", "", TENTH));
    assertFalse(without.hasQuotas());
    assertFalse(without.hasQuota("q"));
    assertEquals(Optional.empty(), TENTH.findQuota());
  }
}
