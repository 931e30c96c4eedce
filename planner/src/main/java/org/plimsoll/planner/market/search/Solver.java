package org.plimsoll.planner.market.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.equations.Workspace;
import org.plimsoll.planner.market.rows.Regime;

/**
 * Finds the market of a regime by the first {@link Way} that ends at a certified solution. Chains
 * whose rows have no slopes of their own have one way, {@link ProximalSearch}. For all others
 * {@link Newton} starts at the solution of a market nearby, if there is one, and then at the base
 * year, {@link Continuation} after it likewise; never at whatever was solved before.
 */
public final class Solver {
  /** Pace of continuation from a market nearby. */
  private static final double PACE_NEARBY = 10;

  /**
   * Paces of continuation from the base year, in order. Of 23,151 random regimes the first pace
   * solved 910 of the 922 that Newton's steps did not, the others and the last try 11.
   */
  private static final double[] PACES = {1, 0.1, 0.3, 10};

  /** Pace, and times the usual steps, of the last try. */
  private static final double LAST_PACE = 100;

  private static final int LAST_TIMES = 7;

  private final Search search;
  private final boolean proximal;

  public Solver(Regime regime) {
    this(regime, new Workspace());
  }

  /**
   * @param workspace for this search alone until it is done with
   */
  public Solver(Regime regime, Workspace workspace) {
    search = new Search(regime, workspace);
    proximal = regime.chain.needsProximalTerms();
  }

  /** The market at the root, from the base year alone, if it was found. */
  public Optional<Solution> solve(SolverLimits limits) {
    return solve(limits, Optional.empty());
  }

  /**
   * The market at the root, if it was found; else {@link #stuck} says where the search ended.
   *
   * @param start a point of a market nearby, tried first
   */
  public Optional<Solution> solve(SolverLimits limits, Optional<Unknowns.Point> start) {
    search.endWithin(limits);
    try {
      for (Way way : ways(start)) {
        Optional<Solution> found = way.find(limits);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    } catch (Search.TimeIsUp e) {
      search.look();
      return Optional.empty();
    }
  }

  /** The ways from this start, in the order in which they are tried. */
  List<Way> ways(Optional<Unknowns.Point> start) {
    if (proximal) {
      return List.of(new ProximalSearch(search, start));
    }
    List<Way> ways = new ArrayList<>();
    if (start.isPresent()) {
      ways.add(new Newton(search, start));
    }
    ways.add(new Newton(search, Optional.empty()));
    if (start.isPresent()) {
      ways.add(new Continuation(search, start, PACE_NEARBY, 2));
    }
    for (double pace : PACES) {
      ways.add(new Continuation(search, Optional.empty(), pace, 1));
    }
    ways.add(new Continuation(search, Optional.empty(), LAST_PACE, LAST_TIMES));
    return ways;
  }

  /** Goes from a market nearby to where the forest of its routes says. */
  public boolean followForest(Unknowns.Point start) {
    search.begin(Optional.of(start));
    return new ForestSearch(search).find();
  }

  /** Where the search ended. */
  public Unknowns.Point point() {
    return search.point();
  }

  /** Where the search ended, if not at the root. */
  public Stuck stuck() {
    return Stuck.of(search);
  }
}
