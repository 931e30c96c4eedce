package org.plimsoll.app.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gain is a difference of large sums: it is printed to the digits that these leave it. */
class KnownDigitsTest {
  @ParameterizedTest
  @CsvSource({
    "123.456789, 1e6, 123.46",
    "-0.0031, 1e6, 0",
    "0.126, 1e6, 0.13",
    "4567, 1e12, 0",
    "45678, 1e12, 50000",
    "7.123456789, 0, 7.123456789"
  })
  void aDifferenceIsRoundedWhereItsPartsEnd(double value, double size, double printed) {
    assertEquals(printed, SolveText.known(value, size) + 0.0);
  }
}
