package org.plimsoll.planner.market.search;

import java.util.Optional;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.equations.Unknowns;

/**
 * Semismooth Newton steps with a line search on the exact rows. Where rows have no slopes of their
 * own (proximal terms stand in for them), steps are also cut part by part, may be longer, and may
 * cross an edge of min(a, b). Elsewhere they are added to low prices themselves ({@link
 * LowPrices}).
 */
final class Newton implements Way {
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int HALVINGS = 10;

  /** Steps over which the rows must fall to {@link #STALLED} of what they were. */
  private static final int WATCHED = 8;

  private static final int WATCHED_PROXIMAL = 20;
  private static final double STALLED = 0.8;

  /** Most that an unknown moves in a step. */
  private static final double LONGEST = 1.5;

  private static final double LONGEST_PROXIMAL = 4;

  /** Steps of one search that are taken though the rows do not fall. */
  private static final int MOST_LEAPS = 8;

  private static final int POLISHINGS = 3;

  private final Search search;
  private final Optional<Unknowns.Point> start;
  private final boolean proximal;

  /**
   * @param start a point of a market nearby, or empty for the base year
   */
  Newton(Search search, Optional<Unknowns.Point> start) {
    this.search = search;
    this.start = start;
    proximal = search.equations.flows.chain.needsProximalTerms();
  }

  @Override
  public Optional<Solution> find(SolverLimits limits) {
    search.begin(start);
    return run(limits.newtonSteps()) ? search.certify() : Optional.empty();
  }

  /** Steps from where the search stands; whether it ends at a root. */
  boolean run(int limit) {
    search.look();
    double before = Double.POSITIVE_INFINITY;
    int leaps = 0;
    for (int i = 0; i < limit; i++) {
      if (search.largest(search.f) < Search.TOLERANCE) {
        return true;
      }
      if (i % (proximal ? WATCHED_PROXIMAL : WATCHED) == 0) {
        double now = search.norm(search.f);
        if (now > STALLED * before) {
          return false;
        }
        before = now;
      }
      if ((proximal && partByPart()) || whole()) {
        continue;
      }
      if (!proximal || leaps == MOST_LEAPS || search.largest(search.f) < Search.NOISE) {
        return search.largest(search.f) < Search.NOISE;
      }
      leap();
      leaps++;
    }
    return search.largest(search.f) < Search.TOLERANCE;
  }

  /** A step of which each part is cut by itself; whether it brings the rows down. */
  private boolean partByPart() {
    search.direction(0);
    search.clip(LONGEST_PROXIMAL);
    if (goDown(1)) {
      return true;
    }
    search.look();
    return false;
  }

  /** A step cut as a whole, as Newton's direction itself says; whether it brings the rows down. */
  private boolean whole() {
    search.direction(0);
    if (!proximal) {
      search.stepInPrices();
    }
    double longest = proximal ? LONGEST_PROXIMAL : LONGEST;
    return goDown(Math.min(1, longest / search.largest(search.step)));
  }

  /**
   * The whole step, though the rows do not fall along it. On an edge of min(a, b) the way down
   * begins beyond the edge, so the derivatives are those of the last point tried, just beyond it.
   * With the derivatives on the near side, files 18 and 191 of 300 random ones have no answer.
   */
  private void leap() {
    search.direction(0);
    search.move(Math.min(1, LONGEST_PROXIMAL / search.largest(search.step)));
    search.accept();
  }

  /** Halves the step until the rows fall enough; whether they did. */
  private boolean goDown(double longest) {
    double norm = search.norm(search.f);
    double length = longest;
    for (int i = 0; i < HALVINGS; i++) {
      search.move(length);
      if (search.norm(search.trialF) <= (1 - SUFFICIENT_DECREASE * length) * norm) {
        search.accept();
        return true;
      }
      length /= 2;
    }
    return false;
  }

  /**
   * Takes whole steps as long as they bring the rows down: for the last digits that are printed.
   */
  void polish() {
    for (int i = 0; i < POLISHINGS; i++) {
      double before = search.largest(search.f);
      search.direction(0);
      search.move(1);
      if (!(search.largest(search.trialF) < before)) {
        search.look();
        return;
      }
      search.accept();
    }
  }
}
