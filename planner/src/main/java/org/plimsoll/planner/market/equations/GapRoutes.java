package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Chain;

/**
 * What gap routes awake carry: what the unknowns say, or, while flows follow prices, what prices
 * and guides call for.
 *
 * <p>While they do, a buyer with a floor has a second price, its <em>bid</em>: what it pays for
 * levied goods before the levy. Levied routes carry by the bid; what they bring passes on to the
 * buyer at the floor, or at the bid where that is higher. So goods from where they cost least come
 * first, as under a variable levy that is one amount for all.
 */
public final class GapRoutes {
  private final Flows flows;
  private final Chain chain;
  private final AwakeRoutes awake;

  /** By buyer: USD a tonne; where it has no floor, without meaning. */
  public final double[] bid;

  /** By buyer: tonnes that levied routes bring, and that pass on to it. */
  final double[] brought;

  final double[] passed;

  /** By buyer: tonnes to which guides pull its levied routes. */
  private final double[] pulled;

  GapRoutes(Flows flows) {
    this.flows = flows;
    chain = flows.chain;
    awake = flows.unknowns.routes.awake;
    bid = flows.room.doubles(flows.buyerCount);
    brought = flows.room.doubles(flows.buyerCount);
    passed = flows.room.doubles(flows.buyerCount);
    pulled = flows.room.doubles(flows.buyerCount);
  }

  /** Whether the buyer bids for levied goods at present. */
  public boolean hasBid(int j) {
    return flows.followsPrices && flows.unknowns.routes.hasFloor(j);
  }

  /** Whether the route carries by its buyer's bid at present. */
  boolean isByBid(int p) {
    return flows.followsPrices && awake.levied[p];
  }

  /** Writes what routes carry, given over the buyer's base use, and adds it to both ends. */
  void carry(double[] z) {
    Arrays.fill(brought, 0);
    Arrays.fill(pulled, 0);
    for (int p = 0; p < awake.count(); p++) {
      int j = awake.buyer[p];
      int unknown = flows.unknowns.route(p);
      land(p);
      if (flows.followsPrices) {
        z[unknown] = called(p, awake.levied[p] ? bid[j] : flows.buyerPrice[j]);
      }
      double tonnes = z[unknown] * chain.buyerScale[j];
      flows.gapFlow[awake.lane[p]] = tonnes;
      flows.sold[awake.maker[p]] += tonnes;
      if (isByBid(p)) {
        brought[j] += tonnes;
        pulled[j] += awake.carried[p];
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

  /** Rise of the price a tonne that passes on, by guides. */
  private double passSlope(int j) {
    return flows.guides.routeSlope(chain.laneStart[j]);
  }

  /** ∂passed/∂buyer's price, and −1 times the same by the bid. */
  double passedPerPrice(int j) {
    return passed[j] > 0 ? 1 / passSlope(j) : 0;
  }

  double passedPerBid(int j) {
    return bid[j] > flows.unknowns.routes.floor(j) ? passedPerPrice(j) : 0;
  }

  private double called(int p, double price) {
    double own = flows.softness * awake.ownSlope[p];
    double guide = flows.guides.strength * awake.guideSlope[p];
    double pulls = own * awake.stillTonnes[p] + guide * awake.carried[p];
    double called = (price - awake.landed[p] + pulls) / (own + guide);
    return Math.max(0, Math.min(called, awake.cap[p])) / chain.buyerScale[awake.buyer[p]];
  }

  /** Finds what goods land for. */
  private void land(int p) {
    double maker = flows.makerPrice[awake.maker[p]];
    int lane = awake.lane[p];
    if (awake.plain[p] && flows.quotasOn(lane).length == 0) {
      awake.landed[p] = awake.slope[p] * maker + awake.rest[p];
      awake.pass[p] = awake.slope[p];
    } else if (awake.levied[p]) {
      double free = awake.slope[p] * maker + awake.rest[p];
      double floor = flows.followsPrices ? free : flows.unknowns.routes.floor(awake.buyer[p]);
      awake.landed[p] = Math.max(free, floor);
      awake.pass[p] = free >= floor ? awake.slope[p] : 0;
    } else {
      flows.land(awake.buyer[p], lane);
      awake.landed[p] = flows.landed[lane] + chain.gapOffset[lane];
      awake.pass[p] = flows.landedSlope[lane] * (1 + flows.regime.wedges.exportTax[lane]);
    }
  }
}
