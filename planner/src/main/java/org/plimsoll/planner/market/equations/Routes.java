package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The latent routes that a search looks at. Nearly all routes of a market carry nothing at any
 * price that the search meets; they sleep. A route wakes when it would pay, and stays active: a
 * sleeping route has flow 0, row 0 and step 0, so that the search goes the way that it would go
 * with all of them.
 *
 * <p>Of each buyer's sleepers the cheapest is remembered. As long as the buyer's price, less the
 * most that any maker's price has fallen since, is below it, none of them can pay, and none is
 * looked at.
 *
 * <p>Goods alike that land below a buyer's floor land at it, whoever sells them: among such
 * <em>levied</em> routes the buyer's price chooses none. A search of prices tells them apart by
 * what they cost before the levy ({@link LatentRoutes#bid}); elsewhere one that is active does for
 * all.
 *
 * <p>Measured on 1000 × 1000 routes: looking at all of them takes 2 to 10 ms, as much as all else
 * in a step; one trial in ten does.
 */
public final class Routes {
  /** All sleepers are priced anew where more than one buyer in this many may have one that pays. */
  private static final int FEW = 8;

  /** Rounding of a slope that is 1. */
  private static final double SAME = 1e-12;

  private final Regime regime;
  private final Chain chain;
  public final ActiveRoutes active;

  /** By lane: slope × producer price + rest is at most what goods land for, offset included. */
  private final double[] leastSlope;

  /** Infinite for routes that are active. */
  private final double[] leastRest;

  /** By lane: the least that goods land for by a floor, offset included. */
  private final double[] least;

  /** By lane, if there are floors: whether a levy alone stands between it and the others. */
  private final boolean[] levied;

  /** By buyer: the floor of its levied routes; nothing without any. */
  private final double[] floor;

  /** By lane: place among those active, or −1. */
  private final int[] place;

  /** By maker: the price at which sleepers were last priced; USD a tonne. */
  private final double[] reference;

  /** By buyer: what goods of its cheapest sleeper land for there, and its largest slope. */
  private final double[] cheapest;

  private final double[] steepest;

  /** By buyer: the same of levied routes before the levy, while bids tell them apart. */
  private final double[] cheapestBid;

  private boolean activatesByBid;

  /** By buyer: how far above its price routes wake, USD a tonne. */
  private final double[] early;

  /** By buyer: whether a route is active whose goods land at its floor. */
  private final boolean[] served;

  Routes(Regime regime, Workspace workspace) {
    this.regime = regime;
    chain = regime.chain;
    active = new ActiveRoutes(chain, workspace);
    int all = chain.laneCount();
    leastSlope = workspace.doubles(all);
    leastRest = workspace.doubles(all);
    least = workspace.doubles(all);
    place = workspace.ints(all);
    Arrays.fill(place, -1);
    int buyers = chain.buyerCount();
    reference = workspace.doubles(chain.makerCount());
    cheapest = workspace.doubles(buyers);
    cheapestBid = workspace.doubles(buyers);
    steepest = workspace.doubles(buyers);
    early = workspace.doubles(buyers);
    floor = workspace.doubles(buyers);
    served = workspace.booleans(buyers);
    forgetCheapest();
    boolean floors = false;
    for (int j = 0; j < buyers; j++) {
      for (int lane : regime.latentLanes[j]) {
        double free = regime.wedges.leastLanded(lane, 0);
        leastSlope[lane] = regime.wedges.leastLanded(lane, 1) - free;
        leastRest[lane] = free + chain.latentGain[lane];
        least[lane] = regime.wedges.leastByFloor(lane) + chain.latentGain[lane];
        floors |= least[lane] > Double.NEGATIVE_INFINITY;
        steepest[j] = Math.max(steepest[j], leastSlope[lane]);
      }
    }
    Arrays.fill(floor, Double.NEGATIVE_INFINITY);
    levied = workspace.booleans(floors ? all : 0);
    if (floors) {
      findLevied();
    }
  }

  private void findLevied() {
    BitSet counted = new BitSet();
    for (Quota quota : regime.quotas) {
      for (int lane : quota.lanes()) {
        counted.set(lane);
      }
    }
    for (int j = 0; j < floor.length; j++) {
      for (int lane : regime.latentLanes[j]) {
        boolean canBe =
            least[lane] > Double.NEGATIVE_INFINITY
                && chain.proximalSlope[lane] > 0
                && chain.routeSlope[lane] == 0
                && regime.cap[lane] == Double.POSITIVE_INFINITY
                && !regime.wedges.hasPartialLevy(lane)
                && !counted.get(lane);
        if (canBe && floor[j] == Double.NEGATIVE_INFINITY) {
          floor[j] = least[lane];
        }
        levied[lane] = canBe && least[lane] == floor[j];
      }
    }
  }

  /** Whether on every route goods land for the producer's price and a cost, whatever it carries. */
  public boolean arePlain() {
    if (levied.length > 0) {
      return false;
    }
    for (int[] lanes : regime.latentLanes) {
      for (int lane : lanes) {
        boolean isPlain =
            Math.abs(leastSlope[lane] - 1) < SAME
                && regime.cap[lane] == Double.POSITIVE_INFINITY
                && !regime.wedges.hasPartialLevy(lane)
                && chain.routeSlope[lane] == 0
                && chain.proximalSlope[lane] > 0;
        if (!isPlain) {
          return false;
        }
      }
    }
    return true;
  }

  /** What goods land for beyond the producer's price, offset included, on a plain route. */
  public double cost(int lane) {
    return place[lane] < 0 ? leastRest[lane] : active.rest[place[lane]];
  }

  /** Finds of plain routes to each buyer the one on which goods land for least; −1 without any. */
  public void findCheapest(double[] makerPrice, int[] lanes) {
    double[] least = new double[lanes.length];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(lanes, -1);
    for (int j = 0; j < lanes.length; j++) {
      int shift = chain.makerStart[chain.buyerProduct[j]] - chain.laneStart[j];
      for (int lane : regime.latentLanes[j]) {
        double landed = makerPrice[lane + shift] + leastRest[lane];
        if (landed < least[j]) {
          least[j] = landed;
          lanes[j] = lane;
        }
      }
    }
    for (int p = 0; p < active.count(); p++) {
      int j = active.buyer[p];
      double landed = makerPrice[active.maker[p]] + active.rest[p];
      if (landed < least[j]) {
        least[j] = landed;
        lanes[j] = active.lane[p];
      }
    }
  }

  /** Plain routes of these makers on which goods land for a price or less. */
  public int countUpTo(int j, double most, double[] makerPrice, IntPredicate isAsked) {
    int shift = chain.makerStart[chain.buyerProduct[j]] - chain.laneStart[j];
    int count = 0;
    for (int lane : regime.latentLanes[j]) {
      boolean isCounted = makerPrice[lane + shift] + cost(lane) <= most;
      count += isCounted && isAsked.test(lane + shift) ? 1 : 0;
    }
    return count;
  }

  public int count() {
    return active.count();
  }

  public int lane(int place) {
    return active.lane[place];
  }

  public int buyer(int place) {
    return active.buyer[place];
  }

  public int maker(int place) {
    return active.maker[place];
  }

  /** Place of a lane among those active, or −1. */
  public int find(int lane) {
    return place[lane];
  }

  /** What goods of a buyer's levied routes land for at least, USD a tonne; else no bound. */
  public double floor(int j) {
    return floor[j];
  }

  /** Whether the buyer has levied routes. */
  boolean hasFloor(int j) {
    return floor[j] > Double.NEGATIVE_INFINITY;
  }

  public boolean isLevied(int lane) {
    return levied.length > 0 && levied[lane];
  }

  /** Wakes a lane, if it sleeps; returns its place. */
  public int activate(int j, int lane) {
    if (place[lane] < 0) {
      int p = active.add(j, lane, regime.cap[lane]);
      active.slope[p] = leastSlope[lane];
      active.rest[p] = leastRest[lane];
      active.levied[p] = isLevied(lane);
      active.plain[p] = regime.wedges.isWithoutLevy(lane);
      leastRest[lane] = Double.POSITIVE_INFINITY;
      place[lane] = p;
    }
    return place[lane];
  }

  /**
   * Puts routes to sleep that carry nothing; those left move up.
   *
   * @param flows what each carries, from {@code first} on; moves with them
   */
  public void rest(double[] flows, int first) {
    int kept = 0;
    for (int p = 0; p < active.count(); p++) {
      int lane = active.lane[p];
      if (flows[first + p] == 0 && chain.latentTonnes[lane] == 0) {
        place[lane] = -1;
        leastRest[lane] = active.rest[p];
      } else {
        flows[first + kept] = flows[first + p];
        active.move(p, kept);
        place[lane] = kept++;
      }
    }
    Arrays.fill(flows, first + kept, first + active.count(), 0);
    active.cut(kept);
    forgetCheapest();
  }

  private void forgetCheapest() {
    Arrays.fill(cheapest, Double.NEGATIVE_INFINITY);
    Arrays.fill(cheapestBid, Double.NEGATIVE_INFINITY);
  }

  /** From now on the buyer's routes wake when goods land this much above its price. */
  void watch(int j, double usdPerTonne) {
    early[j] = usdPerTonne;
  }

  /**
   * Wakes every route whose goods could land below the buyer's price, and levied ones whose goods
   * cost less than its bid.
   *
   * @param byBid whether bids tell levied routes apart
   */
  void activatePaying(double[] buyerPrice, double[] bid, double[] makerPrice, boolean byBid) {
    if (byBid != activatesByBid) {
      activatesByBid = byBid;
      forgetCheapest();
    }
    double fallen = fallen(makerPrice);
    int many = 0;
    for (int j = 0; j < buyerPrice.length; j++) {
      many += mayPay(j, buyerPrice[j], bid[j], fallen) ? 1 : 0;
    }
    if (many == 0) {
      return;
    }
    if (levied.length > 0 && !byBid) {
      findServed(makerPrice);
    }
    boolean all = FEW * many > buyerPrice.length;
    if (all) {
      System.arraycopy(makerPrice, 0, reference, 0, reference.length);
    }
    for (int j = 0; j < buyerPrice.length; j++) {
      if (all || mayPay(j, buyerPrice[j], bid[j], fallen)) {
        lookAt(j, buyerPrice[j], bid[j], makerPrice);
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

  private boolean mayPay(int j, double price, double bid, double fallen) {
    return price + steepest[j] * fallen > cheapest[j]
        || (activatesByBid && hasFloor(j) && bid + steepest[j] * fallen > cheapestBid[j]);
  }

  private void lookAt(int j, double price, double bid, double[] makerPrice) {
    int shift = chain.makerStart[chain.buyerProduct[j]] - chain.laneStart[j];
    double leastPrice = Double.POSITIVE_INFINITY;
    double leastBid = Double.POSITIVE_INFINITY;
    int best = -1;
    double atBest = Double.POSITIVE_INFINITY;
    for (int lane : regime.latentLanes[j]) {
      double free = leastSlope[lane] * makerPrice[lane + shift] + leastRest[lane];
      double then = leastSlope[lane] * reference[lane + shift] + leastRest[lane];
      boolean isAlike = isLevied(lane) && (activatesByBid || free < least[lane]);
      if (isAlike && activatesByBid) {
        if (free < bid + early[j]) {
          activate(j, lane);
        } else {
          leastBid = Math.min(leastBid, then);
        }
      } else if (Math.max(free, least[lane]) < price + early[j]) {
        if (!isAlike) {
          activate(j, lane);
        } else if (free < atBest) {
          best = lane;
          atBest = free;
        }
      } else {
        leastPrice = Math.min(leastPrice, Math.max(then, least[lane]));
      }
    }
    cheapest[j] = leastPrice;
    cheapestBid[j] = leastBid;
    if (best >= 0) {
      cheapest[j] = Double.NEGATIVE_INFINITY;
      if (!served[j]) {
        activate(j, best);
        served[j] = true;
      }
    }
  }

  /** Finds buyers with a route active whose goods land at the floor. */
  private void findServed(double[] makerPrice) {
    Arrays.fill(served, false);
    for (int p = 0; p < active.count(); p++) {
      double free = active.slope[p] * makerPrice[active.maker[p]] + active.rest[p];
      served[active.buyer[p]] |= active.levied[p] && free < floor[active.buyer[p]];
    }
  }
}
