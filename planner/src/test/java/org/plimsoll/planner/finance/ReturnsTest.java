package org.plimsoll.planner.finance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnsTest {
  /** 1,000 t for 100 m over two years, at 1,000 USD/t; 40% in the first year; 25% tax. */
  private static final ProjectTerms PLANT =
      new ProjectTerms(1000, 100, 1000, 0.01, 2, List.of(0.4), 4, 0.25, 5);

  @Test
  void aYearAddsUpByHand() {
    CashFlow flow = CashFlow.at(PLANT, 61_000);
    assertEquals(6, flow.years().size());
    // First year: 400 t at 61,000 less 1,000 is 24; sustaining 1; tax 25% of 24 less 20.
    // Later: 1,000 t bring 60; tax 25% of 60 less 20 is 10.
    assertArrayEquals(new double[] {-50, -50, 22, 49, 49, 49}, flow.netUsdMillion(), 1e-9);
    assertEquals(60, flow.fullYear().ebitdaUsdMillion(), 1e-9);
    // After the first year 78 are left, after the second 29, which is 29/49 of the third.
    assertEquals(2 + 29.0 / 49, Returns.payback(flow).orElseThrow(), 1e-9);
  }

  @Test
  void nothingIsTaxedBelowDepreciation() {
    CashFlow flow = CashFlow.at(PLANT, 11_000);
    assertTrue(flow.years().stream().allMatch(year -> year.taxUsdMillion() == 0));
    assertTrue(Returns.payback(flow).isEmpty());
    assertTrue(Returns.irr(flow.netUsdMillion()).orElseThrow() < 0);
  }

  @Test
  void aContractIsRevenueAndTaxed() {
    CashFlow flow = CashFlow.of(PLANT, year -> 41_000, year -> 20);
    assertEquals(CashFlow.at(PLANT, 61_000).years().getLast().netUsdMillion(), 49, 1e-9);
    assertEquals(49, flow.years().getLast().netUsdMillion(), 1e-9);
  }

  @Test
  void aBondAtParReturnsItsCoupon() {
    double[] bond = new double[11];
    Arrays.fill(bond, 7);
    bond[0] = -100;
    bond[10] = 107;
    assertEquals(0.07, Returns.irr(bond).orElseThrow(), 1e-12);
    assertEquals(0, Returns.npv(bond, 0.07), 1e-12);
  }

  @Test
  void flowsThatNeverTurnHaveNoRate() {
    assertTrue(Returns.irr(new double[] {-10, -1, -1}).isEmpty());
    assertTrue(Returns.irr(new double[] {1, 1}).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void requiredPriceAndRateOfReturnAreInverse(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ProjectTerms terms =
        new ProjectTerms(
            random.nextDouble(10, 50_000),
            random.nextDouble(10, 3000),
            random.nextDouble(100, 80_000),
            random.nextDouble(0, 0.03),
            random.nextInt(1, 5),
            List.of(random.nextDouble(0.1, 1), random.nextDouble(0.1, 1)),
            random.nextInt(5, 40),
            random.nextDouble(0, 0.4),
            10);
    double rate = random.nextDouble(0.02, 0.3);
    double price = Returns.requiredPrice(terms, rate);
    double[] flows = CashFlow.at(terms, price).netUsdMillion();
    assertEquals(rate, Returns.irr(flows).orElseThrow(), 1e-6);
    double back = Returns.requiredPrice(terms, Returns.irr(flows).orElseThrow());
    assertEquals(1, back / price, 1e-6);
  }

  @Test
  void termsThatCannotBeAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ProjectTerms(0, 100, 1000, 0, 2, List.of(), 4, 0.25, 5));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ProjectTerms(10, 100, 1000, 0, 2, List.of(1.5), 4, 0.25, 5));
  }
}
