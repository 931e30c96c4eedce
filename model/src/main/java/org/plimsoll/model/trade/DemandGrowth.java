package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * What demand for a commodity is expected to be, as a multiple of a base year's.
 *
 * @param commodity identifier in {@code commodities.csv}
 * @param area country code, customs territory, or {@code *} for the world
 * @param scenario the source's name of the path
 * @param year of the outlook
 * @param baseYear whose demand is 1
 * @param multiple demand of {@code year} over that of {@code baseYear}
 * @param provenance source, grade, status
 */
public record DemandGrowth(
    String commodity,
    String area,
    String scenario,
    int year,
    int baseYear,
    Interval multiple,
    Provenance provenance) {
  /** The same multiple as growth a year, in [-1, ∞): multiple^(1 ÷ years) − 1. */
  public Interval growthPerYear() {
    return new Interval(
        perYear(multiple.low()), perYear(multiple.central()), perYear(multiple.high()));
  }

  private double perYear(double times) {
    return StrictMath.pow(times, 1.0 / (year - baseYear)) - 1;
  }
}
