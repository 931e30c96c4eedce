package org.plimsoll.planner.market.answer;

import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.planner.market.rows.Chain;

/**
 * The price of a lane's goods from the maker to the buyer's door, in the order in which it is put
 * together: export tax and rents, freight, duty and premium on the importer's valuation, partial
 * levy, floor gap. USD a tonne.
 *
 * @param export at the exporter's port, tax and rents paid
 * @param customsValue as the importer's customs value it, without a floor
 * @param duty on what is asked for, with what tariff-rate quotas add
 * @param partialLevy on the customs value
 * @param floorGap what a floor adds, whoever keeps it
 * @param landed at the buyer's door
 */
record LandedPrice(
    double export,
    double customsValue,
    double duty,
    double partialLevy,
    double floorGap,
    double landed) {
  /**
   * Puts it together from what measures say.
   *
   * @param rent of licences and quotas on the export price
   * @param premiumRate what tariff-rate quotas add to the duty, and {@code premiumUsd} a tonne
   */
  static LandedPrice of(
      Chain chain,
      LanePolicy policy,
      int lane,
      double makerPrice,
      double rent,
      double premiumRate,
      double premiumUsd) {
    double export = makerPrice * (1 + policy.exportTax[lane]) + policy.exportTaxUsd[lane] + rent;
    double value = export + chain.valued[lane];
    double rate = policy.duty[lane] + premiumRate;
    double usd = policy.specific[lane] + premiumUsd;
    double partial = partialLevy(policy, lane, value);
    double gap = 0;
    double declared = value;
    if (policy.floorUsd[lane] > 0) {
      double missing = policy.floorUsd[lane] - (value * (1 + rate) + usd + partial);
      // Duty is paid on what exporters ask for beyond the value, so that they need ask for less.
      gap = policy.gapToExporter[lane] ? missing / (1 + rate) : missing;
      gap = Math.max(0, Math.min(gap, policy.floorBound[lane]));
      declared += policy.gapToExporter[lane] ? gap : 0;
    }
    double duty = declared * rate + usd;
    double landed = export + chain.freight[lane] + duty + partial + gap;
    return new LandedPrice(export, value, duty, partial, gap, landed);
  }

  /** Each band adds its further share of the fall below where it begins. */
  private static double partialLevy(LanePolicy policy, int lane, double value) {
    double levy = 0;
    double share = 0;
    if (policy.trigger[lane] > 0) {
      for (LevyLadder.Band band : policy.ladder[lane].bands()) {
        double begins = band.below() * policy.trigger[lane];
        levy += (band.share() - share) * Math.max(0, begins - value);
        share = band.share();
      }
    }
    return levy;
  }
}
