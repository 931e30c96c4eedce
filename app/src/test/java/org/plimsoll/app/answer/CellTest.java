package org.plimsoll.app.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.model.provenance.Interval;

class CellTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0         | 3 | 0",
        "-0.0      | 3 | 0",
        "96600     | 3 | 96,600",
        "1234567   | 3 | 1,230,000",
        "1234567   | 2 | 1,200,000",
        "999.6     | 3 | 1,000",
        "123.4     | 3 | 123",
        "0.53824   | 3 | 0.538",
        "0.0001234 | 2 | 0.00012",
        "-1234.5   | 3 | -1,230",
        "12.5      | 2 | 12",
      })
  void figuresHaveSoManyDigits(double value, int digits, String expected) {
    assertEquals(expected, Cell.number(value, digits));
  }

  @Test
  void aSpanThatRoundsToOneNumberIsOneNumber() {
    assertEquals("0.58", new Cell.Span(0.5801, 0.5802, 3).text());
    assertEquals("0.49–0.58", new Cell.Span(0.49, 0.58, 3).text());
  }

  @Test
  void aShareIsAPercentage() {
    assertEquals("-150%", new Cell.Share(-1.5, 3).text());
    assertEquals("33.3%", new Cell.Share(1 / 3.0, 3).text());
  }

  @Test
  void aRangeHasItsEndsInBracketsUnlessTheyRoundToTheSame() {
    assertEquals("2 (1–4)", new Cell.Range(new Interval(1, 2, 4), 3, false).text());
    assertEquals("418", new Cell.Range(Interval.exactly(418), 3, false).text());
    assertEquals("0.02", new Cell.Range(new Interval(0.02, 0.02, 0.020001), 3, false).text());
    assertEquals(
        "-98.2% (-99.3%–-95.8%)",
        new Cell.Range(new Interval(-0.993, -0.982, -0.958), 3, true).text());
  }
}
