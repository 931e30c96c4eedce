package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.RandomMeasures;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.equations.Workspace;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;

/** A search does not know who worked in its room before. */
class WorkspaceTest {
  private static final int WORLDS = 40;
  private static final int MOST_MEASURES = 5;

  /** To the last bit, after markets of the same chain and of others, found or not. */
  @Test
  void aUsedWorkspaceGivesWhatANewOneGives() {
    Workspace used = new Workspace();
    int solved = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      for (Regime regime : regimes(seed)) {
        Solver there = new Solver(regime);
        Optional<Solution> wanted = there.solve(SolverLimits.USUAL);
        Solver here = new Solver(regime, used);
        Optional<Solution> found = here.solve(SolverLimits.USUAL);
        assertEquals(wanted.map(Solution::certificate), found.map(Solution::certificate));
        assertArrayEquals(there.point().z(), here.point().z(), 0, "seed " + seed);
        solved += found.isPresent() ? 1 : 0;
        used.clear();
      }
    }
    assertTrue(solved > WORLDS, solved + " solved");
  }

  /** Every chain of a random world under random measures, then under the first of them alone. */
  private static List<Regime> regimes(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
    var measures = RandomMeasures.of(evidence, market.listProducts(), seed, MOST_MEASURES);
    List<Regime> regimes = new ArrayList<>();
    for (var some : List.of(measures, measures.subList(0, 1))) {
      regimes.addAll(Regimes.of(market.with(some)));
    }
    return regimes;
  }
}
