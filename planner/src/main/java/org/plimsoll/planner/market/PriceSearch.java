package org.plimsoll.planner.market;

import java.util.Arrays;

/**
 * Finds the market of goods alike, whose routes open all or nothing. Routes follow prices here, at
 * first softly, so that few prices swing, then ever more firmly; a step is a Newton step for prices
 * and levels. Where nothing but curves and costs decides, prices minimise the value of what is left
 * over along them (Takayama and Judge 1971, chapter 7, read as a function of prices), and the
 * length of a step is found where its own imbalance, valued at the change in prices, turns its
 * sign.
 *
 * <p>Measured on random markets of 200 × 200 and 1000 × 1000 routes: 50 to 100 steps, of which the
 * last one or two on the firm rows. A market whose largest maker may sell at home alone takes more.
 */
final class PriceSearch {
  /** Routes of a buyer that are open, in the mean, where the search starts. */
  private static final int OPEN_AT_FIRST = 4;

  /** Factor on the softness of routes from stage to stage. */
  private static final double FIRMER = 0.25;

  /** The same after a stage that took one or two steps. */
  private static final double MUCH_FIRMER = 1.0 / 16;

  private static final int QUICK = 2;

  /** Largest row, a share of the base, at which a stage is good enough to go on from. */
  private static final double GOOD_ENOUGH = 0.05;

  /** The same for the last, from which Newton steps on the exact rows go on. */
  private static final double NEARLY = 1e-5;

  /**
   * Rise of the price, as a share, at which a route of the last stage serves a buyer whole. Below
   * it a flow that follows prices has too few digits; as an unknown of its own it keeps them.
   */
  private static final double FIRMEST = 1e-8;

  /**
   * Most that a price moves in a step, in rises at which one route served a buyer whole in the
   * stage before.
   */
  private static final double LONGEST = 10;

  /** How early routes wake, counted alike. */
  private static final double WATCHED = 0.5;

  /** Rise of the price, as a share, at which a route serves a buyer whole, from a market nearby. */
  private static final double SOFT_NEARBY = 1e-3;

  private static final double LONGEST_LOGARITHM = 0.7;

  /** A step is long enough where its imbalance has fallen to this share. */
  private static final double FLAT = 0.3;

  private static final int MOST_TRIALS = 20;
  private static final int PRICE_BISECTIONS = 14;
  private static final int LEVEL_BISECTIONS = 24;
  private static final double WIDEST = 1e3;

  private final Search search;
  private final Equations equations;
  private final Flows flows;
  private final Chain chain;
  private final Regime regime;
  private final Unknowns unknowns;

  /** Most that a price moves in a step of the stage at hand, in the same rises at softness 1. */
  private double longest;

  PriceSearch(Search search) {
    this.search = search;
    equations = search.equations;
    flows = equations.flows;
    chain = flows.chain;
    regime = flows.regime;
    unknowns = flows.unknowns;
  }

  /** Whether all goods of the chain are alike. */
  static boolean isFor(Chain chain) {
    return Arrays.stream(chain.products)
        .allMatch(product -> product.sourcing() instanceof Sourcing.Homogeneous);
  }

  /** Searches from one price for each product; whether the end is near enough to the exact rows. */
  boolean fromOnePrice(int limit) {
    for (int k = 0; k < chain.products.length; k++) {
      level(k);
    }
    return firm(firstSoftness(), limit);
  }

  /** Searches from a market nearby, where the search stands. */
  boolean fromNearby(int limit) {
    double first = 1;
    for (int k = 0; k < chain.products.length; k++) {
      first = Math.max(first, SOFT_NEARBY / epsilon(k));
    }
    return firm(first, limit);
  }

  /** Searches with routes so soft at first. */
  private boolean firm(double first, int limit) {
    equations.countsTonnes = true;
    flows.followsPrices = true;
    boolean found = true;
    double last = lastSoftness();
    double softness = Math.max(last, first);
    flows.softness = softness;
    while (found) {
      longest = LONGEST * flows.softness;
      flows.softness = softness;
      flows.watch(WATCHED);
      search.rest();
      int before = search.steps();
      found = stage(softness == last ? NEARLY : GOOD_ENOUGH, limit);
      if (softness == last) {
        break;
      }
      boolean quick = search.steps() - before <= QUICK;
      softness = Math.max(last, softness * (quick ? MUCH_FIRMER : FIRMER));
    }
    flows.softness = 1;
    flows.watch(0);
    equations.countsTonnes = false;
    flows.followsPrices = false;
    return found;
  }

  private double lastSoftness() {
    double last = 1;
    for (int k = 0; k < chain.products.length; k++) {
      last = Math.max(last, FIRMEST / epsilon(k));
    }
    return last;
  }

  /** Steps at one softness until no row is larger than {@code enough}. */
  private boolean stage(double enough, int limit) {
    search.look();
    while (search.largest(search.f) > enough) {
      if (search.steps() >= limit) {
        return false;
      }
      search.direction(0);
      walk(Math.min(1, LONGEST_LOGARITHM / clip()));
    }
    return true;
  }

  /** Cuts each price's part of the step; returns the largest left. */
  private double clip() {
    double largest = 0;
    for (int j = 0; j < flows.buyerCount; j++) {
      largest = Math.max(largest, clip(unknowns.buyer(j), chain.buyerProduct[j]));
    }
    for (int i = 0; i < flows.makerCount; i++) {
      largest = Math.max(largest, clip(unknowns.maker(i), chain.makerProduct[i]));
    }
    return largest;
  }

  private double clip(int unknown, int product) {
    double most = longest * epsilon(product);
    search.step[unknown] = Math.max(-most, Math.min(most, search.step[unknown]));
    return Math.abs(search.step[unknown]);
  }

  private double epsilon(int product) {
    return switch (chain.products[product].sourcing()) {
      case Sourcing.Homogeneous alike -> alike.epsilon();
      case Sourcing.SourceShares shares -> chain.products[product].newRouteSlope();
      case Sourcing.Armington goods -> chain.products[product].newRouteSlope();
    };
  }

  /** Goes along the step to where its imbalance is small, by trial, at most {@code longest}. */
  private void walk(double longest) {
    double first = imbalance(search.f);
    double low = 0;
    double atLow = first;
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
        double straight = low + (length - low) * atLow / (atLow - here);
        length = Math.max(low + 0.1 * (high - low), Math.min(low + 0.9 * (high - low), straight));
      }
    }
    search.accept();
  }

  /** What is left over at every node, valued at the change of its price along the step. */
  private double imbalance(double[] rows) {
    double sum = 0;
    for (int j = 0; j < flows.buyerCount; j++) {
      int unknown = unknowns.buyer(j);
      double scale = chain.buyerScale[j] * chain.buyerPrice0[j];
      sum += rows[unknown] * scale * StrictMath.exp(search.z[unknown]) * search.step[unknown];
    }
    for (int i = 0; i < flows.makerCount; i++) {
      int unknown = unknowns.maker(i);
      double scale = equations.makerScale[i] * chain.makerPrice0[i];
      sum += rows[unknown] * scale * StrictMath.exp(search.z[unknown]) * search.step[unknown];
    }
    return sum;
  }

  /**
   * Puts all prices of a product where as much is made as is taken, if that hangs on its price
   * alone; else leaves them at the base.
   */
  private void level(int product) {
    int[] blocks = simpleBlocks(product);
    double low = -StrictMath.log(WIDEST);
    double high = -low;
    for (int n = 0; n < PRICE_BISECTIONS && blocks.length > 0; n++) {
      double middle = (low + high) / 2;
      double price = chain.products[product].priceUsdPerTonne() * StrictMath.exp(middle);
      double over = 0;
      for (int b : blocks) {
        over += levelAt(regime.blocks.get(b), price);
      }
      for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
        over += regime.buyerLive[j] ? regime.given(j, price) - takenAt(j, price) : 0;
      }
      low = over > 0 ? low : middle;
      high = over > 0 ? middle : high;
    }
    if (blocks.length == 0 || low == -high) {
      return;
    }
    double price = chain.products[product].priceUsdPerTonne() * StrictMath.exp(low);
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      search.z[unknowns.maker(i)] = StrictMath.log(price / chain.makerPrice0[i]);
    }
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      search.z[unknowns.buyer(j)] = StrictMath.log(price / chain.buyerPrice0[j]);
    }
    for (int b : blocks) {
      Block block = regime.blocks.get(b);
      double level = levelAt(block, price) / block.curve().scaleTonnes();
      search.z[b] = block.isNeverIdle() ? StrictMath.log(Math.max(level, 1e-9)) : level;
    }
  }

  private double takenAt(int j, double price) {
    return regime.finalUse[j].servedAt(price)
        + chain.stockBuild[j].servedAt(price)
        + regime.purchase[j].servedAt(price);
  }

  /** Activities that make the product and nothing else, from nothing; none if another makes it. */
  private int[] simpleBlocks(int product) {
    int[] found = new int[flows.blockCount];
    int count = 0;
    for (int b = 0; b < flows.blockCount; b++) {
      Block.Links links = regime.blocks.get(b).links();
      if (regime.blockLive[b]
          && links.makers().length > 0
          && chain.makerProduct[links.makers()[0]] == product) {
        if (links.makers().length > 1 || links.buyers().length > 0) {
          return new int[0];
        }
        found[count++] = b;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The level of an activity without inputs where its product has this price. */
  private static double levelAt(Block block, double price) {
    double low = 0;
    double high = Math.min(block.fixedCapTonnes(), WIDEST * block.curve().scaleTonnes());
    double margin = price + block.creditUsdPerTonne();
    for (int n = 0; n < LEVEL_BISECTIONS; n++) {
      double middle = (low + high) / 2;
      if (block.curve().marginAt(middle) > margin) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /** Softness at which some of each buyer's cheapest routes carry, together, what it takes. */
  private double firstSoftness() {
    flows.at(search.z);
    flows.followsPrices = true;
    double gain = 0;
    double rise = 0;
    double[] cheapest = new double[OPEN_AT_FIRST + 1];
    for (int j = 0; j < flows.buyerCount; j++) {
      double taken = regime.buyerLive[j] ? takenAt(j, flows.buyerPrice[j]) : 0;
      if (taken > 0 && regime.gapLanes[j].length > OPEN_AT_FIRST) {
        Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
        for (int lane : regime.gapLanes[j]) {
          double landed = regime.wedges.leastLanded(lane, flows.makerPrice[chain.makerOf(j, lane)]);
          keepCheapest(cheapest, landed + chain.gapOffset[lane]);
        }
        for (int n = 0; n < OPEN_AT_FIRST; n++) {
          gain += cheapest[OPEN_AT_FIRST] - cheapest[n];
        }
        rise += taken * flows.routeSlope(chain.laneStart[j]);
      }
    }
    return rise > 0 ? gain / rise : 1;
  }

  private static void keepCheapest(double[] cheapest, double cost) {
    int n = cheapest.length - 1;
    if (cost < cheapest[n]) {
      while (n > 0 && cheapest[n - 1] > cost) {
        cheapest[n] = cheapest[n - 1];
        n--;
      }
      cheapest[n] = cost;
    }
  }
}
