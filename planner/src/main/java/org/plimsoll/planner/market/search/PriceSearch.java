package org.plimsoll.planner.market.search;

import java.util.Arrays;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.Flows;
import org.plimsoll.planner.market.equations.ProximalTerms;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Sourcing;

/**
 * Solves for prices; flows and activity levels follow from them through the proximal terms. Terms
 * are strong at first, so that few prices swing, then weaker, and are recentred at each stage
 * ({@link ProximalTerms}). A step is a Newton step for prices.
 *
 * <p>Where nothing but curves and costs decides, this is the method of multipliers (Hestenes 1969;
 * Powell 1969; Rockafellar 1976) on the spatial price equilibrium of Takayama and Judge (1971).
 * Prices then minimise a convex function whose derivative along a step is the imbalance valued at
 * the change in prices; the length of a step is found where that changes sign.
 *
 * <p>Measured on random markets of 200 × 200 to 1000 × 1000 routes: 73 to 134 steps. The first
 * stage has some ten active routes a node, the last fewer than two.
 */
final class PriceSearch {
  /**
   * Bounds of the strength of proximal terms in the first stage. On 500 × 500 routes a lower bound
   * of 0.01 leaves 18,000 routes active at first and doubles the time.
   */
  private static final double STRONGEST = 1;

  private static final double LEAST_AT_FIRST = 0.002;

  /** First strength of proximal terms from a market nearby. */
  private static final double NEARBY = 0.001;

  /** Steps, and active routes a node, beyond which a market does not count as nearby. */
  private static final int FEW_STEPS = 12;

  private static final int FEW_AWAKE = 3;

  /** Factor on the strength from stage to stage. */
  private static final double WEAKER = 0.5;

  /** A stage ends at this largest row, a share of the base, or at half the row it began with. */
  private static final double GOOD_ENOUGH = 1e-3;

  private static final double BEST = 1e-7;

  /**
   * A stage also ends after a few successive steps that leave more than this share of small rows:
   * rounding noise.
   */
  private static final double STALLED = 0.5;

  private static final int FEW_STALLED = 6;

  /** Strength of proximal terms, and largest row, while their centres are moved to the answer. */
  private static final double SETTLING = 1e-4;

  private static final double SETTLED = 1e-12;
  private static final int MOST_ROUNDS = 100;

  /** How early routes become active, in rises at which one route serves a buyer whole. */
  private static final double WATCHED = 0.2;

  /** A step is long enough where its imbalance has fallen to this share. */
  private static final double FLAT = 0.3;

  /** Largest move of the logarithm of a price in a step. */
  private static final double LONGEST = 2;

  private static final int MOST_TRIALS = 20;

  /** Step lengths below which damping grows and above which it falls. */
  private static final double SHORT = 0.1;

  private static final double LONG = 0.5;

  /** First damping when steps have to be cut, its largest value and its growth. */
  private static final double DAMPING = 1e-4;

  private static final double MOST_DAMPING = 100;
  private static final double DAMPED_MORE = 4;

  private final Search search;
  private final Equations equations;
  private final Flows flows;
  private final ProximalTerms proximal;
  private final Chain chain;
  private final Unknowns unknowns;

  PriceSearch(Search search) {
    this.search = search;
    equations = search.equations;
    flows = equations.flows;
    proximal = flows.proximal;
    chain = flows.chain;
    unknowns = flows.unknowns;
  }

  /** Whether some product of the chain is homogeneous. */
  static boolean isFor(Chain chain) {
    return Arrays.stream(chain.products)
        .anyMatch(product -> product.sourcing() instanceof Sourcing.Homogeneous);
  }

  /** Searches from one price for each product; whether it ends close to the exact rows. */
  boolean fromOnePrice(int limit) {
    proximal.reset();
    begin();
    new FirstPrices(search).put(LEAST_AT_FIRST, STRONGEST);
    return follow(limit);
  }

  /** Searches from the current point, of a market nearby, if the first stage is short. */
  boolean fromNearby(int limit) {
    proximal.strength = NEARBY;
    begin();
    proximal.recentre(search.z, equations.fixed);
    new FirstPrices(search).move();
    int few = FEW_AWAKE * (flows.buyerCount + flows.makerCount);
    if (!stage(Math.min(limit, search.steps() + FEW_STEPS), few, BEST)) {
      end();
      return false;
    }
    proximal.recentre(search.z, equations.fixed);
    return follow(limit);
  }

  /**
   * Recentres the proximal terms until they pull nowhere, while flows follow prices; whether they
   * came to rest.
   */
  boolean settle(int limit) {
    proximal.strength = SETTLING;
    begin();
    boolean found = true;
    for (int round = 0; found && round < MOST_ROUNDS; round++) {
      double pull = proximal.recentre(search.z, equations.fixed);
      if (round > 0 && pull < ProximalTerms.NO_PULL) {
        break;
      }
      found = stage(limit, Integer.MAX_VALUE, SETTLED);
    }
    end();
    return found;
  }

  /** Makes flows follow prices from the current point. */
  private void begin() {
    double[] z = search.z;
    flows.followsPrices = true;
    for (int j = 0; j < flows.buyerCount; j++) {
      int unknown = unknowns.buyer(j);
      z[unknown] = flows.prices.unknown(j, chain.buyerPrice0[j] * StrictMath.exp(z[unknown]));
    }
  }

  /** Returns to the exact rows: prices of worthless goods at the least, and no bids. */
  private void end() {
    double[] z = search.z;
    flows.watch(0);
    proximal.damping = 0;
    for (int j = 0; j < flows.buyerCount; j++) {
      int unknown = unknowns.buyer(j);
      double price = flows.prices.price(j, z[unknown]) / chain.buyerPrice0[j];
      double logarithm = price > 0 ? StrictMath.log(price) : Double.NEGATIVE_INFINITY;
      z[unknown] = logarithm > Equations.LN_THROWN_AWAY ? logarithm : equations.lnLeastPrice;
      if (flows.latentRoutes.hasBid(j)) {
        z[unknowns.bid(j)] = 0;
      }
    }
    for (int i = 0; i < flows.makerCount; i++) {
      int unknown = unknowns.maker(i);
      if (flows.regime.makerLive[i] && z[unknown] <= Equations.LN_THROWN_AWAY) {
        z[unknown] = equations.lnLeastPrice;
      }
    }
    flows.followsPrices = false;
  }

  /** Runs stages with ever weaker proximal terms. */
  private boolean follow(int limit) {
    boolean found = stage(limit);
    while (found && proximal.strength > ProximalTerms.LEAST) {
      proximal.recentre(search.z, equations.fixed);
      proximal.strength = Math.max(ProximalTerms.LEAST, proximal.strength * WEAKER);
      found = stage(limit);
    }
    end();
    return found;
  }

  /** Takes steps at this strength until rows are small enough. */
  private boolean stage(int limit) {
    return stage(limit, Integer.MAX_VALUE, BEST);
  }

  /** The same with a limit on active routes, and down to rows of this size. */
  private boolean stage(int limit, int mostAwake, double best) {
    flows.watch(WATCHED);
    search.rest();
    search.look();
    double enough = Math.max(best, Math.min(GOOD_ENOUGH, search.largest(search.f) / 2));
    proximal.damping = 0;
    int stalled = 0;
    while (!(search.largest(search.f) <= enough)) {
      if (search.steps() >= limit || unknowns.routes.count() > mostAwake) {
        return false;
      }
      double before = search.largest(search.f);
      search.direction(0);
      double length = walk();
      damp(length);
      boolean isNoise = before < GOOD_ENOUGH && search.largest(search.f) > STALLED * before;
      stalled = isNoise ? stalled + 1 : 0;
      if (stalled == FEW_STALLED) {
        return true;
      }
    }
    return true;
  }

  /** Raises the damping after a step that was cut short and lowers it after a long one. */
  private void damp(double length) {
    if (length < SHORT) {
      proximal.damping = Math.min(MOST_DAMPING, Math.max(DAMPING, proximal.damping * DAMPED_MORE));
    } else if (length >= LONG) {
      proximal.damping =
          proximal.damping / DAMPED_MORE < DAMPING ? 0 : proximal.damping / DAMPED_MORE;
    }
  }

  /**
   * Moves along the step; returns the length. Routes are activated at its end, not at trial points.
   */
  private double walk() {
    flows.activatesRoutes = false;
    double length = lengthByTrial();
    flows.activatesRoutes = true;
    search.accept();
    int active = unknowns.routes.count();
    flows.activatePaying();
    if (unknowns.routes.count() > active) {
      search.look();
    }
    return length;
  }

  /** Tries lengths until the imbalance along the step is small. */
  private double lengthByTrial() {
    double first = imbalance(search.f);
    double low = 0;
    double atLow = first;
    double longest = Math.min(1, LONGEST / largestMove());
    double high = longest;
    double length = longest;
    for (int t = 0; t < MOST_TRIALS; t++) {
      search.move(length);
      double here = imbalance(search.trialF);
      boolean isBefore = here * first > 0;
      if ((isBefore && length == longest) || Math.abs(here) < FLAT * Math.abs(first)) {
        break;
      }
      if (isBefore) {
        low = length;
        atLow = here;
        length = (low + high) / 2;
      } else {
        high = length;
        double straight = (length - low) * atLow / (atLow - here);
        double least = 0.1 * (high - low);
        length = low + (straight > least ? Math.min(9 * least, straight) : least);
      }
    }
    return length;
  }

  private double largestMove() {
    double largest = 0;
    for (int u = unknowns.buyer(0); u < unknowns.quota(0); u++) {
      largest = Math.max(largest, Math.abs(search.step[u]));
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      if (flows.latentRoutes.hasBid(j)) {
        largest = Math.max(largest, Math.abs(search.step[unknowns.bid(j)]));
      }
    }
    return largest;
  }

  /** Surplus of all nodes, valued at the change of their prices along the step. */
  private double imbalance(double[] rows) {
    double sum = 0;
    for (int j = 0; j < flows.buyerCount; j++) {
      int unknown = unknowns.buyer(j);
      double pass = flows.prices.pass(j, search.z[unknown]);
      sum += rows[unknown] * chain.buyerScale[j] * pass * search.step[unknown];
      if (flows.latentRoutes.hasBid(j)) {
        int bid = unknowns.bid(j);
        double scale = chain.buyerScale[j] * chain.buyerPrice0[j];
        sum += rows[bid] * scale * StrictMath.exp(search.z[bid]) * search.step[bid];
      }
    }
    for (int i = 0; i < flows.makerCount; i++) {
      int unknown = unknowns.maker(i);
      double scale = equations.makerScale[i] * chain.makerPrice0[i];
      sum += rows[unknown] * scale * StrictMath.exp(search.z[unknown]) * search.step[unknown];
    }
    return sum;
  }
}
