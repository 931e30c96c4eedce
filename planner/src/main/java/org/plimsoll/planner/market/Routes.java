package org.plimsoll.planner.market;

import java.util.Arrays;

/**
 * The gap routes that a search looks at. Nearly all routes of a market carry nothing at any price
 * that the search meets; they sleep, and cost one comparison a step. A route wakes when it would
 * pay, and stays awake: a sleeping route has flow 0, row 0 and step 0, so that the search goes the
 * way that it would go with all of them.
 *
 * <p>Measured on a market of 1000 × 1000 routes: about 1% of them wake; looking at the others takes
 * 1 ms a step.
 */
final class Routes {
  private final Regime regime;
  private final Chain chain;

  /** By lane: slope × producer price + rest is at most what goods land for, offset included. */
  private final double[] leastSlope;

  /** Infinite for routes that are awake. */
  private final double[] leastRest;

  /** By lane: place among those awake, or −1. */
  private final int[] place;

  /** Routes awake, in the order in which they woke, and their ends. */
  private int[] lanes = new int[64];

  private int[] buyers = new int[64];
  private int[] makers = new int[64];
  private int count;

  Routes(Regime regime) {
    this.regime = regime;
    chain = regime.chain;
    int all = chain.laneCount();
    leastSlope = new double[all];
    leastRest = new double[all];
    place = new int[all];
    Arrays.fill(place, -1);
    for (int j = 0; j < chain.buyerCount(); j++) {
      for (int lane : regime.gapLanes[j]) {
        double free = regime.wedges.leastLanded(lane, 0);
        leastSlope[lane] = regime.wedges.leastLanded(lane, 1) - free;
        leastRest[lane] = free + chain.gapOffset[lane];
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

  /** Wakes every route whose goods could land below the buyer's price. */
  void wakePaying(double[] buyerPrice, double[] makerPrice) {
    for (int j = 0; j < buyerPrice.length; j++) {
      double price = buyerPrice[j];
      int shift = chain.makerStart[chain.buyerProduct[j]] - chain.laneStart[j];
      for (int lane : regime.gapLanes[j]) {
        if (leastSlope[lane] * makerPrice[lane + shift] + leastRest[lane] < price) {
          wake(j, lane);
        }
      }
    }
  }
}
