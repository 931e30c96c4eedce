package org.plimsoll.planner.market.equations;

import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;

/**
 * What a number read off a solution changes by for each price, level, flow and rent of it: its
 * gradient, each part as if the others stood still. {@link #perUnknown} follows what shares and
 * rents hang on.
 */
public final class StateSlopes {
  private final Equations equations;

  /** By buyer and maker: for each USD a tonne. */
  public final double[] buyerPrice;

  public final double[] makerPrice;

  /** By block, and by lane of base trade and of latent routes: for each tonne. */
  public final double[] level;

  public final double[] shareFlow;
  public final double[] latentFlow;

  /** By buyer: for each tonne that stocks give it. */
  public final double[] given;

  /** By lane: for each USD of a quota's rent, and of the delivered price where a cap binds. */
  public final double[] rent;

  public final double[] delivered;

  /** By quota: for each unit of its unknown, where it adds to a duty. */
  public final double[] premium;

  public StateSlopes(Equations equations) {
    this.equations = equations;
    Flows flows = equations.flows;
    int lanes = flows.chain.laneCount();
    buyerPrice = new double[flows.buyerCount];
    makerPrice = new double[flows.makerCount];
    level = new double[flows.blockCount];
    shareFlow = new double[lanes];
    latentFlow = new double[lanes];
    given = new double[flows.buyerCount];
    rent = new double[lanes];
    delivered = new double[lanes];
    premium = new double[flows.regime.quotas.size()];
  }

  /** ∂/∂unknown, at the unknowns of the last {@link Equations#residual}. */
  public double[] perUnknown() {
    Flows flows = equations.flows;
    Regime regime = flows.regime;
    Unknowns unknowns = flows.unknowns;
    double[] slopes = new double[unknowns.most()];
    for (int b = 0; b < flows.blockCount; b++) {
      slopes[b] = level[b] * equations.blocks.levelPerUnknown(b);
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      if (regime.buyerLive[j]) {
        double price = flows.buyerPrice[j];
        double perPrice = buyerPrice[j] + given[j] * regime.givenSlope(j, price) / price;
        slopes[unknowns.buyer(j)] = perPrice * flows.buyerPass[j];
        flows.bundles.passOn(j, shareFlow, delivered, slopes);
      }
    }
    for (int p = 0; p < unknowns.routes.count(); p++) {
      double scale = flows.chain.buyerScale[unknowns.routes.buyer(p)];
      slopes[unknowns.route(p)] = latentFlow[unknowns.routes.lane(p)] * scale;
    }
    for (int i = 0; i < flows.makerCount; i++) {
      slopes[unknowns.maker(i)] += regime.makerLive[i] ? makerPrice[i] * flows.makerPrice[i] : 0;
    }
    for (int q = 0; q < premium.length; q++) {
      Quota quota = regime.quotas.get(q);
      double slope = premium[q];
      if (quota.pays() instanceof Quota.ExportRent export) {
        for (int lane : quota.lanes()) {
          slope += rent[lane] * export.unitUsdPerTonne();
        }
      }
      slopes[unknowns.quota(q)] += slope;
    }
    return slopes;
  }

  /**
   * By buyer: what the number changes by for a further tonne released to it from stock, all else
   * following.
   *
   * @param multipliers of {@link #perUnknown}
   */
  public double[] perReleased(double[] multipliers) {
    Flows flows = equations.flows;
    double[] values = new double[flows.buyerCount];
    for (int j = 0; j < values.length; j++) {
      if (flows.regime.buyerLive[j]) {
        double balance = multipliers[flows.unknowns.buyer(j)] / flows.chain.buyerScale[j];
        values[j] = flows.regime.shareGiven(j, flows.buyerPrice[j]) * (given[j] - balance);
      }
    }
    return values;
  }
}
