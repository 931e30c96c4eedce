package org.plimsoll.planner.portfolio;

import java.util.List;
import org.plimsoll.planner.study.Reading;

/**
 * What a set of candidates does, USD a year against the status quo; κ and β of
 * docs/method/portfolio.md.
 *
 * @param kappa what members lose by it in a calm year; below 0 they gain
 * @param beta what members gain by it in the stop
 * @param betaUsers the users' part of that
 * @param unserved share of members' use of the stopped product that goes without in the stop
 * @param isAtLeast whether the stop or what is left of it stands at the assumed ceiling
 */
public record Effect(
    double kappa, double beta, double betaUsers, double unserved, boolean isAtLeast) {
  /**
   * Value of a year.
   *
   * @param chance of the stop in a year
   * @param costUsd of having the set, USD a year
   */
  public double value(double chance, double costUsd) {
    return chance * beta - (1 - chance) * kappa - costUsd;
  }

  /** What the plan calls the loss avoided: the gain in the stop and the cost of calm years. */
  public double avoided() {
    return beta + kappa;
  }

  /**
   * The chance of a stop at which the set breaks even, p* = (c + κ)/(β + κ): 0 if it pays in calm
   * years, infinite if it avoids nothing.
   */
  public double switchingChance(double costUsd) {
    return costUsd + kappa <= 0
        ? 0
        : avoided() > 0 ? (costUsd + kappa) / avoided() : Double.POSITIVE_INFINITY;
  }

  /** An effect, or why there is none. */
  static Result of(
      List<Reading> calm, List<Reading> stop, Reading usersStop, Reading usersWith, Reading left) {
    for (List<Reading> pair : List.of(calm, stop, List.of(usersStop, usersWith, left))) {
      for (Reading reading : pair) {
        if (reading instanceof Reading.Missing missing) {
          return new Result.Unsolved(missing.why());
        }
      }
    }
    Reading.Known gain = (Reading.Known) stop.getLast().minus(stop.getFirst());
    return new Result.Solved(
        new Effect(
            value(calm.getFirst()) - value(calm.getLast()),
            gain.value(),
            value(usersWith) - value(usersStop),
            value(left),
            gain.bound() != Reading.Bound.EXACT));
  }

  private static double value(Reading reading) {
    return ((Reading.Known) reading).value();
  }

  /** What came of solving a set. */
  public sealed interface Result {
    record Solved(Effect effect) implements Result {}

    record Unsolved(String why) implements Result {}
  }
}
