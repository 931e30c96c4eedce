package org.plimsoll.border.screening;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {
  /** Median 2; below it 0, 1, 2 with median 1; above it 2, 4, 8 with median 4. */
  @Test
  void eachSideHasItsOwnWidth() {
    Spread spread = Spread.of(new double[] {8, 1, 2, 0, 4});
    assertEquals(2, spread.median());
    assertEquals(1.4826 * 1, spread.below(), 1e-12);
    assertEquals(1.4826 * 2, spread.above(), 1e-12);
    assertEquals(-2, spread.robustZ(2 - 2 * 1.4826), 1e-12);
    assertEquals(2, spread.robustZ(2 + 4 * 1.4826), 1e-12);
  }

  /** Two of five are far off; the median and its width do not notice. */
  @Test
  void aPartOfFalsePricesMovesLittle() {
    Spread spread = Spread.of(new double[] {0, 0.1, 0.2, -50, -60, 0.3, -0.1});
    assertEquals(0, spread.median());
  }

  @Test
  void equalPricesHaveTheLeastWidth() {
    assertEquals(new Spread(3, 0.01, 0.01, 4), Spread.of(new double[] {3, 3, 3, 3}));
  }

  /** Quantiles of the normal distribution as in any table. */
  @ParameterizedTest
  @CsvSource({"0, 0.5", "1.959963985, 0.025", "3, 0.00134989803", "-1.644853627, 0.95"})
  void tailOfTheNormal(double z, double above) {
    assertEquals(above, Tail.above(z), above * 3e-7);
  }

  /**
   * p of 0.01, 0.02, 0.03, 0.5 among four: 4 p ÷ rank is 0.04, 0.04, 0.04, 0.5, so that chance
   * explains a twenty-fifth of the first three and half of the last.
   */
  @Test
  void beyondChanceByHand() {
    assertArrayEquals(
        new double[] {0.96, 0.5, 0.96, 0.96},
        Tail.beyondChance(new double[] {0.03, 0.5, 0.01, 0.02}),
        1e-12);
    assertArrayEquals(new double[] {}, Tail.beyondChance(new double[] {}));
  }
}
