package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Premium;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;

/**
 * What a figure of a market does to what its rows read, at the prices, levels, flows and rents of a
 * solution: the same rows calibrated with the figure a little moved, and nothing solved. Rows take
 * their ∂/∂θ from it.
 *
 * <p>Prices and tonnes stand still, not the unknowns, which count them in units of the base year: a
 * figure that moves the base moves unknowns, but no row that is met.
 */
public final class FigureMove {
  private final Flows flows;
  private final double[] z;
  private final Premium premium;

  /** The rows with the figure moved, and by how much it is. */
  Regime there;

  double by = 1;

  private boolean movesBorders;

  /**
   * By maker: tonnes made at the same levels; by maker and lane: ∂/∂θ of tonnes that shares sell.
   */
  final double[] made;

  final double[] sold;
  final double[] shareFlow;

  /** By lane: ∂/∂θ of the delivered price of a lane whose cap binds. */
  final double[] delivered;

  /** By buyer: ∂/∂θ of all that is taken, and of the logarithm of the bundle's price. */
  final double[] need;

  final double[] lnBundlePrice;

  /**
   * @param equations at the solution
   * @param z its unknowns
   */
  public FigureMove(Equations equations, double[] z) {
    flows = equations.flows;
    this.z = z;
    there = flows.regime;
    int lanes = flows.chain.laneCount();
    premium = Premium.of(flows.regime.quotas, lanes);
    made = new double[flows.makerCount];
    sold = new double[flows.makerCount];
    shareFlow = new double[lanes];
    delivered = new double[lanes];
    need = new double[flows.buyerCount];
    lnBundlePrice = new double[flows.buyerCount];
  }

  /**
   * Puts the figure somewhere else.
   *
   * @param other the same rows with it
   * @param width by how much it is moved
   * @param movesBorders whether it may move what lies between producer and landed prices
   */
  public void to(Regime other, double width, boolean movesBorders) {
    this.movesBorders = movesBorders;
    there = other;
    by = width;
    premium.clear();
    for (int q = 0; q < other.quotas.size(); q++) {
      Quota quota = other.quotas.get(q);
      if (quota.pays() instanceof Quota.DutyPremium duty) {
        for (int lane : quota.lanes()) {
          premium.add(lane, z[flows.unknowns.quota(q)], duty);
        }
      }
    }
    Arrays.fill(made, 0);
    Arrays.fill(sold, 0);
    for (int j = 0; j < flows.buyerCount; j++) {
      if (flows.regime.buyerLive[j]) {
        double price = flows.buyerPrice[j];
        need[j] = (taken(other, j, price) - taken(flows.regime, j, price)) / by;
        flows.bundles.move(j, this);
      }
    }
    for (int b = 0; b < flows.blockCount; b++) {
      Block.Links links = other.blocks.get(b).links();
      for (int o = 0; o < links.makers().length; o++) {
        made[links.makers()[o]] += links.outputs()[o] * flows.level[b];
      }
      Block.Links here = flows.regime.blocks.get(b).links();
      for (int i = 0; i < links.buyers().length; i++) {
        need[links.buyers()[i]] += (links.inputs()[i] - here.inputs()[i]) * flows.level[b] / by;
      }
    }
  }

  /** What a buyer takes at a price but for inputs, less what stocks give. */
  private static double taken(Regime regime, int j, double price) {
    return regime.finalUse[j].servedAt(price)
        + regime.chain.stockBuild[j].servedAt(price)
        + regime.purchase[j].servedAt(price)
        + regime.chain.privateStock[j].servedAt(price)
        - regime.given(j, price);
  }

  /** ∂landed/∂θ at the same producer price and rent. */
  double landed(int lane, int maker) {
    if (!movesBorders) {
      return 0;
    }
    double price = flows.makerPrice[maker];
    double rent = flows.rent[lane];
    double then = there.wedges.landed(lane, there.wedges.exportPrice(lane, price, rent), premium);
    double now =
        flows.regime.wedges.landed(
            lane, flows.regime.wedges.exportPrice(lane, price, rent), flows.premium);
    return (then - now) / by;
  }

  /** ∂/∂θ of a figure of the rows. */
  double rate(double now, double then) {
    return (then - now) / by;
  }

  /** What tariff-rate quotas add to duties with the figure moved. */
  public Premium premium() {
    return premium.copy();
  }

  /**
   * Tonnes that a lane's share carries with the figure moved, at the same prices and bundles.
   *
   * @param now what it carries
   */
  public double shareFlow(int lane, double now) {
    return Math.max(0, now + by * shareFlow[lane]);
  }

  /** By lane: rents of quotas, USD a tonne; they stand still. */
  public double[] rents() {
    return flows.rent.clone();
  }

  /** Delivered price of a lane whose cap binds with the figure moved. */
  public double delivered(int lane) {
    return flows.bundles.delivered[lane] + by * delivered[lane];
  }
}
