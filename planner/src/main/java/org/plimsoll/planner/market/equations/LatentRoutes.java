package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Chain;

/**
 * What latent routes active carry: what the unknowns say, or, while flows follow prices, what
 * prices and proximal terms call for.
 *
 * <p>While they do, a buyer with a floor has a second price, its <em>bid</em>: what it pays for
 * levied goods before the levy. Levied routes carry by the bid; what they bring passes on to the
 * buyer at the floor, or at the bid where that is higher. So goods from where they cost least come
 * first, as under a variable levy that is one amount for all.
 */
public final class LatentRoutes {
  private final Flows flows;
  private final Chain chain;
  private final ActiveRoutes active;

  /** By buyer: USD a tonne; where it has no floor, without meaning. */
  public final double[] bid;

  /** By buyer: tonnes that levied routes bring, and that pass on to it. */
  final double[] brought;

  final double[] passed;

  /** By buyer: tonnes to which proximal terms pull its levied routes. */
  private final double[] pulled;

  LatentRoutes(Flows flows) {
    this.flows = flows;
    chain = flows.chain;
    active = flows.unknowns.routes.active;
    bid = flows.workspace.doubles(flows.buyerCount);
    brought = flows.workspace.doubles(flows.buyerCount);
    passed = flows.workspace.doubles(flows.buyerCount);
    pulled = flows.workspace.doubles(flows.buyerCount);
  }

  /** Whether the buyer bids for levied goods at present. */
  public boolean hasBid(int j) {
    return flows.followsPrices && flows.unknowns.routes.hasFloor(j);
  }

  /** Whether the route carries by its buyer's bid at present. */
  boolean isByBid(int p) {
    return flows.followsPrices && active.levied[p];
  }

  /** Writes what routes carry, given over the buyer's base use, and adds it to both ends. */
  void carry(double[] z) {
    Arrays.fill(brought, 0);
    Arrays.fill(pulled, 0);
    for (int p = 0; p < active.count(); p++) {
      int j = active.buyer[p];
      int unknown = flows.unknowns.route(p);
      land(p);
      if (flows.followsPrices) {
        z[unknown] = called(p, active.levied[p] ? bid[j] : flows.buyerPrice[j]);
      }
      double tonnes = z[unknown] * chain.buyerScale[j];
      flows.latentFlow[active.lane[p]] = tonnes;
      flows.sold[active.maker[p]] += tonnes;
      if (isByBid(p)) {
        brought[j] += tonnes;
        pulled[j] += active.carried[p];
      } else {
        flows.latent[j] += tonnes;
      }
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      if (hasBid(j)) {
        double gain = flows.buyerPrice[j] - Math.max(bid[j], flows.unknowns.routes.floor(j));
        passed[j] = Math.max(0, gain / passSlope(j) + pulled[j]);
        flows.latent[j] += passed[j];
      }
    }
  }

  /** Rise of the price a tonne that passes on, by proximal terms. */
  private double passSlope(int j) {
    return flows.proximal.routeSlope(chain.laneStart[j]);
  }

  /** ∂passed/∂buyer's price, and −1 times the same by the bid. */
  double passedPerPrice(int j) {
    return passed[j] > 0 ? 1 / passSlope(j) : 0;
  }

  double passedPerBid(int j) {
    return bid[j] > flows.unknowns.routes.floor(j) ? passedPerPrice(j) : 0;
  }

  private double called(int p, double price) {
    double own = active.ownSlope[p];
    double proximal = flows.proximal.strength * active.proximalSlope[p];
    double pulls = own * active.stillTonnes[p] + proximal * active.carried[p];
    double called = (price - active.landed[p] + pulls) / (own + proximal);
    return Math.max(0, Math.min(called, active.cap[p])) / chain.buyerScale[active.buyer[p]];
  }

  /** Finds what goods land for. */
  private void land(int p) {
    double maker = flows.makerPrice[active.maker[p]];
    int lane = active.lane[p];
    if (active.plain[p] && flows.quotasOn(lane).length == 0) {
      active.landed[p] = active.slope[p] * maker + active.rest[p];
      active.pass[p] = active.slope[p];
    } else if (active.levied[p]) {
      double free = active.slope[p] * maker + active.rest[p];
      double floor = flows.followsPrices ? free : flows.unknowns.routes.floor(active.buyer[p]);
      active.landed[p] = Math.max(free, floor);
      active.pass[p] = free >= floor ? active.slope[p] : 0;
    } else {
      flows.land(active.buyer[p], lane);
      active.landed[p] = flows.landed[lane] + chain.latentGain[lane];
      active.pass[p] = flows.landedSlope[lane] * (1 + flows.regime.wedges.exportTax[lane]);
    }
  }
}
