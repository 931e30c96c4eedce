package org.plimsoll.planner.market;

import java.util.Arrays;

/**
 * Where a search of prices starts: one price for all nodes of a product, then the price of each
 * buyer, each maker and each buyer again at which it clears while the others' stand still, by its
 * best routes alone.
 */
final class FirstPrices {
  /** Routes of a buyer that are open at first, in the mean. */
  private static final int OPEN = 4;

  /** Routes of a node that are looked at. */
  private static final int KEPT = 12;

  private static final int BISECTIONS = 24;
  private static final double WIDEST = 1e3;

  private final double[] z;
  private final Flows flows;
  private final Chain chain;
  private final Regime regime;

  /** By maker: activities that make its product from nothing; none if others make it too. */
  private final int[][] simple;

  /** By node: its best routes, best first; the price at which each begins to pay, and how many. */
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
    simple = new int[flows.makerCount][];
    for (int i = 0; i < simple.length; i++) {
      simple[i] = simpleBlocks(i);
    }
  }

  private int[] simpleBlocks(int maker) {
    int[] blocks = regime.blocksOfMaker[maker];
    for (int b : blocks) {
      Block block = regime.blocks.get(b);
      Block.Links links = block.links();
      if (links.makers().length > 1
          || links.buyers().length > 0
          || !flows.activities.isTellable(b)) {
        return new int[0];
      }
    }
    return blocks;
  }

  /**
   * Puts prices, and the strength of guides at which some of each buyer's best routes are open.
   *
   * @param least strength
   * @param most strength
   */
  void put(double least, double most) {
    for (int k = 0; k < chain.products.length; k++) {
      level(k);
    }
    flows.at(z);
    findBestOfBuyers();
    flows.guides.strength = Math.max(least, Math.min(most, strength()));
    serve();
    flows.at(z);
    findBestOfMakers();
    make();
    flows.at(z);
    findBestOfBuyers();
    serve();
  }

  /**
   * Puts all prices of a product where as much is made as is taken, if that hangs on its price
   * alone; else leaves them at the base.
   */
  private void level(int product) {
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      if (simple[i].length == 0) {
        return;
      }
    }
    double low = -StrictMath.log(WIDEST);
    double high = -low;
    for (int n = 0; n < BISECTIONS; n++) {
      double middle = (low + high) / 2;
      boolean isDear = over(product, middle) > 0;
      low = isDear ? low : middle;
      high = isDear ? middle : high;
    }
    double price = chain.products[product].priceUsdPerTonne() * StrictMath.exp(low);
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      put(flows.unknowns.maker(i), price, chain.makerPrice0[i]);
    }
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      put(flows.unknowns.buyer(j), price, chain.buyerPrice0[j]);
    }
  }

  private void put(int unknown, double price, double base) {
    z[unknown] = StrictMath.log(Math.max(price / base, 1 / WIDEST));
  }

  /** What is left over of a product at one price for all, tonnes. */
  private double over(int product, double logarithm) {
    double price = chain.products[product].priceUsdPerTonne() * StrictMath.exp(logarithm);
    double over = 0;
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      over += made(i, price);
    }
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      over -= regime.buyerLive[j] ? taken(j, price) : 0;
    }
    return over;
  }

  private double made(int maker, double price) {
    double made = chain.makerGap[maker];
    for (int b : simple[maker]) {
      Block block = regime.blocks.get(b);
      double most = Math.min(block.fixedCapTonnes(), WIDEST * block.curve().scaleTonnes());
      made += Math.min(most, block.curve().levelAt(price + block.creditUsdPerTonne()));
    }
    return made;
  }

  private double taken(int buyer, double price) {
    return regime.finalUse[buyer].servedAt(price)
        + chain.stockBuild[buyer].servedAt(price)
        + regime.purchase[buyer].servedAt(price)
        - regime.given(buyer, price);
  }

  /**
   * Strength of guides at which some of each buyer's best routes carry, together, what it takes.
   */
  private double strength() {
    double gain = 0;
    double rise = 0;
    for (int j = 0; j < flows.buyerCount; j++) {
      double taken = count[j] > OPEN ? taken(j, flows.buyerPrice[j]) : 0;
      if (taken > 0) {
        for (int n = 0; n < OPEN; n++) {
          gain += pays[j * KEPT + OPEN] - pays[j * KEPT + n];
        }
        rise += taken * chain.guideSlope[lanes[j * KEPT]];
      }
    }
    return rise > 0 ? gain / rise : 1;
  }

  private void findBestOfBuyers() {
    Arrays.fill(count, 0);
    for (int j = 0; j < flows.buyerCount; j++) {
      for (int lane : regime.gapLanes[j]) {
        double maker = flows.makerPrice[chain.makerOf(j, lane)];
        double landed =
            Math.max(regime.wedges.leastLanded(lane, maker), regime.wedges.leastByFloor(lane));
        keep(j, lane, landed + chain.gapOffset[lane]);
      }
    }
  }

  /** A maker's best routes are those with the highest price it could ask for and still sell. */
  private void findBestOfMakers() {
    Arrays.fill(count, 0);
    for (int j = 0; j < flows.buyerCount; j++) {
      for (int lane : regime.gapLanes[j]) {
        double rest = regime.wedges.leastLanded(lane, 0) + chain.gapOffset[lane];
        keep(chain.makerOf(j, lane), lane, rest - flows.buyerPrice[j]);
      }
    }
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

  /** What a node's best routes carry where they gain this much, tonnes. */
  private double carried(int node, double price) {
    double carried = 0;
    for (int n = node * KEPT; n < node * KEPT + count[node] && pays[n] < price; n++) {
      double slope = flows.routeSlope(lanes[n]) + flows.guides.routeSlope(lanes[n]);
      double called = slope > 0 ? (price - pays[n]) / slope : Double.POSITIVE_INFINITY;
      carried += Math.min(called, regime.cap[lanes[n]]);
    }
    return carried;
  }

  /** Puts each buyer's price where its best routes carry what it takes. */
  private void serve() {
    for (int j = 0; j < flows.buyerCount; j++) {
      if (count[j] > 0 && regime.buyerLive[j]) {
        double low = pays[j * KEPT];
        double high = pays[j * KEPT + count[j] - 1] + chain.buyerPrice0[j];
        if (taken(j, low) > 0) {
          for (int n = 0; n < BISECTIONS; n++) {
            double middle = (low + high) / 2;
            boolean isDear = carried(j, middle) > taken(j, middle);
            low = isDear ? low : middle;
            high = isDear ? middle : high;
          }
          put(flows.unknowns.buyer(j), high, chain.buyerPrice0[j]);
        }
      }
    }
  }

  /** Puts each maker's price where its best routes carry what it makes. */
  private void make() {
    for (int i = 0; i < flows.makerCount; i++) {
      if (count[i] > 0 && simple[i].length > 0) {
        double low = 0;
        double high = Math.max(0, -pays[i * KEPT]);
        for (int n = 0; n < BISECTIONS; n++) {
          double middle = (low + high) / 2;
          boolean isDear = made(i, middle) > carried(i, -middle);
          low = isDear ? low : middle;
          high = isDear ? middle : high;
        }
        put(flows.unknowns.maker(i), high, chain.makerPrice0[i]);
      }
    }
  }
}
