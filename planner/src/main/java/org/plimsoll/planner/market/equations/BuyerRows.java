package org.plimsoll.planner.market.equations;

import org.plimsoll.planner.market.linear.Matrix;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The row of a buyer, that it is delivered what it takes, and of the bid of a buyer of goods alike,
 * that what levied routes bring is passed on to it:
 *
 * <pre>
 *   (Q + latent + release − need)/D0
 *   (brought − passed)/D0
 * </pre>
 */
final class BuyerRows {
  private final Flows flows;
  private final Chain chain;
  private final Regime regime;
  private final Unknowns unknowns;
  private final Complementarity parts;

  BuyerRows(Flows flows, Complementarity parts) {
    this.flows = flows;
    this.parts = parts;
    chain = flows.chain;
    regime = flows.regime;
    unknowns = flows.unknowns;
  }

  double value(int j, int unknown, double z) {
    if (!regime.buyerLive[j]) {
      return parts.strikeOut(unknown, z);
    }
    double excess = flows.bundles.tonnes[j] + flows.latent[j] - flows.need[j];
    return excess / chain.buyerScale[j] + flows.proximal.price(unknown, z);
  }

  double bidValue(int j, int unknown, double z) {
    double over = flows.latentRoutes.brought[j] - flows.latentRoutes.passed[j];
    return over / chain.buyerScale[j] + flows.proximal.price(unknown, z);
  }

  /** Adds the row, which stands where what incumbents carry is found from, if any serve it. */
  void partials(int j, double shift, Matrix matrix) {
    int price = unknowns.buyer(j);
    double perPrice = -flows.needSlope[j] / chain.buyerScale[j] + flows.proximal.stepSlope();
    if (unknowns.hasBundle(j)) {
      int bundle = unknowns.bundle(j);
      matrix.add(bundle, bundle, 1);
      matrix.add(bundle, price, perPrice);
      return;
    }
    matrix.add(price, price, perPrice + shift);
    if (flows.latentRoutes.hasBid(j)) {
      passedOn(j, shift, matrix);
    }
  }

  /** What levied routes bring passes on to the buyer: a tonne more for it, one less at the bid. */
  private void passedOn(int j, double shift, Matrix matrix) {
    int price = unknowns.buyer(j);
    int bid = unknowns.bid(j);
    double perPrice =
        flows.latentRoutes.passedPerPrice(j) * flows.buyerPass[j] / chain.buyerScale[j];
    double perBid =
        flows.latentRoutes.passedPerBid(j) * flows.latentRoutes.bid[j] / chain.buyerScale[j];
    matrix.add(price, price, perPrice);
    matrix.add(price, bid, -perBid);
    matrix.add(bid, price, -perPrice);
    matrix.add(bid, bid, perBid + flows.proximal.stepSlope() + shift);
  }

  /** ∂row/∂θ: what the figure does to all that the buyer takes at its price. */
  double perFigure(int j, FigureMove move) {
    return regime.buyerLive[j] ? -move.need[j] / chain.buyerScale[j] : 0;
  }
}
