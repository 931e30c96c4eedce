package org.plimsoll.model.policy;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Words;

/**
 * A figure that a reference price is made by: of the rule itself, of a distortion, of a unit.
 *
 * @param id by which a challenge names it
 * @param kind what it is
 * @param scope {@code *}, a commodity or a product; the narrowest that fits holds. Of a weight what
 *     moves
 * @param area country code; {@code *} if it is of none
 * @param value low, central, high
 * @param unit of the value; of a cost basis what costs are counted in
 * @param provenance source, grade, status
 */
public record ReferenceRule(
    String id,
    Kind kind,
    String scope,
    String area,
    Interval value,
    String unit,
    Provenance provenance) {
  /** What a figure is. */
  public enum Kind {
    /** Share by which the estimate must move before the reference price does. */
    REVISION_BAND,
    /** Largest share by which the reference price moves at once. */
    REVISION_STEP,
    /** Days between a revision and the day it holds from. */
    NOTICE_DAYS,
    /** Largest over smallest estimate above which no reference price is agreed. */
    SPREAD_LIMIT,
    /** Unrelated quotes that an index needs. */
    LEAST_QUOTES,
    /** Share of yearly use that must have traded at a quote, and at all of an index. */
    LEAST_TRADED_SHARE,
    /** Share of yearly use from which a mean of deals stands for as many quotes as are needed. */
    AVERAGE_COVER,
    /** Real return on capital that a maker earns, a year. */
    RETURN,
    /** Years over which capital is earned back. */
    LIFE_YEARS,
    /** Share of output that the cost-plus price must pay. */
    COST_QUANTILE,
    /** Makers that the cost-plus price needs. */
    LEAST_MAKERS,
    /** Today's operating cost over the published one. */
    OPERATING_COST_FACTOR,
    /** What capital costs in the end over the published cost. */
    CAPITAL_COST_FACTOR,
    /** Largest share of the alliance's use that may come from its first supplier. */
    FIRST_SUPPLIER_SHARE,
    /** A country whose costs are not those of a market; the value is 1. */
    NON_MARKET_ECONOMY,
    /** Subsidy as a share of the makers' base price. */
    SUBSIDY_SHARE,
    /** Export tax as a share of the makers' price. */
    EXPORT_TAX,
    /** Value-added tax that exports do not get back. */
    VAT_NOT_REFUNDED,
    /** Tonnes in which costs are counted that a tonne of the product's basis holds. */
    COST_BASIS,
    /** Weight of energy, wages or currency in the estimate of costs. */
    WEIGHT;

    /** The word used in files. */
    public String word() {
      return Words.of(this);
    }
  }
}
