package org.plimsoll.planner.market.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.world.Make;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.market.world.Regimes;

/**
 * Differential: different searches, started alike, against one another. Shares of tonnes are not
 * the choice of a buyer who seeks the least cost, so that a market may have more than one certified
 * answer; here one pair in a hundred differs.
 */
class WaysAgreeTest {
  private static final int WORLDS = 60;

  @Test
  void differentWaysNearlyAlwaysEndAtTheSameAnswer() {
    int compared = 0;
    int differing = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      Market market =
          Market.of(
              RandomMarkets.evidence(seed), RandomMarkets.scenario(), ParameterDraw.central());
      for (ProductId product : market.listProducts()) {
        for (Regime regime : Regimes.of(market.with(List.of(Make.ban(product, "CAB", ""))))) {
          List<Optional<Solution>> found = byEachWay(regime);
          for (Optional<Solution> other : found.subList(1, found.size())) {
            if (found.getFirst().isPresent() && other.isPresent()) {
              compared++;
              differing += isAlike(found.getFirst().get(), other.get()) ? 0 : 1;
            }
          }
        }
      }
    }
    assertTrue(compared > 100);
    assertTrue(differing <= 0.02 * compared, differing + " of " + compared);
  }

  /** What each way finds that had the market for itself. */
  private static List<Optional<Solution>> byEachWay(Regime regime) {
    int ways = new Solver(regime).ways(Optional.empty()).size();
    return IntStream.range(0, ways)
        .mapToObj(
            way -> new Solver(regime).ways(Optional.empty()).get(way).find(SolverLimits.USUAL))
        .toList();
  }

  /** Same flows to a millionth of each product's trade. */
  private static boolean isAlike(Solution one, Solution other) {
    Chain chain = one.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      double trade = chain.baseTrade(chain.buyerProduct[j]);
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (Math.abs(one.flow(lane) - other.flow(lane)) > 1e-6 * trade) {
          return false;
        }
      }
    }
    return true;
  }
}
