package org.plimsoll.planner.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What makers cost, and what projects need. */
class CostsTest {
  /** 10% over 20 years: 0.1 ÷ (1 − 1.1^−20). */
  private static final double RECOVERY = 0.117459625;

  private static TinyReferences makers() {
    return new TinyReferences()
        .cost("Bland works", "cash-cost", "BBB", 5_000, "USD/t tin", 100)
        .cost("Bland works", "capital-cost", "BBB", 1, "USD million", 100)
        .cost("Cland works", "cash-cost", "CCC", 4_000, "EUR/t tin", 50)
        .cost("Cland works", "capital-cost", "CCC", 2, "EUR million", 50)
        .cost("Aland works", "cash-cost", "AAA", 1_000, "USD/t tin", 900)
        .cost("Old works", "cash-cost", "BBB", 3_000, "USD/t tin", 10);
  }

  @Test
  void theDearestMakerThatIsNeededSetsTheCost() {
    Estimate.Priced priced =
        assertInstanceOf(Estimate.Priced.class, new CostPlus(makers().inputs()).of());
    // EUR at 1.1: 1.1 × (4,000 + 0.11746 × 2,000,000 ÷ 50); Bland's is 5,000 + 1,174.6
    assertEquals(1.1 * (4_000 + RECOVERY * 40_000), priced.usdPerTonne().central(), 0.01);
    assertTrue(priced.usdPerTonne().low() < priced.usdPerTonne().high(), "the rate has a range");
    assertEquals(
        List.of("not in a market economy", "its capital cost is not known"),
        priced.leftOut().stream().map(Estimate.LeftOut::why).toList());
  }

  @Test
  void aChallengeOfACostMovesIt() {
    TinyReferences half =
        makers().challenge("cland-works:capital-cost:2024", 0.5).challenge("R10", 0.5);
    Estimate.Priced priced =
        assertInstanceOf(Estimate.Priced.class, new CostPlus(half.inputs()).of());
    // Cland is cheaper now (5,692) and makes a third: the half is reached by Bland alone.
    assertEquals(5_000 + RECOVERY * 10_000, priced.usdPerTonne().central(), 0.01);
  }

  @Test
  void oneMakerIsNotEnough() {
    TinyReferences one =
        new TinyReferences()
            .cost("Bland works", "cash-cost", "BBB", 5_000, "USD/t tin", 100)
            .cost("Bland works", "capital-cost", "BBB", 1, "USD million", 100);
    Estimate.Lacking lacking =
        assertInstanceOf(Estimate.Lacking.class, new CostPlus(one.inputs()).of());
    assertTrue(lacking.missing().getFirst().contains("known of 1"));
  }

  private static TinyReferences projects() {
    return new TinyReferences()
        .cost("one", "incentive-price", "BBB", 8_000, "USD/t tin", 100)
        .cost("two", "incentive-price", "CCC", 6_000, "USD/t tin", 50)
        .cost("three", "incentive-price", "AAA", 1_000, "USD/t tin", 900)
        .cost("four", "incentive-price", "BBB", 7_000, "USD/t tin", 0);
  }

  private static Estimate incentive(double tonnes) {
    return new IncentivePrice(projects().inputs())
        .of(new IncentivePrice.Wanted(tonnes, "asked", List.of()));
  }

  @Test
  void theLeastPriceAtWhichProjectsAddUp() {
    assertEquals(
        6_000, assertInstanceOf(Estimate.Priced.class, incentive(50)).usdPerTonne().central());
    assertEquals(
        8_000, assertInstanceOf(Estimate.Priced.class, incentive(51)).usdPerTonne().central());
    assertEquals(2, incentive(50).leftOut().size());
  }

  @Test
  void projectsThatDoNotSufficeGiveNoNumber() {
    Estimate.Lacking lacking = assertInstanceOf(Estimate.Lacking.class, incentive(151));
    assertTrue(lacking.missing().getFirst().contains("151 t"), lacking.missing()::toString);
    assertInstanceOf(Estimate.Lacking.class, incentive(0));
  }
}
