package org.plimsoll.planner.market;

import java.util.Arrays;

/**
 * The gap routes that a search looks at. Nearly all routes of a market carry nothing at any price
 * that the search meets; they sleep. A route wakes when it would pay, and stays awake: a sleeping
 * route has flow 0, row 0 and step 0, so that the search goes the way that it would go with all of
 * them.
 *
 * <p>Of each buyer's sleepers the cheapest is remembered. As long as the buyer's price, less the
 * most that any maker's price has fallen since, is below it, none of them can pay, and none is
 * looked at.
 *
 * <p>Measured on 1000 × 1000 routes: looking at all of them takes 2 to 10 ms, as much as all else
 * in a step; one trial in ten does.
 */
final class Routes {
  /** All sleepers are priced anew where more than one buyer in this many may have one that pays. */
  private static final int FEW = 8;

  /** Routes of a buyer that may wake of those whose goods land at its floor alike. */
  private static final int TIED = 3;

  private static final int FIRST_AWAKE = 128;

  private final Regime regime;
  private final Chain chain;

  /** By lane: slope × producer price + rest is at most what goods land for, offset included. */
  private final double[] leastSlope;

  /** Infinite for routes that are awake. */
  private final double[] leastRest;

  /**
   * By lane: the least that goods land for by a floor, offset included. Goods that would land below
   * it land alike whoever sells them, so that a few routes do for all ({@link #TIED}).
   */
  private final double[] floor;

  /** By buyer: routes awake whose goods land at its floor alike. */
  private final int[] tied;

  private boolean hasFloors;

  /** The cheapest of those that would pay and sleep, for the buyer at hand. */
  private final int[] next = new int[TIED];

  private final double[] nextFree = new double[TIED];

  /** By lane: place among those awake, or −1. */
  private final int[] place;

  /** Routes awake, in the order in which they woke, and their ends. */
  private int[] lanes;

  private int[] buyers;
  private int[] makers;
  private int count;

  /** By maker: the price at which sleepers were last priced; USD a tonne. */
  private final double[] reference;

  /** By buyer: what goods of its cheapest sleeper land for there, and its largest slope. */
  private final double[] cheapest;

  private final double[] steepest;

  /** By buyer: how far above its price routes wake, USD a tonne. */
  private final double[] early;

  Routes(Regime regime, Room room) {
    this.regime = regime;
    chain = regime.chain;
    int all = chain.laneCount();
    lanes = room.ints(FIRST_AWAKE);
    buyers = room.ints(FIRST_AWAKE);
    makers = room.ints(FIRST_AWAKE);
    leastSlope = room.doubles(all);
    leastRest = room.doubles(all);
    floor = room.doubles(all);
    tied = room.ints(chain.buyerCount());
    place = room.ints(all);
    Arrays.fill(place, -1);
    reference = room.doubles(chain.makerCount());
    cheapest = room.doubles(chain.buyerCount());
    Arrays.fill(cheapest, Double.NEGATIVE_INFINITY);
    steepest = room.doubles(chain.buyerCount());
    early = room.doubles(chain.buyerCount());
    for (int j = 0; j < chain.buyerCount(); j++) {
      for (int lane : regime.gapLanes[j]) {
        double free = regime.wedges.leastLanded(lane, 0);
        leastSlope[lane] = regime.wedges.leastLanded(lane, 1) - free;
        leastRest[lane] = free + chain.gapOffset[lane];
        floor[lane] = regime.wedges.leastByFloor(lane) + chain.gapOffset[lane];
        hasFloors |= floor[lane] > Double.NEGATIVE_INFINITY;
        steepest[j] = Math.max(steepest[j], leastSlope[lane]);
      }
    }
  }

  int count() {
    return count;
  }

  int lane(int place) {
    return lanes[place];
  }

  int buyer(int place) {
    return buyers[place];
  }

  int maker(int place) {
    return makers[place];
  }

  /** Place of a lane among those awake, or −1. */
  int find(int lane) {
    return place[lane];
  }

  /** Wakes a lane, if it sleeps; returns its place. */
  int wake(int j, int lane) {
    if (place[lane] < 0) {
      if (count == lanes.length) {
        lanes = Arrays.copyOf(lanes, 2 * count);
        buyers = Arrays.copyOf(buyers, 2 * count);
        makers = Arrays.copyOf(makers, 2 * count);
      }
      lanes[count] = lane;
      buyers[count] = j;
      makers[count] = chain.makerOf(j, lane);
      leastRest[lane] = Double.POSITIVE_INFINITY;
      place[lane] = count++;
    }
    return place[lane];
  }

  /**
   * Puts routes to sleep that carry nothing; those left move up.
   *
   * @param flows what each carries, from {@code first} on; moves with them
   */
  void rest(double[] flows, int first) {
    int kept = 0;
    for (int p = 0; p < count; p++) {
      int lane = lanes[p];
      if (flows[first + p] == 0 && chain.gapTonnes[lane] == 0) {
        place[lane] = -1;
        leastRest[lane] = regime.wedges.leastLanded(lane, 0) + chain.gapOffset[lane];
      } else {
        flows[first + kept] = flows[first + p];
        lanes[kept] = lane;
        buyers[kept] = buyers[p];
        makers[kept] = makers[p];
        place[lane] = kept++;
      }
    }
    Arrays.fill(flows, first + kept, first + count, 0);
    count = kept;
    Arrays.fill(cheapest, Double.NEGATIVE_INFINITY);
  }

  /** From now on the buyer's routes wake when goods land this much above its price. */
  void watch(int j, double usdPerTonne) {
    early[j] = usdPerTonne;
  }

  /** Wakes every route whose goods could land below the buyer's price. */
  void wakePaying(double[] buyerPrice, double[] makerPrice) {
    double fallen = fallen(makerPrice);
    int many = 0;
    for (int j = 0; j < buyerPrice.length; j++) {
      many += mayPay(j, buyerPrice[j], fallen) ? 1 : 0;
    }
    if (hasFloors && many > 0) {
      countTied(makerPrice);
    }
    boolean all = FEW * many > buyerPrice.length;
    if (all) {
      System.arraycopy(makerPrice, 0, reference, 0, reference.length);
    }
    for (int j = 0; many > 0 && j < buyerPrice.length; j++) {
      if (all || mayPay(j, buyerPrice[j], fallen)) {
        lookAt(j, buyerPrice[j], makerPrice);
      }
    }
  }

  /** The most that a maker's price has fallen since sleepers were last priced. */
  private double fallen(double[] makerPrice) {
    double fallen = 0;
    for (int i = 0; i < makerPrice.length; i++) {
      fallen = Math.max(fallen, reference[i] - makerPrice[i]);
    }
    return fallen;
  }

  private boolean mayPay(int j, double price, double fallen) {
    return price + steepest[j] * fallen > cheapest[j];
  }

  private void lookAt(int j, double price, double[] makerPrice) {
    int shift = chain.makerStart[chain.buyerProduct[j]] - chain.laneStart[j];
    double least = Double.POSITIVE_INFINITY;
    int waiting = 0;
    for (int lane : regime.gapLanes[j]) {
      double free = leastSlope[lane] * makerPrice[lane + shift] + leastRest[lane];
      boolean pays = Math.max(free, floor[lane]) < price + early[j];
      if (pays && !(free < floor[lane] && isLikeOthers(lane))) {
        wake(j, lane);
      } else {
        double then = leastSlope[lane] * reference[lane + shift] + leastRest[lane];
        least = Math.min(least, Math.max(then, floor[lane]));
        waiting = pays ? queue(lane, free, waiting) : waiting;
      }
    }
    cheapest[j] = least;
    for (int n = 0; n < waiting && tied[j] < TIED; n++) {
      wake(j, next[n]);
      tied[j]++;
    }
  }

  /** Whether nothing but the price tells what the route carries. */
  private boolean isLikeOthers(int lane) {
    return chain.guideSlope[lane] > 0
        && chain.routeSlope[lane] == 0
        && regime.cap[lane] == Double.POSITIVE_INFINITY;
  }

  /** Keeps the cheapest of those that wait; returns how many do. */
  private int queue(int lane, double free, int waiting) {
    int n = Math.min(waiting, TIED - 1);
    if (waiting == TIED && free >= nextFree[n]) {
      return waiting;
    }
    for (; n > 0 && nextFree[n - 1] > free; n--) {
      nextFree[n] = nextFree[n - 1];
      next[n] = next[n - 1];
    }
    nextFree[n] = free;
    next[n] = lane;
    return Math.min(TIED, waiting + 1);
  }

  /** Counts routes awake on which goods land alike. */
  private void countTied(double[] makerPrice) {
    Arrays.fill(tied, 0);
    for (int p = 0; p < count; p++) {
      double free = regime.wedges.leastLanded(lanes[p], makerPrice[makers[p]]);
      boolean isTied = free + chain.gapOffset[lanes[p]] < floor[lanes[p]] && isLikeOthers(lanes[p]);
      tied[buyers[p]] += isTied ? 1 : 0;
    }
  }
}
