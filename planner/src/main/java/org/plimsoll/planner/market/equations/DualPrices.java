package org.plimsoll.planner.market.equations;

/**
 * What the unknown of a buyer's price stands for: ln(price/base price). While flows follow prices,
 * the price of a buyer of goods alike goes on straight below a tenth of its base, and below nothing
 * too: proximal terms may leave it with goods that it has no use for, until their centres have
 * moved, and a logarithm would take for ever on the way to nothing.
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

  /** The unknown at which the price is this, USD a tonne. */
  public double unknown(int j, double price) {
    double relative = price / flows.chain.buyerPrice0[j];
    double straightBelow = StrictMath.exp(lnStraightBelow(j));
    return relative < straightBelow
        ? lnStraightBelow(j) + relative / straightBelow - 1
        : StrictMath.log(relative);
  }
}
