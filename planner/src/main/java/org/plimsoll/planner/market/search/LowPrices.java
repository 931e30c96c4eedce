package org.plimsoll.planner.market.search;

import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.Unknowns;

/**
 * Steps of makers' prices below the base. The unknown of a price is its logarithm, z, on which
 * supply and use hang nearly as straight lines; but what is landed hangs on price and freight, so
 * that near nothing sales hang on the price itself. A surplus joint product is thrown away at 10⁻⁹
 * of its base price: the way there has no end in logarithms, and back again a step of the logarithm
 * is of the order of 10⁸ though it says no more than that the price rises by a tenth of the base.
 * Since the longest part of a step cuts all of it, the other prices stand still meanwhile.
 *
 * <p>Below the base, steps therefore count in
 *
 * <pre>
 *   t = z where z ≥ 0, else eᶻ − 1
 * </pre>
 *
 * and none leads below the least price. Newton's step is the same in t as in z; what differs is
 * where a part of it leads.
 */
final class LowPrices {
  private final Equations equations;

  LowPrices(Equations equations) {
    this.equations = equations;
  }

  /** Turns steps of z into steps of t. */
  void straighten(double[] z, double[] step) {
    Unknowns unknowns = equations.flows.unknowns;
    for (int u = unknowns.maker(0); u < unknowns.quota(0); u++) {
      if (z[u] < 0) {
        step[u] *= StrictMath.exp(z[u]);
      }
    }
  }

  /** Writes where this length of such a step leads prices. */
  void move(double[] z, double length, double[] step, double[] trial) {
    Unknowns unknowns = equations.flows.unknowns;
    for (int u = unknowns.maker(0); u < unknowns.quota(0); u++) {
      trial[u] = Math.max(equations.lnLeastPrice, moved(z[u], length * step[u]));
    }
  }

  /** A logarithm z after a step of t; to the last digit also where it hardly moves. */
  static double moved(double z, double by) {
    if (z >= 0) {
      return z + by >= 0 ? z + by : lnOfOneAnd(z + by);
    }
    double price = StrictMath.exp(z);
    return price + by < 1 ? z + lnOfOneAnd(by / price) : price + by - 1;
  }

  /** ln(1 + more), −∞ where nothing is left. */
  private static double lnOfOneAnd(double more) {
    return StrictMath.log1p(Math.max(-1, more));
  }
}
