package org.plimsoll.planner.market.world;

import java.util.Optional;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.equations.Unknowns;

/** What became of one chain. */
sealed interface ChainOutcome {
  /** The solution, if there is one. */
  Optional<Solved> solved();

  /**
   * A certified solution.
   *
   * @param chain its number
   * @param tally the solution and its sums
   * @param certificate of the solution
   * @param point where the search ended
   */
  record Solved(int chain, Tally tally, Certificate certificate, Unknowns.Point point)
      implements ChainOutcome {
    @Override
    public Optional<Solved> solved() {
      return Optional.of(this);
    }
  }

  /**
   * No solution.
   *
   * @param outcome that says why
   */
  record Failed(Outcome outcome) implements ChainOutcome {
    @Override
    public Optional<Solved> solved() {
      return Optional.empty();
    }
  }
}
