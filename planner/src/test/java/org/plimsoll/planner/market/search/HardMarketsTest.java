package org.plimsoll.planner.market.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.RandomMeasures;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.market.world.Regimes;

/** Of 23,151 random regimes, those that the first two ways do not find. */
class HardMarketsTest {
  @ParameterizedTest
  @CsvSource({
    "893, 3", "1339, 6", "1614, 7", "2401, 8", "2674, 5", "2688, 8", "2760, 2", "2867, 7", "2867, 8"
  })
  void aFurtherWayFindsThem(long seed, int measures) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market free = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
    Market market =
        free.with(
            RandomMeasures.of(evidence, free.listProducts(), 100 * seed + measures, measures));
    boolean isHard = false;
    for (Regime regime : Regimes.of(market)) {
      isHard |= findBy(0, regime).isEmpty() && findBy(1, regime).isEmpty();
      assertTrue(new Solver(regime).solve(SolverLimits.USUAL).isPresent());
    }
    assertTrue(isHard, "Newton's steps or the first continuation find it: take it off the list");
  }

  private static Optional<?> findBy(int way, Regime regime) {
    return new Solver(regime).ways(Optional.empty()).get(way).find(SolverLimits.USUAL);
  }
}
