package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.RandomMeasures;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.equations.Workspace;
import org.plimsoll.planner.market.equations.Workspaces;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;

/** A result does not depend on who used the workspace before. */
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

  /** A search that throws halfway leaves its workspace free, and fit for the next. */
  @Test
  void aSearchThatThrowsGivesItsWorkspaceBack() {
    Workspaces workspaces = new Workspaces();
    for (Regime regime : regimes(1)) {
      Solution wanted = new Solver(regime).solve(SolverLimits.USUAL).orElseThrow();
      List<Workspace> lent = new ArrayList<>();
      assertThrows(
          IllegalStateException.class,
          () ->
              workspaces.lend(
                  regime.chain,
                  workspace -> {
                    lent.add(workspace);
                    return new Solver(regime, workspace).solve(throwingAfter(2));
                  }));
      Optional<Solution> found =
          workspaces.lend(
              regime.chain,
              workspace -> {
                lent.add(workspace);
                return new Solver(regime, workspace).solve(SolverLimits.USUAL);
              });
      assertSame(lent.getFirst(), lent.getLast());
      assertArrayEquals(wanted.buyerPrice, found.orElseThrow().buyerPrice, 0);
    }
  }

  private static SolverLimits throwingAfter(int steps) {
    AtomicInteger asked = new AtomicInteger();
    return SolverLimits.USUAL.within(
        Duration.ofHours(1),
        () -> {
          if (asked.incrementAndGet() > steps) {
            throw new IllegalStateException("the clock broke");
          }
          return 0;
        });
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
