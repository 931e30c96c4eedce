package org.plimsoll.planner.stockpile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.stockpile.Programme.Holding;
import org.plimsoll.planner.stockpile.Programme.Limit;
import org.plimsoll.planner.stockpile.Programme.Tranche;

/**
 * Numbers by hand. Use of 365 t a year makes a tranche of 15 days 15 t; price 100 USD/t makes it
 * cost 1,500 USD.
 */
class ProgrammeTest {
  private static final ProductId ONE = ProductId.parse("one/refined");
  private static final ProductId TWO = ProductId.parse("two/refined");

  /** Loss of 2,000 USD a tonne short of 45 t: three tranches are worth 30,000 USD each. */
  private static final ShortageCost UNTIL_45 =
      (product, released) -> 2_000 * Math.max(0, 45 - released);

  private static Candidate candidate(ProductId product, double buyable, double carrying) {
    return new Candidate(product, 100, 365, buyable, 0.1, carrying);
  }

  private static Holding only(Programme programme) {
    assertEquals(1, programme.holdings().size());
    return programme.holdings().getFirst();
  }

  @Test
  void buysWhileATrancheIsWorthMoreThanItsCarrying() {
    Programme programme = Programme.of(List.of(candidate(ONE, 1_000, 5)), UNTIL_45, 1e9);
    Holding holding = only(programme);
    assertEquals(45, holding.tonnes(), 1e-9);
    assertEquals(45, holding.daysOfCover(), 1e-9);
    assertEquals(4_500, programme.spentUsd(), 1e-9);
    // 0.1 × 2,000 USD/t ÷ 100 USD/t = 2 a year for the first dollar, 0 for the next.
    assertEquals(2, holding.firstValuePerUsd(), 1e-12);
    assertEquals(0, holding.nextValuePerUsd(), 1e-12);
    assertEquals(Limit.WORTH, holding.limit());
    assertEquals(1e9 - 4_500, programme.unspentUsd(), 1e-6);
  }

  @Test
  void theMarketBinds() {
    Holding holding = only(Programme.of(List.of(candidate(ONE, 20, 5)), UNTIL_45, 1e9));
    assertEquals(20, holding.tonnes(), 1e-9);
    assertEquals(Limit.MARKET, holding.limit());
  }

  @Test
  void theBudgetBuysAPartOfATranche() {
    Programme programme = Programme.of(List.of(candidate(ONE, 1_000, 5)), UNTIL_45, 2_000);
    assertEquals(20, only(programme).tonnes(), 1e-9);
    assertEquals(Limit.BUDGET, only(programme).limit());
    assertEquals(0, programme.unspentUsd(), 1e-9);
  }

  @Test
  void noMoreThan180DaysAreHeld() {
    Holding holding =
        only(
            Programme.of(
                List.of(candidate(ONE, 1_000, 5)),
                (product, released) -> 2_000 * (365 - released),
                1e9));
    assertEquals(180, holding.daysOfCover(), 1e-9);
    assertEquals(Limit.DAYS, holding.limit());
  }

  @Test
  void nothingIsBoughtAgainstALossThatIsNone() {
    Holding holding = only(Programme.of(List.of(candidate(ONE, 1_000, 5)), (p, r) -> 0, 1e9));
    assertEquals(0, holding.tonnes());
    assertEquals(Limit.NO_LOSS, holding.limit());
  }

  @Test
  void carryingAboveTheValueStopsTheFirstTranche() {
    // Value 0.1 × 2,000 = 200 USD a tonne and year; carrying 201.
    Holding holding = only(Programme.of(List.of(candidate(ONE, 1_000, 201)), UNTIL_45, 1e9));
    assertEquals(0, holding.tonnes());
    assertEquals(Limit.WORTH, holding.limit());
  }

  @Test
  void theBetterDollarGoesFirst() {
    ShortageCost cost =
        (product, released) -> (product.equals(TWO) ? 3_000 : 2_000) * Math.max(0, 15 - released);
    Programme programme =
        Programme.of(List.of(candidate(ONE, 1_000, 5), candidate(TWO, 1_000, 5)), cost, 1_500);
    assertEquals(0, programme.holdings().get(0).tonnes(), 1e-9);
    assertEquals(15, programme.holdings().get(1).tonnes(), 1e-9);
  }

  /** Worth a dollar: two 3 for 15 t, then one 2 for 15 t, of which the budget pays for 5. */
  @Test
  void theOrderIsThatOfTheirWorth() {
    ShortageCost cost =
        (product, released) -> (product.equals(TWO) ? 3_000 : 2_000) * Math.max(0, 15 - released);
    Programme programme =
        Programme.of(List.of(candidate(ONE, 1_000, 5), candidate(TWO, 1_000, 5)), cost, 2_000);
    assertEquals(
        List.of(new Tranche(TWO, 15, 3), new Tranche(ONE, 5, 2)),
        programme.order().stream()
            .map(t -> new Tranche(t.product(), rounded(t.tonnes()), rounded(t.valuePerUsd())))
            .toList());
  }

  private static double rounded(double value) {
    return Math.round(value * 1e9) / 1e9;
  }

  @Test
  void aPriceOfNothingIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new Candidate(ONE, 0, 365, 1, 0.1, 5));
    assertTrue(String.valueOf(refused.getMessage()).contains("one/refined"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void moreBudgetNeverHoldsLessAndNeverOverspends(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Candidate> candidates =
        List.of(
            new Candidate(ONE, random.nextDouble(1, 1_000), 365, 400, 0.1, 1),
            new Candidate(TWO, random.nextDouble(1, 1_000), 730, 100, 0.1, 1));
    double slope = random.nextDouble(100, 10_000);
    ShortageCost cost = (product, released) -> slope * 400 / (1 + released / 40);
    double spent = 0;
    for (double budget = 0; budget <= 100_000; budget += 10_000) {
      Programme programme = Programme.of(candidates, cost, budget);
      assertTrue(programme.spentUsd() <= budget + 1e-6);
      assertTrue(programme.spentUsd() >= spent - 1e-6);
      spent = programme.spentUsd();
      for (int i = 0; i < candidates.size(); i++) {
        assertTrue(
            programme.holdings().get(i).tonnes() <= candidates.get(i).buyableTonnes() + 1e-9);
      }
    }
  }
}
