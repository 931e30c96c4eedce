package org.plimsoll.planner.market.rows;

/**
 * What users, traders and the restricting country do about a shock within the months that markets
 * have, see {@code docs/method/response.md}. The equations of the horizon are those of {@code
 * draw.Adjustment}.
 *
 * @param stockShare Z/D0: private stocks that a high price brings out, a share of base use
 * @param stockElasticity κ: how fast they come out
 * @param hoardingShare β γ(T): precautionary buying, a share of the base use that restricted
 *     origins serve
 * @param leakShare λ (1 − e^(−T/τ)): what of the tonnes lost comes through all the same
 * @param leakPremium on the price in third countries, a share of the base price
 * @param outputCut π: by what of the exports that it gives up a restricting country makes less
 */
public record Response(
    double stockShare,
    double stockElasticity,
    double hoardingShare,
    double leakShare,
    double leakPremium,
    double outputCut) {
  /** Nobody does anything but by price. */
  public static final Response NONE = new Response(0, 1, 0, 0, 0, 0);

  /**
   * Private stocks of a buyer.
   *
   * @param tonnes used in the base
   * @param price delivered in the base, USD a tonne
   */
  Demand.Drawdown stocks(double tonnes, double price) {
    return new Demand.Drawdown(stockShare * tonnes, price, stockElasticity);
  }
}
