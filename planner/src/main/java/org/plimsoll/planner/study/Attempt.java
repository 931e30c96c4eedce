package org.plimsoll.planner.study;

import java.util.Optional;

/** What became of one question in the central case. */
public sealed interface Attempt {
  /** Which question. */
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

  /** The solution, if there is one. */
  default Optional<Solved> find() {
    return switch (this) {
      case Answered answered -> Optional.of(answered.solved());
      case Unanswered none -> Optional.empty();
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
