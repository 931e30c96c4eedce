package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The active set of latent routes. Nearly all routes of a market carry nothing at any price that
 * the search meets, so that only active ones have rows. A route becomes active when it would pay
 * and stays so. An inactive one has flow, row and step 0, hence the search takes the path that it
 * would take with all of them.
 *
 * <p>Each buyer's cheapest inactive route is remembered. While the buyer's price, less the largest
 * fall of any maker's price since, is below it, no inactive route can pay and none is looked at.
 *
 * <p>Homogeneous goods that would land below a buyer's floor all land at the floor. Among such
 * <em>levied</em> routes the buyer's price does not select. A price search tells them apart by
 * their cost before the levy ({@link LatentRoutes#bid}); elsewhere one active route stands for all.
 *
 * <p>Measured on 1000 × 1000 routes: a look at all of them takes 2 to 10 ms, as much as the rest of
 * a step; one trial in ten needs it.
 */
public final class Routes {
  /**
   * All inactive routes are priced anew if more than one buyer in this many may have one that pays.
   */
  private static final int FEW = 8;

  /** Rounding error of a slope of 1. */
  private static final double SAME = 1e-12;

  private final Regime regime;
  private final Chain chain;
  public final ActiveRoutes active;

  /** By lane: slope × producer price + rest is a lower bound of the landed price plus offset. */
  private final double[] leastSlope;

  /** Infinite for active routes. */
  private final double[] leastRest;

  /** By lane: least landed price plus offset under a floor. */
  private final double[] least;

  /** By lane, if there are floors: whether a floor's levy alone can equalise it with others. */
  private final boolean[] levied;

  /** By buyer: the floor of its levied routes; −∞ without any. */
  private final double[] floor;

  /** By lane: place in the active set, or −1. */
  private final int[] place;

  /** By maker: its price when inactive routes were last priced; USD a tonne. */
  private final double[] reference;

  /** By buyer: landed price of its cheapest inactive route then, and the largest slope. */
  private final double[] cheapest;

  private final double[] steepest;

  /** By buyer: the same for levied routes before the levy, while bids tell them apart. */
  private final double[] cheapestBid;

  private boolean activatesByBid;

  /** By buyer: how far above its price routes become active, USD a tonne. */
  private final double[] early;

  /** By buyer: whether an active route lands at its floor. */
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

  /** Whether on every route the landed price is the producer's price plus a constant cost. */
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

  /** Cost of a plain route: landed price plus offset, less the producer's price. */
  public double cost(int lane) {
    return place[lane] < 0 ? leastRest[lane] : active.rest[place[lane]];
  }

  /** Finds the cheapest plain route to each buyer; −1 without any. */
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

  /** Number of plain routes from these makers whose landed price is at most {@code most}. */
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

  /** Place of a lane in the active set, or −1. */
  public int find(int lane) {
    return place[lane];
  }

  /** Least landed price of a buyer's levied routes, USD a tonne; −∞ without any. */
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

  /** Adds a lane to the active set if it is not in it; returns its place. */
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
   * Removes routes without flow from the active set; the others move up.
   *
   * @param flows flow of each, from {@code first} on; they move along
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

  /**
   * From now on the buyer's routes become active when they land within this much above its price.
   */
  void watch(int j, double usdPerTonne) {
    early[j] = usdPerTonne;
  }

  /**
   * Activates every route that could land below the buyer's price, and levied ones that cost less
   * than its bid.
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

  /** Largest fall of a maker's price since inactive routes were last priced. */
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

  /** Finds the buyers with an active route that lands at the floor. */
  private void findServed(double[] makerPrice) {
    Arrays.fill(served, false);
    for (int p = 0; p < active.count(); p++) {
      double free = active.slope[p] * makerPrice[active.maker[p]] + active.rest[p];
      served[active.buyer[p]] |= active.levied[p] && free < floor[active.buyer[p]];
    }
  }
}
