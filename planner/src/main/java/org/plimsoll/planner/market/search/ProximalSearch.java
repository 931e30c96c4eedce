package org.plimsoll.planner.market.search;

import java.util.Optional;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.ProximalTerms;
import org.plimsoll.planner.market.equations.Unknowns;

/**
 * The search where goods are alike or activities run at one margin, by the first of these that
 * finds the market: from a market nearby the forest of its routes ({@link ForestSearch}), where
 * nothing but curves and costs decides, then Newton steps; prices that flows follow, from there and
 * from one price for all ({@link PriceSearch}); Newton steps on all rows with strong proximal terms
 * first, then ever weaker ones. Proximal terms are at last moved to where they pull nowhere ({@link
 * ProximalTerms}).
 */
final class ProximalSearch {
  /** Share of the base price from which on a price may be on its way to nothing. */
  private static final double NEARLY_NOTHING = 1e-6;

  /** Largest row, a share of the base, up to which Newton steps are sooner there than prices. */
  private static final double NEAR = 1e-2;

  private static final int RELEASES = 40;
  private static final int MOST_ROUNDS = 30;

  private final Solver solver;
  private final Equations equations;
  private final ProximalTerms proximal;

  ProximalSearch(Solver solver, Equations equations) {
    this.solver = solver;
    this.equations = equations;
    proximal = equations.proximal;
  }

  /** The market, if it is found. */
  Optional<Solution> solve(SolverLimits limits, Optional<Unknowns.Point> start) {
    boolean isNearby =
        start.isPresent() && (byForest(start.get(), limits) || fromNearby(start.get(), limits));
    if (isNearby) {
      return Optional.of(solver.solution());
    }
    if (solver.canFollowPrices() && followPrices(Optional.empty(), limits)) {
      return Optional.of(solver.solution());
    }
    for (boolean slow : new boolean[] {false, true}) {
      solver.restore(equations.flows.unknowns.base());
      proximal.reset();
      if (weaken(slow, limits.continuationSteps()) && release(limits.newtonSteps())) {
        return Optional.of(solver.solution());
      }
    }
    return Optional.empty();
  }

  private boolean byForest(Unknowns.Point start, SolverLimits limits) {
    proximal.reset();
    if (!solver.followForest(start)) {
      return false;
    }
    proximal.strength = ProximalTerms.LEAST;
    return release(limits.newtonSteps());
  }

  private boolean fromNearby(Unknowns.Point start, SolverLimits limits) {
    solver.restore(equations.flows.unknowns.near(start));
    proximal.reset();
    proximal.strength = ProximalTerms.LEAST;
    boolean canFollowPrices = solver.canFollowPrices();
    if ((!canFollowPrices || solver.largestRow() < NEAR)
        && solver.newton(0, 0, 1, limits.newtonSteps())
        && release(limits.newtonSteps())) {
      return true;
    }
    return canFollowPrices && followPrices(Optional.of(start), limits);
  }

  /** Lets prices decide, flows following them, and takes the proximal terms away from there. */
  private boolean followPrices(Optional<Unknowns.Point> start, SolverLimits limits) {
    solver.restore(
        start.map(equations.flows.unknowns::near).orElseGet(equations.flows.unknowns::base));
    if (!solver.followPrices(start.isPresent(), limits)) {
      return false;
    }
    double[] near = solver.save();
    proximal.recentre(near, equations.fixed);
    if (solver.newton(0, 0, 1, limits.newtonSteps()) && release(limits.newtonSteps())) {
      return true;
    }
    solver.restore(near);
    return solver.settlePrices(limits) && solver.certify().holds();
  }

  /**
   * Weaker proximal terms by degrees. Where a step to weaker ones fails, proximal terms as strong
   * as before are moved to where the search stands, which brings it nearer, and a smaller step is
   * tried.
   */
  private boolean weaken(boolean slow, int limit) {
    double strength = slow ? 100 : 1;
    double factor = slow ? 0.3 : 0.1;
    proximal.strength = strength;
    if (!find(limit)) {
      return false;
    }
    for (int round = 0; round < MOST_ROUNDS && strength > ProximalTerms.LEAST * 1.01; round++) {
      double[] from = solver.save();
      proximal.strength = Math.max(ProximalTerms.LEAST, strength * factor);
      if (find(limit)) {
        strength = proximal.strength;
        continue;
      }
      solver.restore(from);
      proximal.strength = strength;
      proximal.recentre(from, equations.fixed);
      if (!find(limit)) {
        solver.restore(from);
      }
      factor = Math.sqrt(factor);
    }
    return strength <= ProximalTerms.LEAST * 1.01;
  }

  private boolean find(int limit) {
    double[] from = solver.save();
    if (solver.newton(0, 0, 1, limit)) {
      return true;
    }
    solver.restore(from);
    return solver.continuation(1, limit);
  }

  /** Moves the proximal terms until they pull nowhere; whether the market without them is met. */
  private boolean release(int limit) {
    for (int i = 0; i < RELEASES; i++) {
      double pull = proximal.recentre(solver.save(), equations.fixed);
      if (!solver.newton(0, 0, 1, limit)) {
        return false;
      }
      if (pull < ProximalTerms.NO_PULL) {
        break;
      }
    }
    solver.polish();
    return solver.certify().holds() || dropToLeast(limit);
  }

  /**
   * Where supply meets sales only at a price of nothing, a logarithm creeps there for ever: prices
   * on that way are put there.
   */
  private boolean dropToLeast(int limit) {
    double[] z = solver.save();
    if (!equations.dropToLeast(z, NEARLY_NOTHING)) {
      return false;
    }
    solver.restore(z);
    proximal.recentre(z, equations.fixed);
    boolean found = solver.newton(0, 0, 1, limit);
    solver.polish();
    return found && solver.certify().holds();
  }
}
