package org.plimsoll.planner.market.search;

import java.util.Optional;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.equations.Unknowns;

/**
 * Pseudo-transient continuation: steps of J + I/δ, δ growing as the residual falls (Kelley and
 * Keyes 1998). The first δ is its pace. Which pace reaches a root is hard to tell beforehand, since
 * rows have kinks, so that a few are tried.
 */
final class Continuation implements Way {
  private static final double LONGEST = 1;
  private static final double LEAST_DELTA = 1e-6;
  private static final double MOST_DELTA = 1e14;

  private final Search search;
  private final Optional<Unknowns.Point> start;
  private final double pace;
  private final int times;

  /**
   * @param start a point of a market nearby, or empty for the base year
   * @param pace first δ
   * @param times the steps that limits allow it takes so many times
   */
  Continuation(Search search, Optional<Unknowns.Point> start, double pace, int times) {
    this.search = search;
    this.start = start;
    this.pace = pace;
    this.times = times;
  }

  @Override
  public Optional<Solution> find(SolverLimits limits) {
    search.begin(start);
    int limit = start.isPresent() ? limits.newtonSteps() : limits.continuationSteps();
    return run(times * limit) ? search.certify() : Optional.empty();
  }

  /** Steps from where the search stands; whether it ends at a root. */
  boolean run(int limit) {
    double delta = pace;
    search.look();
    for (int i = 0; i < limit && delta > LEAST_DELTA; i++) {
      if (search.largest(search.f) < Search.TOLERANCE) {
        return true;
      }
      double norm = search.norm(search.f);
      search.direction(1 / delta);
      search.clip(LONGEST);
      search.move(Math.min(1, Math.sqrt(delta)));
      double reached = search.norm(search.trialF);
      if (reached < 1.5 * norm + Search.NOISE) {
        search.accept();
        delta = Math.min(MOST_DELTA, delta * Math.max(0.5, Math.min(5, 1.3 * norm / reached)));
      } else {
        delta *= 0.3;
        search.look();
      }
    }
    return search.largest(search.f) < Search.NOISE;
  }
}
