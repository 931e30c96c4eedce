package org.plimsoll.border.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {
  /** Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void agreesWithPublishedIntervals(int successes, int trials, double low, double high) {
    WilsonInterval interval = WilsonInterval.of(successes, trials);
    assertEquals(low, interval.low(), 5e-5);
    assertEquals(high, interval.high(), 5e-5);
  }

  @Test
  void saysNothingWithoutTrials() {
    assertEquals(new WilsonInterval(0, 0, 1), WilsonInterval.of(0, 0));
    assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(3, 2));
  }

  /** First two of a, b, c, d hold one of the two planted, b and d; all four hold both. */
  @Test
  void precisionAndRecallByHand() {
    List<PrecisionAt> at =
        PrecisionAt.of(List.of("a", "b", "c", "d"), Set.of("b", "d"), List.of(2, 10, 20));
    assertEquals(2, at.size(), "beyond the end there is nothing more to say");
    assertEquals(new PrecisionAt(2, 1, WilsonInterval.of(1, 2), 0.5), at.get(0));
    assertEquals(new PrecisionAt(4, 2, WilsonInterval.of(2, 4), 1), at.get(1));
  }
}
