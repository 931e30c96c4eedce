package org.plimsoll.planner.market.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices over the base; a step adds to them below 1, and to their logarithms above. */
class LowPricesTest {
  @ParameterizedTest
  @CsvSource({
    "1e-9,  0.1,   0.100000001",
    "0.5,   0.25,  0.75",
    "0.5,  -0.3,   0.2",
    "0.5,  -0.8,   0",
    "0.5,   0.6,   1.1051709180756477", // 0.5 up to the base, 0.1 of the logarithm beyond
    "2,     1,     5.43656365691809",
    "1.1051709180756477, -0.6, 0.5",
    "1e-9, -1e-21, 9.99999999999e-10"
  })
  void aStepAddsToLowPrices(double from, double by, double to) {
    double moved = StrictMath.exp(LowPrices.moved(StrictMath.log(from), by));
    assertEquals(to, moved, 1e-14 * to);
  }
}
