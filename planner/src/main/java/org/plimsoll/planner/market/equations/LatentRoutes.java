package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Chain;

/**
 * Flows of the active latent routes: the unknowns themselves or, while flows follow prices, what
 * prices and proximal terms imply.
 *
 * <p>While flows follow prices, a buyer with a floor has a second price, its <em>bid</em>: what it
 * pays for levied goods before the levy. Levied routes carry according to the bid. What they bring
 * passes on to the buyer at the floor, or at the bid if that is higher. The cheapest origins thus
 * come first, as under a variable levy of one amount for all.
 */
public final class LatentRoutes {
  private final Flows flows;
  private final Chain chain;
  private final ActiveRoutes active;

  /** By buyer: its bid, USD a tonne; meaningless without a floor. */
  public final double[] bid;

  /** By buyer: tonnes that levied routes bring, and tonnes that pass on to it. */
  final double[] brought;

  final double[] passed;

  /** By buyer: sum of the proximal centres of its levied routes, tonnes. */
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

  /** Whether the buyer's levied goods have a bid now. */
  public boolean hasBid(int j) {
    return flows.followsPrices && flows.unknowns.routes.hasFloor(j);
  }

  /** Whether the route's flow follows the bid now. */
  boolean isByBid(int p) {
    return flows.followsPrices && active.levied[p];
  }

  /**
   * Computes the flows from the unknowns, which count in the buyer's base use, and adds them at
   * both ends.
   */
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

  /** Slope of the proximal term on what passes on, USD a tonne per tonne. */
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

  /** Computes the landed price of a route. */
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
