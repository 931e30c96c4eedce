package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * How often, how hard and for how long a state holds supply back: one figure of the structure state
 * acts, commodities are hit, share let through, duration.
 *
 * @param state acting country, or {@code *} for every one without a row of its own
 * @param measure what the figure says
 * @param at share let through that a weight belongs to; empty for other measures
 * @param value in {@code unit}
 * @param unit of the value; {@code 1} for a share
 * @param provenance source, grade, status
 */
public record DisruptionRate(
    String state, Measure measure, String at, Interval value, String unit, Provenance provenance) {

  /** What a figure says. */
  public enum Measure {
    /** Chance that the state acts in a year. */
    ACTS,
    /**
     * Chance that it acts in a year where governance is known: the low end at the best of the
     * world, the high end at the worst, even between.
     */
    ACTS_BY_GOVERNANCE,
    /** Chance that a commodity is hit, with all its stages, in a year in which the state acts. */
    COMMODITY_HIT,
    /** Chance in a year that the state stops all it sells to the alliance at once. */
    RUPTURE,
    /** Weight of a share let through over the year: {@code at}. */
    SHARE_LET_THROUGH,
    /** Months that an act lasts: 10%, 50% and 90% points of a lognormal. */
    DURATION
  }
}
