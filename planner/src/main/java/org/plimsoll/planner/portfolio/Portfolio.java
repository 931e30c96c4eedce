package org.plimsoll.planner.portfolio;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Stop;

/**
 * Actions against one stop of a chain, weighed together. Money is USD a year; losses and gains are
 * those of the members.
 *
 * @param stop it is held against
 * @param products of the chain, from the mine on
 * @param chance of the stop in a year that the choice is made at
 * @param loss of members in the stop, and of their users
 * @param unserved share of members' use that goes without in the stop
 * @param actions every candidate alone, that which is worth most first
 * @param pairs that are worth most more, or less, than their two actions
 * @param bundles from everything down to one action, the largest first
 * @param links that stay narrow with everything built
 * @param linksTogether what members gain if all links without a candidate are mended at once
 * @param choices sets solved exactly, the best first
 * @param recommended the set with the least largest regret at that chance
 * @param bestMean the set with the best mean value at that chance
 * @param frontier for each budget the best set
 * @param order the recommended set, the most value for a dollar first, each given those before
 * @param surrogateError largest difference between a set's estimate and its exact value
 * @param solved sets that were solved, and those among them without a solution
 */
public record Portfolio(
    Stop stop,
    List<ProductId> products,
    double chance,
    Loss loss,
    Series unserved,
    List<Action> actions,
    List<Pair> pairs,
    List<Bundle> bundles,
    List<NarrowLinks.Link> links,
    double linksTogether,
    List<Choice> choices,
    Choice recommended,
    Choice bestMean,
    List<Point> frontier,
    List<Step> order,
    double surrogateError,
    Count solved) {

  /** What the stop costs. */
  public record Loss(Series members, Reading users) {}

  /** Sets that were solved, and how many of them had no solution. */
  public record Count(int sets, long unsolved) {}

  /**
   * A candidate alone.
   *
   * @param effect in the central case; why there is none
   * @param beta gain in the stop
   * @param betaUsers the users' part of it
   * @param kappa cost of a calm year
   * @param unserved share that goes without
   */
  public record Action(
      Candidate candidate,
      Effect.Result effect,
      Series beta,
      Series betaUsers,
      Series kappa,
      Series unserved) {}

  /**
   * Two actions.
   *
   * @param more what both gain in the stop beyond the sum of each alone; below 0 they overlap
   */
  public record Pair(Candidate one, Candidate other, double both, double more) {}

  /**
   * Actions left when those missed least are dropped.
   *
   * @param beta gain in the stop
   * @param dropped what the larger bundle has beside; empty for everything
   */
  public record Bundle(List<Candidate> actions, double beta, Optional<Candidate> dropped) {}

  /**
   * A set solved exactly.
   *
   * @param effect in the central case
   * @param costUsd of having it
   * @param regrets at each of {@link #CHANCES}
   */
  public record Choice(
      List<Candidate> actions, Effect effect, double costUsd, List<Regret> regrets) {}

  /** Chances of the stop in a year at which sets are compared. */
  public static final List<Double> CHANCES = List.of(0.02, 0.1, 0.3);

  /**
   * How a set does over draws.
   *
   * @param chance of the stop
   * @param mean value over draws
   * @param worst value of any draw
   * @param largestRegret the most by which another set beats it in any draw
   * @param draws that have a value
   */
  public record Regret(double chance, double mean, double worst, double largestRegret, int draws) {}

  /**
   * A budget and what it buys.
   *
   * @param budgetUsd of capital
   * @param costUsd a year
   * @param beta gain in the stop
   */
  public record Point(double budgetUsd, List<Candidate> actions, double costUsd, double beta) {}

  /**
   * An action given those before it.
   *
   * @param beta gain in the stop of all so far
   * @param added by this one
   * @param costUsd of this one
   * @param switchingChance of this one, given those before
   */
  public record Step(
      Candidate action, double beta, double added, double costUsd, double switchingChance) {}
}
