package org.plimsoll.planner.market.draw;

import org.plimsoll.model.provenance.Interval;

/**
 * The parameters that the market asks the world for. The interval is used where the world has no
 * row of that name, so that an older pack still solves; the pack's own row always wins. What a
 * shock sets off besides prices is off where the world says nothing of it.
 */
public enum MarketParameter {
  /** −∂ln d/∂ln ρ of final use within a year. */
  DEMAND_ELASTICITY_ONE_YEAR("demand-elasticity-one-year", 0.1, 0.25, 0.5),
  /** The same within five years. */
  DEMAND_ELASTICITY_FIVE_YEAR("demand-elasticity-five-year", 0.3, 0.6, 1),
  /** −∂ln b/∂ln ρ of what the base year adds to stocks; at 1 the money spent on it is constant. */
  STOCK_BUILD_ELASTICITY("stock-build-elasticity", 0.5, 1, 2),
  /** Share of what the base year added to stocks that a high price can bring back out. */
  STOCK_DRAWDOWN_SHARE("stock-drawdown-share", 0, 0.5, 1),
  /** ∂ln y/∂ln v of mines and scrap within a year. */
  SUPPLY_ELASTICITY_ONE_YEAR("supply-elasticity-one-year", 0.05, 0.1, 0.3),
  /** The same within five years. */
  SUPPLY_ELASTICITY_FIVE_YEAR("supply-elasticity-five-year", 0.3, 0.8, 1.5),
  /** ∂ln y/∂ln v of processing, v the unit margin. */
  MARGIN_ELASTICITY("margin-elasticity", 0.5, 1, 3),
  /** σ: how fast the shares of origins answer to their landed prices. */
  SOURCING_ELASTICITY("sourcing-elasticity", 1.5, 3, 5),
  /** Capacity over base output, less one. */
  CAPACITY_HEADROOM("capacity-headroom", 0.1, 0.25, 0.4),
  /** Price over base price from which on use goes unserved. */
  CHOKE_PRICE_MULTIPLE("choke-price-multiple", 3, 10, 30),
  /** Extra landed cost of a new route, as a share of the base price. */
  NEW_ROUTE_PREMIUM("new-route-premium", 0.1, 0.3, 1),
  /** Base margin below this share of the value of outputs is repaired. */
  MINIMUM_MARGIN_SHARE("minimum-margin-share", 0.05, 0.1, 0.15),
  /** Freight and insurance between countries, as a share of the base price. */
  FREIGHT_SHARE("freight-share", 0.02, 0.04, 0.08),
  /** θ of a licence for which there is no evidence. */
  LICENSED_SHARE("licensed-share", 0, 0.5, 1),
  /** Rise of the price over the choke, as its share, by which 63% of use is gone: 1/m. */
  UNSERVED_SLOPE("unserved-slope", 0.01, 0.02, 0.05),
  /** Rise of the price, as a share of the base, at which one new route serves a buyer whole. */
  NEW_ROUTE_SLOPE("new-route-slope", 0.05, 0.2, 1),
  /** Below this share of the base margin supply runs straight to zero. */
  SHUT_DOWN_SHARE("shut-down-share", 0.02, 0.05, 0.1),
  /** φ: share of the value added on goods at which a use gives way. */
  VALUE_CHOKE_SHARE("value-choke-share", 0, 0, 0),
  /** Days of use that private users and traders hold; their stock comes out at a high price. */
  PRIVATE_STOCK_DAYS("private-stock-days", 0, 0, 0),
  /** κ: how fast private stocks come out as the price rises. */
  PRIVATE_STOCK_ELASTICITY("private-stock-elasticity", 1, 1.5, 3),
  /** β: what users of restricted origins buy beyond their use for fear of more. */
  PRECAUTIONARY_BUYING("precautionary-buying", 0, 0, 0),
  /** λ: what of the tonnes lost comes through all the same in the long run. */
  LEAK_SHARE("leak-share", 0, 0, 0),
  /** τ: months in which 63% of what leaks in the long run does so. */
  LEAK_LAG_MONTHS("leak-lag-months", 6, 6, 6),
  /** Premium on the price in third countries of what leaks, as a share of the base price. */
  LEAK_PREMIUM("leak-premium", 0.15, 0.2, 0.3),
  /** L: months until a new source is qualified. */
  QUALIFICATION_MONTHS("qualification-months", 0, 0, 0),
  /** π: by what of the exports that it gives up a restricting country makes less. */
  RESTRICTOR_OUTPUT_CUT("restrictor-output-cut", 0, 0, 0),
  /** Margin at which new capacity starts, over the base margin, where no incentive price is. */
  ENTRY_MARGIN_RATIO("entry-margin-ratio", 0.8, 1, 1.3),
  /** Rise of the margin, as a share of the value of outputs, that fills new capacity. */
  ENTRY_RAMP_SHARE("entry-ramp-share", 0.05, 0.1, 0.3);

  private final String word;
  private final double low;
  private final double central;
  private final double high;

  MarketParameter(String word, double low, double central, double high) {
    this.word = word;
    this.low = low;
    this.central = central;
    this.high = high;
  }

  /** The name in the world's table of parameters. */
  public String word() {
    return word;
  }

  /** Used where the world has no row. */
  Interval assumed() {
    return new Interval(low, central, high);
  }
}
