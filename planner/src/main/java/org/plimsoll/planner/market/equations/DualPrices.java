package org.plimsoll.planner.market.equations;

/**
 * The map between the unknown of a buyer's price, dual to its balance, and the price itself: price
 * = base price × exp(unknown). While flows follow prices, the map for homogeneous goods is linear
 * below a tenth of the base price and reaches below zero. Proximal terms may leave a buyer with
 * goods it has no use for until their centres have moved, and a logarithm would take very long on
 * the way to zero.
 */
public final class DualPrices {
  private static final double LN_STRAIGHT_BELOW = StrictMath.log(0.1);

  private final Flows flows;

  DualPrices(Flows flows) {
    this.flows = flows;
  }

  private double lnStraightBelow(int j) {
    boolean isStraight = flows.followsPrices && flows.regime.shareLanes[j].length == 0;
    return isStraight ? LN_STRAIGHT_BELOW : Double.NEGATIVE_INFINITY;
  }

  /** The price at this unknown, USD a tonne. */
  public double price(int j, double unknown) {
    return pass(j, unknown) * (1 + Math.min(0, unknown - lnStraightBelow(j)));
  }

  /** ∂price/∂unknown. */
  public double pass(int j, double unknown) {
    return flows.chain.buyerPrice0[j] * StrictMath.exp(Math.max(unknown, lnStraightBelow(j)));
  }

  /** The unknown of a price, USD a tonne. */
  public double unknown(int j, double price) {
    double relative = price / flows.chain.buyerPrice0[j];
    double straightBelow = StrictMath.exp(lnStraightBelow(j));
    return relative < straightBelow
        ? lnStraightBelow(j) + relative / straightBelow - 1
        : StrictMath.log(relative);
  }
}
