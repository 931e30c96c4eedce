package org.plimsoll.planner.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.place.CountryCode;

class SharesTest {
  private static final CountryCode CHN = CountryCode.of("CHN");
  private static final CountryCode DEU = CountryCode.of("DEU");
  private static final CountryCode USA = CountryCode.of("USA");

  @Test
  void herfindahlIsTheSumOfSquaredShares() {
    Bounds hhi = shares(Map.of(CHN, 70.0, DEU, 20.0, USA, 10.0)).herfindahl();
    assertEquals(0.49 + 0.04 + 0.01, hhi.high(), 1e-15);
    assertTrue(hhi.isExact());
  }

  @Test
  void anAggregateIsOneSupplierAtMostAndManySmallOnesAtLeast() {
    Bounds hhi = shares(Map.of(CHN, 70.0, CountryCode.REST_OF_WORLD, 30.0)).herfindahl();
    assertEquals(0.49, hhi.low(), 1e-15);
    assertEquals(0.49 + 0.09, hhi.high(), 1e-15);
  }

  /**
   * The weight printed for China in the EU study of 2023 is 5.68, which is 5 − 2 × (−0.34). With
   * 91% of the world's magnesium and 97% of the EU's: 0.91² × 5.68 and 0.97² × 5.68, each term of
   * the study's supply risk. (European Commission 2023, shares as recalled in a secondary copy.)
   */
  @Test
  void chinasTermForMagnesiumIsThatOfTheEuStudyOf2023() {
    Function<CountryCode, OptionalDouble> governance =
        c -> c.equals(CHN) ? OptionalDouble.of(-0.34) : OptionalDouble.of(2.5);
    assertEquals(
        4.703608, shares(Map.of(CHN, 91.0, USA, 9.0)).governanceWeighted(governance).high(), 1e-9);
    assertEquals(
        5.344312, shares(Map.of(CHN, 97.0, USA, 3.0)).governanceWeighted(governance).high(), 1e-9);
  }

  @Test
  void unknownGovernanceWidensTheBoundsAndNothingElse() {
    Function<CountryCode, OptionalDouble> governance =
        c -> c.equals(CHN) ? OptionalDouble.of(0) : OptionalDouble.empty();
    Bounds weighted = shares(Map.of(CHN, 80.0, USA, 20.0)).governanceWeighted(governance);
    assertEquals(0.64 * 5, weighted.low(), 1e-15);
    assertEquals(0.64 * 5 + 0.04 * 10, weighted.high(), 1e-15);
    assertFalse(weighted.isExact());
  }

  @Test
  void governanceRunsFromTenAtTheWeakestToZeroAtTheStrongest() {
    assertEquals(10, Governance.toWeight(-2.5));
    assertEquals(5, Governance.toWeight(0));
    assertEquals(0, Governance.toWeight(2.5));
    assertEquals(0, Governance.toWeight(2.6));
  }

  @Test
  void thoseWhoSupplyNothingDoNotCount() {
    Shares shares = shares(Map.of(CHN, 5.0, DEU, 5.0, USA, 0.0));
    assertEquals(2, shares.count());
    assertEquals(CHN, shares.largest(), "of two equal ones the first by code");
    assertTrue(Shares.of(new TreeMap<>(Map.of(USA, 0.0))).isEmpty());
  }

  @Test
  void aNegativeAmountIsRefused() {
    SortedMap<CountryCode, Double> amounts = new TreeMap<>(Map.of(CHN, 5.0, USA, -1.0));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Shares.of(amounts));
    assertEquals(
        "a supplier's amount must not be negative, but that of USA is -1.0", refusal.getMessage());
  }

  private static Shares shares(Map<CountryCode, Double> amounts) {
    return Shares.of(new TreeMap<>(amounts)).orElseThrow();
  }
}
