package org.plimsoll.planner.market.search;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.plimsoll.planner.market.equations.Flows;
import org.plimsoll.planner.market.equations.NodeCurves;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The starting point of a price search: one price for all nodes of a product; then each buyer, each
 * maker and each buyer again gets the price at which it clears by its best routes alone, the others
 * held fixed.
 */
final class FirstPrices {
  /** Average number of open routes a buyer at the start. */
  private static final int OPEN = 4;

  /** Number of best routes kept for each node. */
  private static final int KEPT = 12;

  private static final int BISECTIONS = 24;
  private static final double WIDEST = 1e3;

  private final double[] z;
  private final Flows flows;
  private final Chain chain;
  private final Regime regime;

  private final NodeCurves curves;

  /** By node: its best routes in order, the price at which each begins to pay, and their number. */
  private final int[] lanes;

  private final double[] pays;
  private final int[] count;

  FirstPrices(Search search) {
    z = search.z;
    flows = search.equations.flows;
    chain = flows.chain;
    regime = flows.regime;
    int nodes = Math.max(flows.makerCount, flows.buyerCount);
    lanes = new int[nodes * KEPT];
    pays = new double[nodes * KEPT];
    count = new int[nodes];
    curves = new NodeCurves(flows);
  }

  /**
   * Sets prices, and the strength of proximal terms at which some of each buyer's best routes are
   * open.
   *
   * @param least strength
   * @param most strength
   */
  void put(double least, double most) {
    for (int k = 0; k < chain.products.length; k++) {
      level(k);
    }
    raise();
    flows.at(z);
    findBestOfBuyers();
    flows.proximal.strength = Math.max(least, Math.min(most, strength()));
    move();
  }

  /** Moves prices to where nodes clear: buyers, makers, buyers again. */
  void move() {
    flows.at(z);
    findBestOfBuyers();
    serve();
    flows.at(z);
    findBestOfMakers();
    make();
    flows.at(z);
    findBestOfBuyers();
    serve();
  }

  /**
   * Sets all prices of a product to the one at which supply equals use, if both depend on that
   * price alone; else leaves them at the base.
   */
  private void level(int product) {
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      if (!curves.isSimple(i)) {
        return;
      }
    }
    double widest = StrictMath.log(WIDEST);
    double logarithm = root(-widest, widest, z -> over(product, z));
    double price = chain.products[product].priceUsdPerTonne() * StrictMath.exp(logarithm);
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      put(flows.unknowns.maker(i), price, chain.makerPrice0[i]);
    }
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      z[flows.unknowns.buyer(j)] = flows.prices.unknown(j, Math.max(price, floor(j)));
      if (flows.latentRoutes.hasBid(j)) {
        put(flows.unknowns.bid(j), price, chain.buyerPrice0[j]);
      }
    }
  }

  private void put(int unknown, double price, double base) {
    z[unknown] = StrictMath.log(Math.max(price / base, 1 / WIDEST));
  }

  /** Surplus of a product at one price for all, tonnes. */
  private double over(int product, double logarithm) {
    double price = chain.products[product].priceUsdPerTonne() * StrictMath.exp(logarithm);
    double over = 0;
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      over += curves.made(i, price);
    }
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      over -= regime.buyerLive[j] ? curves.taken(j, Math.max(price, floor(j))) : 0;
    }
    return over;
  }

  /**
   * Raises the prices of makers that reach a floor's buyer without the levy: to where they serve it
   * whole, or to the floor.
   */
  private void raise() {
    for (int j = 0; j < flows.buyerCount; j++) {
      if (flows.latentRoutes.hasBid(j)) {
        int buyer = j;
        double price = root(0, floor(j), p -> spared(buyer, p));
        z[flows.unknowns.buyer(j)] = flows.prices.unknown(j, price);
      }
    }
    flows.at(z);
    for (int j = 0; j < flows.buyerCount; j++) {
      if (flows.latentRoutes.hasBid(j)) {
        for (int lane : regime.latentLanes[j]) {
          int i = chain.makerOf(j, lane);
          double price = asked(lane, flows.buyerPrice[j]);
          if (!flows.unknowns.routes.isLevied(lane) && price > flows.makerPrice[i]) {
            put(flows.unknowns.maker(i), price, chain.makerPrice0[i]);
          }
        }
      }
    }
  }

  /** The producer price at which goods land for this. */
  private double asked(int lane, double landed) {
    double rest = regime.wedges.leastLanded(lane, 0);
    return (landed - chain.latentGain[lane] - rest) / (regime.wedges.leastLanded(lane, 1) - rest);
  }

  /** Surplus of unlevied makers over a buyer's use at this price, tonnes. */
  private double spared(int j, double price) {
    double spared = -curves.taken(j, price);
    for (int lane : regime.latentLanes[j]) {
      if (!flows.unknowns.routes.isLevied(lane)) {
        spared += Math.max(0, curves.made(chain.makerOf(j, lane), Math.max(0, asked(lane, price))));
      }
    }
    return spared;
  }

  /** Least landed price of goods that a buyer bids for; −∞ where it does not bid. */
  private double floor(int j) {
    return flows.latentRoutes.hasBid(j) ? flows.unknowns.routes.floor(j) : Double.NEGATIVE_INFINITY;
  }

  /** Strength of proximal terms at which a few best routes of each buyer together carry its use. */
  private double strength() {
    double gain = 0;
    double rise = 0;
    for (int j = 0; j < flows.buyerCount; j++) {
      double taken = count[j] > OPEN ? curves.taken(j, flows.buyerPrice[j]) : 0;
      if (taken > 0) {
        for (int n = 0; n < OPEN; n++) {
          gain += pays[j * KEPT + OPEN] - pays[j * KEPT + n];
        }
        rise += taken * chain.proximalSlope[lanes[j * KEPT]];
      }
    }
    return rise > 0 ? gain / rise : 1;
  }

  private void findBestOfBuyers() {
    Arrays.fill(count, 0);
    for (int j = 0; j < flows.buyerCount; j++) {
      for (int lane : regime.latentLanes[j]) {
        double maker = flows.makerPrice[chain.makerOf(j, lane)];
        double free = regime.wedges.leastLanded(lane, maker);
        double landed = isByBid(lane) ? free : Math.max(free, regime.wedges.leastByFloor(lane));
        keep(j, lane, landed + chain.latentGain[lane] - pull(lane));
      }
    }
  }

  /** Finds each maker's best routes: those with the highest price at which it still sells. */
  private void findBestOfMakers() {
    Arrays.fill(count, 0);
    for (int j = 0; j < flows.buyerCount; j++) {
      for (int lane : regime.latentLanes[j]) {
        double rest = regime.wedges.leastLanded(lane, 0) + chain.latentGain[lane];
        double paid = isByBid(lane) ? flows.latentRoutes.bid[j] : flows.buyerPrice[j];
        keep(chain.makerOf(j, lane), lane, rest - paid - pull(lane));
      }
    }
  }

  private boolean isByBid(int lane) {
    return flows.followsPrices && flows.unknowns.routes.isLevied(lane);
  }

  /** Gain that a route's proximal term adds by its present flow, USD a tonne. */
  private double pull(int lane) {
    int p = flows.unknowns.routes.find(lane);
    return p < 0
        ? 0
        : flows.proximal.routeSlope(lane) * flows.unknowns.routes.active.carried[p]
            + flows.routeSlope(lane) * chain.latentTonnes[lane];
  }

  private void keep(int node, int lane, double price) {
    int first = node * KEPT;
    int n = first + Math.min(count[node], KEPT - 1);
    if (count[node] == KEPT && price >= pays[n]) {
      return;
    }
    for (; n > first && pays[n - 1] > price; n--) {
      pays[n] = pays[n - 1];
      lanes[n] = lanes[n - 1];
    }
    pays[n] = price;
    lanes[n] = lane;
    count[node] = Math.min(KEPT, count[node] + 1);
  }

  /** Flow of a maker's best routes at this gain, tonnes. */
  private double carried(int maker, double gain) {
    double carried = 0;
    for (int n = maker * KEPT; n < maker * KEPT + count[maker]; n++) {
      carried += carriedBy(n, gain);
    }
    return carried;
  }

  private double carriedBy(int n, double price) {
    double slope = flows.routeSlope(lanes[n]) + flows.proximal.routeSlope(lanes[n]);
    double gain = Math.max(0, price - pays[n]);
    double called = slope > 0 ? gain / slope : gain > 0 ? Double.POSITIVE_INFINITY : 0;
    return Math.min(called, regime.cap[lanes[n]]);
  }

  /** Flow of a buyer's best routes beyond its use, tonnes. */
  private double over(int buyer, double bid, double price) {
    double over = -curves.taken(buyer, price);
    for (int n = buyer * KEPT; n < buyer * KEPT + count[buyer]; n++) {
      over += carriedBy(n, isByBid(lanes[n]) ? bid : price);
    }
    return over;
  }

  /** Root of an increasing function, by bisection. */
  private static double root(double low, double high, DoubleUnaryOperator over) {
    double from = low;
    double to = high;
    for (int n = 0; n < BISECTIONS; n++) {
      double middle = (from + to) / 2;
      boolean isDear = over.applyAsDouble(middle) > 0;
      from = isDear ? from : middle;
      to = isDear ? middle : to;
    }
    return to;
  }

  /** Sets each buyer's price and bid to where its best routes carry its use. */
  private void serve() {
    for (int j = 0; j < flows.buyerCount; j++) {
      if (count[j] > 0 && regime.buyerLive[j]) {
        serve(j, pays[j * KEPT], pays[j * KEPT + count[j] - 1] + chain.buyerPrice0[j]);
      }
    }
  }

  private void serve(int j, double low, double high) {
    if (!flows.latentRoutes.hasBid(j)) {
      if (curves.taken(j, low) > 0) {
        double price = root(low, high, p -> over(j, p, p));
        z[flows.unknowns.buyer(j)] = flows.prices.unknown(j, price);
      }
      return;
    }
    double floor = floor(j);
    boolean isServedBelow = over(j, low, floor) > 0;
    double bid = isServedBelow ? low : root(low, high, p -> over(j, p, Math.max(p, floor)));
    double price = isServedBelow ? root(0, floor, p -> over(j, low, p)) : Math.max(bid, floor);
    put(flows.unknowns.bid(j), bid, chain.buyerPrice0[j]);
    z[flows.unknowns.buyer(j)] = flows.prices.unknown(j, price);
  }

  /** Sets each maker's price to where its best routes carry its output. */
  private void make() {
    for (int i = 0; i < flows.makerCount; i++) {
      if (count[i] > 0 && curves.isSimple(i)) {
        int maker = i;
        double most = Math.max(0, -pays[i * KEPT]);
        double price = root(0, most, p -> curves.made(maker, p) - carried(maker, -p));
        put(flows.unknowns.maker(i), price, chain.makerPrice0[i]);
      }
    }
  }
}
