package org.plimsoll.planner.market.search;

import java.util.Optional;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.ProximalTerms;
import org.plimsoll.planner.market.equations.Unknowns;

/**
 * The search for chains that need proximal terms. It takes the first of these that finds the
 * market:
 *
 * <ol>
 *   <li>from a market nearby, the forest of its routes ({@link ForestSearch}), where nothing but
 *       curves and costs decides;
 *   <li>from there, Newton steps with the weakest proximal terms;
 *   <li>a price search ({@link PriceSearch}) from there, then from one price for all;
 *   <li>Newton steps with strong proximal terms first, then ever weaker ones.
 * </ol>
 *
 * <p>At the end the terms are recentred until they pull nowhere ({@link ProximalTerms}).
 */
final class ProximalSearch implements Way {
  /** Below this share of the base a price may be on its way to zero. */
  private static final double NEARLY_NOTHING = 1e-6;

  /** Largest row, a share of the base, up to which Newton steps are faster than a price search. */
  private static final double NEAR = 1e-2;

  private static final int RELEASES = 40;
  private static final int MOST_ROUNDS = 30;

  private final Search search;
  private final Optional<Unknowns.Point> start;
  private final Newton newton;
  private final Continuation continuation;
  private final Equations equations;
  private final ProximalTerms proximal;

  /**
   * @param start a point of a market nearby, or empty for the base year
   */
  ProximalSearch(Search search, Optional<Unknowns.Point> start) {
    this.search = search;
    this.start = start;
    newton = new Newton(search, start);
    continuation = new Continuation(search, start, 1, 1);
    equations = search.equations;
    proximal = equations.proximal;
  }

  @Override
  public Optional<Solution> find(SolverLimits limits) {
    boolean found =
        (start.isPresent() && (byForest(limits) || fromNearby(limits)))
            || (canFollowPrices() && followPrices(Optional.empty(), limits))
            || fromBase(false, limits)
            || fromBase(true, limits);
    return found ? search.certified() : Optional.empty();
  }

  private boolean fromBase(boolean slow, SolverLimits limits) {
    search.begin(Optional.empty());
    proximal.reset();
    return weaken(slow, limits.continuationSteps()) && release(limits.newtonSteps());
  }

  /** Whether some goods are homogeneous, so that a price search applies. */
  private boolean canFollowPrices() {
    return PriceSearch.isFor(equations.flows.chain);
  }

  private boolean byForest(SolverLimits limits) {
    proximal.reset();
    search.begin(start);
    if (!new ForestSearch(search).find()) {
      return false;
    }
    proximal.strength = ProximalTerms.LEAST;
    return release(limits.newtonSteps());
  }

  private boolean fromNearby(SolverLimits limits) {
    search.begin(start);
    proximal.reset();
    proximal.strength = ProximalTerms.LEAST;
    if ((!canFollowPrices() || search.largestRow() < NEAR)
        && newton.run(limits.newtonSteps())
        && release(limits.newtonSteps())) {
      return true;
    }
    return canFollowPrices() && followPrices(start, limits);
  }

  /** Runs a price search and removes the proximal terms at its end. */
  private boolean followPrices(Optional<Unknowns.Point> from, SolverLimits limits) {
    search.begin(from);
    PriceSearch prices = new PriceSearch(search);
    int most = search.steps() + limits.continuationSteps();
    if (!(from.isPresent() ? prices.fromNearby(most) : prices.fromOnePrice(most))) {
      return false;
    }
    double[] near = search.save();
    proximal.recentre(near, equations.fixed);
    if (newton.run(limits.newtonSteps()) && release(limits.newtonSteps())) {
      return true;
    }
    search.restore(near);
    return prices.settle(search.steps() + limits.continuationSteps())
        && search.certify().isPresent();
  }

  /**
   * Weakens the proximal terms by degrees. If a step fails, the terms are recentred at the same
   * strength, which brings the search nearer, and a smaller step follows.
   */
  private boolean weaken(boolean slow, int limit) {
    double strength = slow ? 100 : 1;
    double factor = slow ? 0.3 : 0.1;
    proximal.strength = strength;
    if (!solve(limit)) {
      return false;
    }
    for (int round = 0; round < MOST_ROUNDS && strength > ProximalTerms.LEAST * 1.01; round++) {
      double[] from = search.save();
      proximal.strength = Math.max(ProximalTerms.LEAST, strength * factor);
      if (solve(limit)) {
        strength = proximal.strength;
        continue;
      }
      search.restore(from);
      proximal.strength = strength;
      proximal.recentre(from, equations.fixed);
      if (!solve(limit)) {
        search.restore(from);
      }
      factor = Math.sqrt(factor);
    }
    return strength <= ProximalTerms.LEAST * 1.01;
  }

  private boolean solve(int limit) {
    double[] from = search.save();
    if (newton.run(limit)) {
      return true;
    }
    search.restore(from);
    return continuation.run(limit);
  }

  /** Recentres the terms until they pull nowhere; whether the market without them is certified. */
  private boolean release(int limit) {
    for (int i = 0; i < RELEASES; i++) {
      double pull = proximal.recentre(search.save(), equations.fixed);
      if (!newton.run(limit)) {
        return false;
      }
      if (pull < ProximalTerms.NO_PULL) {
        break;
      }
    }
    newton.polish();
    return search.certify().isPresent() || dropToLeast(limit);
  }

  /**
   * Where supply meets sales only at a price of zero, a logarithm never arrives: such prices are
   * set to the least.
   */
  private boolean dropToLeast(int limit) {
    double[] z = search.save();
    if (!equations.dropToLeast(z, NEARLY_NOTHING)) {
      return false;
    }
    search.restore(z);
    proximal.recentre(z, equations.fixed);
    boolean found = newton.run(limit);
    newton.polish();
    return found && search.certify().isPresent();
  }
}
