package org.plimsoll.planner.market.search;

import java.util.Optional;
import java.util.SplittableRandom;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.equations.Workspace;
import org.plimsoll.planner.market.rows.Regime;

/**
 * Finds the root of the rows: where proximal terms are needed, by {@link ProximalSearch}; else by
 * the first of these that does: semismooth Newton steps with a line search; pseudo-transient
 * continuation (J + I/δ, δ growing as the residual falls; Kelley and Keyes 1998) from two paces;
 * Newton steps on smoothed rows, the smoothing taken away by degrees; routes that open softly at
 * first; other starts. From the solution of the market that was extended, if there is one, then
 * from the base; never from whatever was solved before.
 */
public final class Solver {
  /** Largest row at which the root counts as found; rows are logarithms or shares of the base. */
  static final double TOLERANCE = 1e-11;

  /** What can still be called a root where the arithmetic's own noise stops the search. */
  private static final double NOISE = 1e-8;

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double SOFTEST = 256;
  private static final double LONGEST_CLIPPED = 1;
  private static final int STARTS = 12;
  private static final double FARTHEST = 3;
  private static final int HALVINGS = 10;

  /** Steps over which the rows must fall to {@link #STALLED} of what they were, or Newton ends. */
  private static final int WATCHED = 8;

  private static final double STALLED = 0.8;

  /** First pace of continuation from a market nearby; from the base year it is 1. */
  private static final double PACE_NEARBY = 10;

  private static final double LONGEST_GUIDED = 4;

  /** Steps of one search that are taken though the rows do not fall. */
  private static final int MOST_LEAPS = 8;

  private static final int WATCHED_GUIDED = 20;
  private static final int POLISHINGS = 3;
  private static final double LEAST_SMOOTHING = 1e-6;
  private static final double LEAST_DELTA = 1e-6;
  private static final double MOST_DELTA = 1e14;

  private final Search search;
  private final Equations equations;
  private final boolean guided;
  private Way way = Way.NEWTON;
  private Optional<Solution> certified = Optional.empty();

  /** The ways, in the order in which they are tried. */
  public enum Way {
    NEWTON,
    CONTINUATION,
    SMOOTHING,
    SLOW_CONTINUATION,
    STRONG_SMOOTHING,
    SOFT_ROUTES,
    OTHER_STARTS,
    /** The one way of chains with proximal terms. */
    PROXIMAL
  }

  public Solver(Regime regime) {
    this(regime, new Workspace());
  }

  /**
   * @param workspace for this search alone until it is done with
   */
  public Solver(Regime regime, Workspace workspace) {
    search = new Search(regime, workspace);
    equations = search.equations;
    guided = regime.chain.needsProximalTerms();
  }

  /**
   * The market at the root, if it was found; else {@link #stuck} says where the search ended.
   *
   * @param start a point of a market nearby, tried first
   */
  public Optional<Solution> solve(SolverLimits limits, Optional<Unknowns.Point> start) {
    search.endWithin(limits);
    try {
      return guided
          ? new ProximalSearch(this, equations).solve(limits, start)
          : start.flatMap(near -> fromNearby(near, limits)).or(() -> fromBase(limits));
    } catch (Search.TimeIsUp e) {
      search.look();
      return Optional.empty();
    }
  }

  private Optional<Solution> fromNearby(Unknowns.Point start, SolverLimits limits) {
    for (boolean slow : new boolean[] {false, true}) {
      search.beginNear(start);
      int limit = limits.newtonSteps();
      boolean found = slow ? continuation(PACE_NEARBY, 2 * limit) : newton(0, 0, 1.5, limit);
      if (found && certify().holds()) {
        return Optional.of(solution());
      }
    }
    return Optional.empty();
  }

  /** Takes whole steps as long as they bring the rows down: digits that printing asks for. */
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

  /** The largest row where the search stands. */
  double largestRow() {
    search.look();
    return search.largest(search.f);
  }

  /** A copy of where the search stands. */
  double[] save() {
    return search.z.clone();
  }

  /** Goes back to where the search stood. */
  void restore(double[] saved) {
    search.begin(saved);
  }

  /** Where the search ended. */
  public Unknowns.Point point() {
    return search.point();
  }

  /** The market at the root, from the base year alone, if it was found. */
  public Optional<Solution> solve(SolverLimits limits) {
    return solve(limits, Optional.empty());
  }

  private Optional<Solution> fromBase(SolverLimits limits) {
    for (Way next : Way.values()) {
      Optional<Solution> found = solveBy(next, limits);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The market at the root, by one way alone. */
  public Optional<Solution> solveBy(Way next, SolverLimits limits) {
    way = next;
    search.beginAtBase();
    int limit = limits.continuationSteps();
    boolean found =
        switch (next) {
          case NEWTON -> newton(0, 0, 1.5, limits.newtonSteps());
          case CONTINUATION -> continuation(1, limit);
          case SMOOTHING -> newton(0.3, 0.3, 0.7, limit);
          case SLOW_CONTINUATION -> continuation(0.1, limit);
          case STRONG_SMOOTHING -> newton(1, 0.3, 1.5, limit);
          case SOFT_ROUTES -> softRoutes(limit);
          case OTHER_STARTS -> otherStarts(limit);
          case PROXIMAL -> false;
        };
    return found && certify().holds() ? Optional.of(solution()) : Optional.empty();
  }

  /** Whether some goods are alike, so that prices are the place to start. */
  boolean canFollowPrices() {
    return PriceSearch.isFor(equations.flows.chain);
  }

  /**
   * Lets prices decide, without the steps on the exact rows.
   *
   * @param nearby whether the search stands at a market nearby
   */
  boolean followPrices(boolean nearby, SolverLimits limits) {
    PriceSearch prices = new PriceSearch(search);
    int limit = search.steps() + limits.continuationSteps();
    return nearby ? prices.fromNearby(limit) : prices.fromOnePrice(limit);
  }

  /** Goes from a market nearby to where the forest of its routes says. */
  public boolean followForest(Unknowns.Point start) {
    search.beginNear(start);
    return new ForestSearch(search).find();
  }

  /** Lets prices decide to the end, from where the search stands. */
  boolean settlePrices(SolverLimits limits) {
    return new PriceSearch(search).settle(search.steps() + limits.continuationSteps());
  }

  /** What an independent reckoning says of the point reached. */
  Certificate certify() {
    Solution here = search.solution();
    certified = Optional.of(here);
    return here.certificate();
  }

  /**
   * Newton steps with a line search on rows of this smoothing, which shrinks by {@code factor} each
   * time that they are solved to its own size.
   */
  boolean newton(double smoothing, double factor, double longest, int limit) {
    equations.smoothing = smoothing;
    search.look();
    double before = Double.POSITIVE_INFINITY;
    int leaps = 0;
    for (int i = 0; i < limit; i++) {
      if (search.largest(search.f) < Math.max(TOLERANCE, equations.smoothing)) {
        if (equations.smoothing == 0) {
          return true;
        }
        double next = equations.smoothing * factor;
        equations.smoothing = next < LEAST_SMOOTHING ? 0 : next;
        search.look();
        continue;
      }
      if (equations.smoothing == 0 && i % (guided ? WATCHED_GUIDED : WATCHED) == 0) {
        double now = search.norm(search.f);
        if (now > STALLED * before) {
          return false;
        }
        before = now;
      }
      if ((guided && partByPart()) || whole(guided ? LONGEST_GUIDED : longest)) {
        continue;
      }
      if (!guided || leaps == MOST_LEAPS || search.largest(search.f) < NOISE) {
        return equations.smoothing == 0 && search.largest(search.f) < NOISE;
      }
      leap();
      leaps++;
    }
    return equations.smoothing == 0 && search.largest(search.f) < TOLERANCE;
  }

  /** A Newton step of which each part is cut by itself; whether it brings the rows down. */
  private boolean partByPart() {
    search.direction(0);
    search.clip(LONGEST_GUIDED);
    if (search(1)) {
      return true;
    }
    search.look();
    return false;
  }

  /** The same with the step cut as a whole, as Newton's direction itself says. */
  private boolean whole(double longest) {
    search.direction(0);
    return search(Math.min(1, longest / search.largest(search.step)));
  }

  /**
   * The whole step, though the rows do not fall along it: where the search stands on an edge of
   * min(a, b), the way down begins beyond it. Its derivatives are those of the last point tried,
   * just beyond the edge: with those of where the search stands, 18 and 191 of 300 random files
   * have no answer, and with these they do.
   */
  private void leap() {
    search.direction(0);
    search.move(Math.min(1, LONGEST_GUIDED / search.largest(search.step)));
    search.accept();
  }

  /** Solves with routes that open slowly, then with ever firmer ones from there. */
  private boolean softRoutes(int limit) {
    boolean found = false;
    for (double softness = SOFTEST; softness >= 1; softness /= 2) {
      equations.flows.softness = softness;
      double[] from = search.z.clone();
      found = newton(0, 0, 0.7, limit);
      if (!found) {
        System.arraycopy(from, 0, search.z, 0, from.length);
        found = continuation(1, limit);
      }
      if (!found) {
        return false;
      }
    }
    return found;
  }

  /**
   * Searches from prices further and further from the base, always the same ones: where shares and
   * new routes make several branches of answers, the base may lie on one that ends.
   */
  private boolean otherStarts(int limit) {
    SplittableRandom random = new SplittableRandom(STARTS);
    double[] base = equations.flows.unknowns.base();
    for (int i = 1; i <= STARTS; i++) {
      for (boolean slow : new boolean[] {false, true}) {
        System.arraycopy(base, 0, search.z, 0, base.length);
        for (int p = equations.flows.unknowns.buyer(0);
            p < equations.flows.unknowns.quota(0);
            p++) {
          search.z[p] += (2 * random.nextDouble() - 1) * FARTHEST * i / STARTS;
        }
        if ((slow ? continuation(1, limit) : newton(0, 0, 0.7, limit)) && certify().holds()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Halves the step until the rows fall enough; whether they did. */
  private boolean search(double longest) {
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

  boolean continuation(double pace, int limit) {
    double delta = pace;
    search.look();
    for (int i = 0; i < limit && delta > LEAST_DELTA; i++) {
      if (search.largest(search.f) < TOLERANCE) {
        return true;
      }
      double norm = search.norm(search.f);
      search.direction(1 / delta);
      search.clip(LONGEST_CLIPPED);
      search.move(Math.min(1, Math.sqrt(delta)));
      double reached = search.norm(search.trialF);
      if (reached < 1.5 * norm + NOISE) {
        search.accept();
        delta = Math.min(MOST_DELTA, delta * Math.max(0.5, Math.min(5, 1.3 * norm / reached)));
      } else {
        delta *= 0.3;
        search.look();
      }
    }
    return search.largest(search.f) < NOISE;
  }

  /** The market that was certified last. */
  Solution solution() {
    return certified.orElseThrow();
  }

  Way way() {
    return way;
  }

  /** Where the search ended, if not at the root. */
  public Stuck stuck() {
    return Stuck.of(search);
  }
}
