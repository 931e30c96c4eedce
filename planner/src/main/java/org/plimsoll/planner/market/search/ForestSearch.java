package org.plimsoll.planner.market.search;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.Flows;
import org.plimsoll.planner.market.equations.NodeCurves;
import org.plimsoll.planner.market.equations.Routes;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.linear.RouteForest;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/**
 * Solves a market from a nearby solution: linearises the curves at current prices, solves on the
 * forest of active routes ({@link RouteForest}), and repeats until the residuals vanish.
 *
 * <p>It applies to homogeneous goods whose nodes depend on their own price alone, over routes
 * without levies, caps or rates, where prices determine which routes carry. Where several routes
 * cost the same, it would put all flow on some of them; a price search divides it among them.
 *
 * <p>Measured on 200 × 200 and 500 × 500 routes after a ban of the biggest seller: 200 and 360
 * steps. From nothing it takes 7,000 and 23,000.
 */
final class ForestSearch {
  private static final int MOST_ROUNDS = 20;
  private static final int MOST_LOOKS = 200;

  /** Below this share of the node's scale an imbalance counts as zero. */
  private static final double BALANCED = 1e-9;

  private static final double NO_VIOLATION = 1e-11;

  /** Routes whose gains differ by less than this share of the base price count as equal. */
  private static final double ALIKE = 1e-9;

  /** Half width of the difference quotients of slopes, as a share of the base price. */
  private static final double DIFFERENCE = 1e-6;

  /** Least slope, a share of the scale over the base price. */
  private static final double LEAST_SLOPE = 1e-6;

  private final double[] z;
  private final Equations equations;
  private final Flows flows;
  private final Chain chain;
  private final Regime regime;
  private final Unknowns unknowns;
  private final Routes routes;
  private final NodeCurves curves;

  ForestSearch(Search search) {
    z = search.z;
    equations = search.equations;
    flows = equations.flows;
    chain = flows.chain;
    regime = flows.regime;
    unknowns = flows.unknowns;
    routes = unknowns.routes;
    curves = new NodeCurves(flows);
  }

  /** Solves from the current point of the search and moves it to the solution. */
  boolean find() {
    if (!isPossible()) {
      return false;
    }
    Optional<RouteForest> planted = plant();
    if (planted.isEmpty()) {
      return false;
    }
    RouteForest forest = planted.get();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double imbalance = straighten(forest);
      if (round > 0 && imbalance <= BALANCED) {
        if (!isOnlyOne(forest)) {
          return false;
        }
        put(forest);
        return true;
      }
      if (!forest.balance() || !open(forest)) {
        return false;
      }
    }
    return false;
  }

  private boolean isPossible() {
    return regime.quotas.isEmpty()
        && IntStream.range(0, flows.makerCount)
            .allMatch(i -> !regime.makerLive[i] || curves.isSimple(i))
        && routes.arePlain();
  }

  /** The forest of routes that carry; empty if they form a cycle. */
  private Optional<RouteForest> plant() {
    double[] makerPrice = new double[flows.makerCount];
    double[] buyerPrice = new double[flows.buyerCount];
    for (int i = 0; i < makerPrice.length; i++) {
      makerPrice[i] = chain.makerPrice0[i] * StrictMath.exp(z[unknowns.maker(i)]);
    }
    for (int j = 0; j < buyerPrice.length; j++) {
      buyerPrice[j] = chain.buyerPrice0[j] * StrictMath.exp(z[unknowns.buyer(j)]);
    }
    RouteForest forest = new RouteForest(makerPrice, buyerPrice);
    for (int p = 0; p < routes.count(); p++) {
      int j = routes.buyer(p);
      int lane = routes.lane(p);
      double tonnes = z[unknowns.route(p)] * chain.buyerScale[j];
      boolean carries = tonnes > BALANCED * chain.buyerScale[j];
      if (carries && !forest.keep(routes.maker(p), j, lane, routes.cost(lane), tonnes)) {
        return Optional.empty();
      }
    }
    forest.fit();
    return Optional.of(forest);
  }

  /** Whether the solution is unique: no idle route at equal cost closes a cycle. */
  private boolean isOnlyOne(RouteForest forest) {
    double[] makerPrice = makerPrices(forest);
    for (int j = 0; j < flows.buyerCount; j++) {
      double price = forest.price(forest.buyerNode(j)) + ALIKE * chain.buyerPrice0[j];
      int carrying = forest.count(j);
      if (routes.countUpTo(j, price, makerPrice, i -> true) > carrying) {
        // Between two trees goods would move prices, and so they do not.
        IntPredicate isInTree = forest.treeOf(j);
        if (routes.countUpTo(j, price, makerPrice, isInTree) > carrying) {
          return false;
        }
      }
    }
    return true;
  }

  private double[] makerPrices(RouteForest forest) {
    double[] price = new double[flows.makerCount];
    for (int i = 0; i < price.length; i++) {
      price[i] = forest.price(forest.makerNode(i));
    }
    return price;
  }

  /** Linearises the curves; returns the largest imbalance as a share of the scale. */
  private double straighten(RouteForest forest) {
    double largest = 0;
    for (int i = 0; i < flows.makerCount; i++) {
      if (regime.makerLive[i]) {
        int node = forest.makerNode(i);
        double price = forest.price(node);
        double half = DIFFERENCE * chain.makerPrice0[i];
        double slope = (curves.made(i, price + half) - curves.made(i, price - half)) / (2 * half);
        double scale = equations.makerScale[i];
        double least = LEAST_SLOPE * scale / chain.makerPrice0[i];
        forest.line(node, curves.made(i, price), Math.max(slope, least), BALANCED * scale);
        largest = Math.max(largest, Math.abs(forest.over(node)) / scale);
      }
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      if (regime.buyerLive[j]) {
        int node = forest.buyerNode(j);
        double price = forest.price(node);
        double half = DIFFERENCE * chain.buyerPrice0[j];
        double slope = (curves.taken(j, price - half) - curves.taken(j, price + half)) / (2 * half);
        double scale = chain.buyerScale[j];
        double least = LEAST_SLOPE * scale / chain.buyerPrice0[j];
        forest.line(node, -curves.taken(j, price), Math.max(slope, least), BALANCED * scale);
        largest = Math.max(largest, Math.abs(forest.over(node)) / scale);
      }
    }
    return largest;
  }

  /** Opens each buyer's cheapest route while it is violated. */
  private boolean open(RouteForest forest) {
    int[] cheapest = new int[flows.buyerCount];
    boolean changed = true;
    for (int look = 0; changed; look++) {
      if (look == MOST_LOOKS) {
        return false;
      }
      changed = false;
      double[] makerPrice = makerPrices(forest);
      routes.findCheapest(makerPrice, cheapest);
      for (int j = 0; j < flows.buyerCount; j++) {
        int lane = cheapest[j];
        if (lane < 0) {
          continue;
        }
        int i = chain.makerOf(j, lane);
        double landed = makerPrice[i] + routes.cost(lane);
        double tolerance = NO_VIOLATION * chain.buyerPrice0[j];
        if (forest.price(forest.buyerNode(j)) - landed > tolerance) {
          changed = true;
          if (!forest.open(i, j, lane, routes.cost(lane), tolerance)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void put(RouteForest forest) {
    for (int p = 0; p < routes.count(); p++) {
      z[unknowns.route(p)] = 0;
    }
    for (int i = 0; i < flows.makerCount; i++) {
      if (regime.makerLive[i]) {
        flows.makerPrice[i] = forest.price(forest.makerNode(i));
        z[unknowns.maker(i)] = logarithm(flows.makerPrice[i] / chain.makerPrice0[i]);
      }
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      if (regime.buyerLive[j]) {
        flows.buyerPrice[j] = forest.price(forest.buyerNode(j));
        z[unknowns.buyer(j)] = logarithm(flows.buyerPrice[j] / chain.buyerPrice0[j]);
      }
    }
    forest.tell((j, lane, tonnes) ->
        z[unknowns.route(routes.activate(j, lane))] = tonnes / chain.buyerScale[j]);
    flows.activities.follow(z);
  }

  private double logarithm(double relative) {
    return relative > 0 ? StrictMath.log(relative) : equations.lnLeastPrice;
  }
}
