package org.plimsoll.planner.market.search;

import java.util.Optional;
import org.plimsoll.planner.market.answer.Solution;

/**
 * One way to look for a market, from a starting point of its own. {@link Solver} tries ways in
 * order and takes the first solution; a market with equations of another kind brings another way.
 */
interface Way {
  /** A certified solution, or none. */
  Optional<Solution> find(SolverLimits limits);
}
