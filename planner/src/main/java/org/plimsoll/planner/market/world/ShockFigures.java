package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.market.draw.Adjustment;
import org.plimsoll.planner.market.draw.MarketParameter;
import org.plimsoll.planner.market.draw.Parameters;
import org.plimsoll.planner.market.rows.Response;
import org.plimsoll.planner.market.rows.UseStep;

/**
 * What the world's parameters say of a product in a shock: how its uses give way, and what users,
 * traders and a restricting country do besides.
 */
record ShockFigures(Parameters parameters, Adjustment adjustment, UseValues values) {
  /** The same with parameters of another draw. */
  ShockFigures with(Parameters others) {
    return new ShockFigures(others, adjustment, values);
  }

  /**
   * Kinds of final use by the value that they add: each gives way where its substitute pays, or
   * where the goods cost the share φ of the value added on them, whichever comes later.
   *
   * @param usdPerTonne price of the base
   */
  List<UseStep> uses(ProductId id, double usdPerTonne) {
    double substitute = parameters.value(MarketParameter.CHOKE_PRICE_MULTIPLE, id);
    double share = parameters.value(MarketParameter.VALUE_CHOKE_SHARE, id);
    TreeMap<Double, Double> steps = new TreeMap<>();
    double all = 0;
    for (UseValues.Value use : values.of(id)) {
      double choke = Math.max(substitute, 1 + share * use.usdPerTonne() / usdPerTonne);
      steps.merge(choke, use.share(), Double::sum);
      all += use.share();
    }
    if (!(all > 0) || !(share > 0)) {
      return UseStep.of(substitute);
    }
    List<UseStep> uses = new ArrayList<>();
    for (Map.Entry<Double, Double> step : steps.entrySet()) {
      uses.add(new UseStep(step.getValue() / all, step.getKey()));
    }
    return uses;
  }

  /** What a shock sets off; goods that keep for less than a year are in nobody's stock. */
  Response response(Product product) {
    ProductId id = product.id();
    boolean keeps = product.shelfLifeYears().stream().allMatch(years -> years >= 1);
    double days = keeps ? parameters.value(MarketParameter.PRIVATE_STOCK_DAYS, id) : 0;
    return new Response(
        adjustment.stockShare(days),
        parameters.value(MarketParameter.PRIVATE_STOCK_ELASTICITY, id),
        adjustment.hoardingShare(parameters.value(MarketParameter.PRECAUTIONARY_BUYING, id)),
        adjustment.leakShare(
            parameters.value(MarketParameter.LEAK_SHARE, id),
            parameters.value(MarketParameter.LEAK_LAG_MONTHS, id)),
        parameters.value(MarketParameter.LEAK_PREMIUM, id),
        parameters.value(MarketParameter.RESTRICTOR_OUTPUT_CUT, id));
  }
}
