package org.plimsoll.planner.study;

import java.util.List;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.measures.IdleMeasure;

/** What became of one question in the central case. */
public sealed interface Attempt {
  Question question();

  /**
   * A certified solution.
   *
   * @param question asked
   * @param solved to read numbers off
   */
  record Answered(Question question, Solved solved) implements Attempt {}

  /**
   * No solution.
   *
   * @param question asked
   * @param why in words, naming product and country
   * @param residual the largest, where the search ended; 0 if no price can clear the market
   * @param steps taken
   */
  record Unanswered(Question question, String why, double residual, int steps) implements Attempt {}

  /**
   * What came of a search.
   *
   * @param base the same market in the base year
   * @param idle measures that change nothing
   */
  static Attempt of(Question question, Equilibrium base, Outcome outcome, List<IdleMeasure> idle) {
    return switch (outcome) {
      case Outcome.Converged converged ->
          new Answered(
              question, Solved.of(base, converged.equilibrium(), converged.certificate(), idle));
      case Outcome.NotConverged not ->
          new Unanswered(
              question,
              "not converged at %s in %s".formatted(not.product(), not.country().id()),
              not.residual(),
              not.steps());
      case Outcome.Infeasible none ->
          new Unanswered(
              question,
              "no price clears %s in %s".formatted(none.product(), none.country().id()),
              0,
              0);
    };
  }

  /**
   * The solution.
   *
   * @throws IllegalStateException if there is none, naming the case and what to try
   */
  default Solved get() {
    return switch (this) {
      case Answered answered -> answered.solved();
      case Unanswered none ->
          throw new IllegalStateException(
              ("case %s at prices %s has no solution: %s\nMaybe a milder measure, or a higher"
                      + " capacity-headroom")
                  .formatted(none.question().id(), none.question().vintage(), none.why()));
    };
  }

  /** Reads a number; where there is no solution, why. */
  default Reading read(Quantity quantity) {
    return switch (this) {
      case Answered answered -> quantity.in(answered.solved());
      case Unanswered none -> new Reading.Missing(none.why());
    };
  }
}
