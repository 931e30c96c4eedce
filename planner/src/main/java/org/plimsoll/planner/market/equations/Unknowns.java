package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The order of a market's unknowns. Blocks: level/base level, for a mine its logarithm, for new
 * capacity level/capacity. Buyers and makers: ln(price/base price). Quotas: rent over the base
 * price. Bundles: flow of a buyer's incumbents over its base use. Active latent routes: flow over
 * the buyer's base use. The last two are unknowns rather than functions of prices, since a small
 * price difference opens a route: a flow computed from it would swing by many times what the maker
 * makes at each trial step.
 */
public final class Unknowns {
  public final Routes routes;
  private final Regime regime;
  private final Chain chain;
  private final Starts starts;

  Unknowns(Regime regime, Workspace workspace) {
    this.regime = regime;
    chain = regime.chain;
    routes = new Routes(regime, workspace);
    starts = Starts.of(regime);
  }

  /** The first unknown of each kind; blocks start at 0. */
  private record Starts(int buyers, int makers, int quotas, int bundles, int routes) {
    static Starts of(Regime regime) {
      int buyers = regime.blocks.size();
      int makers = buyers + regime.chain.buyerCount();
      int quotas = makers + regime.chain.makerCount();
      int bundles = quotas + regime.quotas.size();
      return new Starts(buyers, makers, quotas, bundles, bundles + regime.chain.buyerCount());
    }
  }

  public int buyer(int j) {
    return starts.buyers + j;
  }

  public int maker(int i) {
    return starts.makers + i;
  }

  public int quota(int q) {
    return starts.quotas + q;
  }

  public int bundle(int j) {
    return starts.bundles + j;
  }

  /** Of the row that says that a buyer is delivered what it takes. */
  int deliveries(int j) {
    return hasBundle(j) ? bundle(j) : buyer(j);
  }

  /** Whether incumbents serve the buyer. */
  boolean hasBundle(int j) {
    return regime.shareLanes[j].length > 0;
  }

  /** Of the mean of ln landed over a buyer's incumbents: of the matrix alone, no unknown. */
  int mean(int j) {
    return starts.routes + j;
  }

  /** Unknown of ln(bid/base price) of a buyer of homogeneous goods, which has no bundle. */
  public int bid(int j) {
    return starts.bundles + j;
  }

  /** Unknown of a route by its place in the active set. */
  public int route(int place) {
    return starts.routes + place;
  }

  /** Number of unknowns now; it grows with the active set. */
  int count() {
    return starts.routes + routes.count();
  }

  /** Number of unknowns if every route were active. */
  public int most() {
    return starts.routes + chain.laneCount();
  }

  /** An array for all unknowns, at the base year. */
  public double[] base() {
    double[] z = new double[most()];
    putBase(z);
    return z;
  }

  /** Sets the unknowns to the base year. */
  public void putBase(double[] z) {
    Arrays.fill(z, 0);
    for (int b = 0; b < starts.buyers; b++) {
      Block block = regime.blocks.get(b);
      double start = Math.min(1, block.fixedCapTonnes() / block.curve().scaleTonnes());
      boolean idle = block.isEntrant() || !regime.blockLive[b];
      z[b] = idle ? 0 : block.isNeverIdle() ? StrictMath.log(start) : start;
    }
    for (int j = 0; j < chain.buyerCount(); j++) {
      double bought = 0;
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        bought += chain.baseShare[lane] > 0 ? chain.baseTonnes[lane] : 0;
      }
      if (regime.shareLanes[j].length > 0) {
        z[bundle(j)] = bought / chain.buyerScale[j];
      }
      for (int lane : regime.latentLanes[j]) {
        if (chain.latentTonnes[lane] > 0) {
          z[route(routes.activate(j, lane))] = chain.latentTonnes[lane] / chain.buyerScale[j];
        }
      }
    }
  }

  /**
   * A point in a market's space of unknowns.
   *
   * @param regime whose unknowns they are
   * @param z in their order
   * @param lanes of the active routes, in the order of their places
   * @param buyers of those routes
   */
  @SuppressWarnings("ArrayRecordComponent") // a start for another search, never compared
  public record Point(Regime regime, double[] z, int[] lanes, int[] buyers) {}

  /** These unknowns as a point. */
  public Point point(double[] z) {
    int[] lanes = new int[routes.count()];
    int[] buyers = new int[lanes.length];
    for (int p = 0; p < lanes.length; p++) {
      lanes[p] = routes.lane(p);
      buyers[p] = routes.buyer(p);
    }
    return new Point(regime, Arrays.copyOf(z, count()), lanes, buyers);
  }

  /** An array for all unknowns, at a point of another market: see {@link #putNear}. */
  public double[] near(Point point) {
    double[] z = new double[most()];
    putNear(point, z);
    return z;
  }

  /**
   * Sets levels, prices and flows to those of a point of another market with the same products, or
   * to the base year where that market has no such row. Blocks and quotas that were added to an
   * extended market stand behind its own.
   */
  public void putNear(Point point, double[] z) {
    double[] from = point.z();
    Chain other = point.regime().chain;
    boolean same = chain.hasRowsOf(other);
    Starts there = Starts.of(point.regime());
    putBase(z);
    System.arraycopy(from, 0, z, 0, Math.min(starts.buyers, there.buyers));
    System.arraycopy(
        from,
        there.quotas,
        z,
        starts.quotas,
        Math.min(starts.bundles - starts.quotas, there.bundles - there.quotas));
    for (int i = 0; i < chain.makerCount(); i++) {
      int maker =
          same ? i : other.findMaker(new Node(chain.makerProduct[i], chain.makerCountry[i]));
      if (maker >= 0) {
        z[maker(i)] = from[there.makers + maker];
      }
    }
    for (int j = 0; j < chain.buyerCount(); j++) {
      int buyer = same ? j : other.findBuyer(chain.buyer(j));
      if (buyer >= 0) {
        z[buyer(j)] = from[there.buyers + buyer];
        z[bundle(j)] = from[there.bundles + buyer];
      }
    }
    for (int p = 0; p < point.lanes().length; p++) {
      setRoute(z, other, point.buyers()[p], point.lanes()[p], from[there.routes + p]);
    }
  }

  /** Sets a route to its flow in the other market, if it is open here. */
  private void setRoute(double[] z, Chain other, int buyer, int lane, double carried) {
    int j = buyer;
    int i = other.makerOf(buyer, lane);
    if (!chain.hasRowsOf(other)) {
      j = chain.findBuyer(other.buyer(buyer));
      i = chain.findMaker(new Node(other.makerProduct[i], other.makerCountry[i]));
    }
    if (i >= 0 && j >= 0) {
      int here = chain.lane(i, j);
      if (regime.latentOpen[here] && regime.buyerLive[j] && regime.makerLive[i]) {
        z[route(routes.activate(j, here))] = carried;
      }
    }
  }
}
