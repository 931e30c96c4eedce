package org.plimsoll.planner.commitments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDateTest {
  @Test
  void aMonthIsAllItsDays() {
    PrintedDate february = date("2028-02");
    assertEquals(LocalDate.of(2028, 2, 1), february.first());
    assertEquals(LocalDate.of(2028, 2, 29), february.last());
  }

  @Test
  void daysBetweenAMonthAndADayAreAnInterval() {
    assertEquals(new DayCount(5, 35), date("2026-04-05").since(date("2026-03")));
    assertEquals("5 to 35 days", date("2026-04-05").since(date("2026-03")).toString());
    assertEquals("1 day", date("2026-04-05").since(date("2026-04-04")).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026", "2026-02", "2026-02-04", "2024-02-29"})
  void printsAsItWasPrinted(String text) {
    assertEquals(text, date(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "early 2026", "2026-13", "2026-02-30", "04.02.2026", "planned 2025-11"})
  void otherWordsAreNoDate(String text) {
    assertTrue(PrintedDate.find(text).isEmpty());
  }

  @Test
  void theMessageNamesRowValueAndWayOut() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> PrintedDate.parse("soon", "the deadline of commitment C001"));
    assertEquals(
        "the deadline of commitment C001 is 'soon', which is not a date\n"
            + "Maybe write a day, month or year: 2026-03-06, 2026-03, 2026",
        refusal.getMessage());
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countingIsAntisymmetricAndKnownDaysLieInside(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LocalDate a = LocalDate.ofEpochDay(random.nextInt(20_000));
    LocalDate b = LocalDate.ofEpochDay(random.nextInt(20_000));
    PrintedDate monthOfA = date(a.toString().substring(0, 7));
    DayCount there = PrintedDate.of(b).since(monthOfA);
    DayCount back = monthOfA.since(PrintedDate.of(b));
    assertEquals(there.least(), -back.most());
    assertEquals(there.most(), -back.least());
    int exact = PrintedDate.of(b).since(PrintedDate.of(a)).least();
    assertTrue(there.least() <= exact && exact <= there.most());
  }

  private static PrintedDate date(String text) {
    return PrintedDate.parse(text, "the date");
  }
}
