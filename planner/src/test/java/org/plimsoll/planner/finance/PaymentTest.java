package org.plimsoll.planner.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.planner.finance.PaymentRule.ContractForDifference;
import org.plimsoll.planner.finance.PaymentRule.Participation;
import org.plimsoll.planner.finance.PaymentRule.TopUp;

class PaymentTest {
  private static final Participation NONE = new Participation(0, 0, 0);

  /** The Department of Defense and MP, July 2025: up to 110 USD/kg. */
  private static final TopUp MP = new TopUp(110_000, NONE);

  /** JARE and Lynas, March 2026: 30% of what lies above 150 USD/kg, 10 m a year at most. */
  private static final Participation LYNAS = new Participation(0.3, 150_000, 10e6);

  @ParameterizedTest
  @CsvSource({"123,0", "110,0", "63,47"})
  void mpIsToppedUp(double usdPerKg, double expectedUsdPerKg) {
    assertEquals(expectedUsdPerKg, MP.toMakerUsd(usdPerKg * 1000, 1) / 1000, 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"110,0", "150,0", "153,4.5", "156.66666666666667,10", "156.67,10", "260,10"})
  void lynasGivesBackUpToItsCap(double usdPerKg, double expectedUsdMillion) {
    assertEquals(expectedUsdMillion, -LYNAS.toMakerUsd(usdPerKg * 1000, 5000) / 1e6, 1e-9);
  }

  @Test
  void bothWaysEndsAtTheStrike() {
    ContractForDifference contract = new ContractForDifference(80);
    for (double price : List.of(40.0, 80.0, 200.0)) {
      assertEquals(80 * 7, price * 7 + contract.toMakerUsd(price, 7), 1e-9);
    }
  }

  /** Black (1976) with F 80 or 123, K 110, σ 0.4, T 1. */
  @ParameterizedTest
  @CsvSource({"80,34.488", "123,12.673"})
  void meanGapIsBlacks(double expected, double gap) {
    assertEquals(gap, LogNormal.meanGap(expected, 110, 0.4, 1), 5e-4);
    PaymentCost cost =
        PaymentCost.simulate(
            new TopUp(110, NONE), List.of(new PaymentCost.Term(expected, 1e6, 1)), 0.4, 40_000, 1);
    assertEquals(gap, cost.sum().mean(), 3 * cost.sum().standardError());
    assertTrue(cost.sum().standardError() < 0.15, cost::toString);
  }

  @Test
  void withoutVolatilityOnlyTheExpectedGapIsPaid() {
    assertEquals(30, LogNormal.meanGap(80, 110, 0, 1));
    PaymentCost cost =
        PaymentCost.simulate(
            MP,
            List.of(new PaymentCost.Term(63_000, 1000, 1), new PaymentCost.Term(123_000, 1000, 2)),
            0,
            10,
            1);
    assertEquals(47, cost.years().getFirst().p90(), 1e-9);
    assertEquals(0, cost.years().getLast().mean(), 1e-9);
    assertEquals(47, cost.sum().median(), 1e-9);
  }

  @Test
  void lateYearsWanderFurtherAndSeedsRepeat() {
    List<PaymentCost.Term> years =
        List.of(new PaymentCost.Term(110_000, 1000, 1), new PaymentCost.Term(110_000, 1000, 9));
    PaymentCost cost = PaymentCost.simulate(MP, years, 0.4, 2000, 7);
    assertTrue(cost.years().getLast().p90() > cost.years().getFirst().p90());
    assertEquals(cost, PaymentCost.simulate(MP, years, 0.4, 2000, 7));
    assertNotEquals(cost, PaymentCost.simulate(MP, years, 0.4, 2000, 8));
  }
}
