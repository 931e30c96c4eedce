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

  /** Whether the same would come of asking again with more time or more work. */
  boolean isFinal();

  /**
   * A certified solution.
   *
   * @param tally the solution and its sums
   * @param certificate of the solution
   * @param point where the search ended
   */
  record Solved(Tally tally, Certificate certificate, Unknowns.Point point)
      implements ChainOutcome {
    @Override
    public Optional<Solved> solved() {
      return Optional.of(this);
    }

    @Override
    public boolean isFinal() {
      return true;
    }
  }

  /**
   * No solution.
   *
   * @param failure that says why
   */
  record Failed(Outcome.Failure failure) implements ChainOutcome {
    @Override
    public Optional<Solved> solved() {
      return Optional.empty();
    }

    @Override
    public boolean isFinal() {
      return failure instanceof Outcome.Infeasible;
    }

    /** Whether it was the clock that ended the search. */
    boolean isOutOfTime() {
      return failure instanceof Outcome.NotConverged not && not.timeUp().isPresent();
    }
  }
}
