package org.plimsoll.planner.market.answer;

import org.plimsoll.model.place.Place;

/**
 * What changes for a country against the base, USD a year; positive is a gain.
 *
 * @param country which
 * @param consumerSurplus of final users: exact integral of use over the delivered price
 * @param producerSurplus of mines, processors and new capacity, capacity rents included
 * @param publicRevenue duties, levies and export taxes
 * @param exportRents licence and quota rents, and floor gaps that exporters keep
 * @param importRents of those who hold licences to import within a tariff-rate quota
 * @param routeSurplus of those who use new routes before they are dear
 * @param stockGains goods bought, sold or held for stock, valued at the base price
 * @param subsidies and contracts for difference paid, negative; what contracts bring in, positive
 * @param atLeast whether some use has met the assumed ceiling, so that the loss is at least this
 */
public record CountryWelfare(
    Place country,
    double consumerSurplus,
    double producerSurplus,
    double publicRevenue,
    double exportRents,
    double importRents,
    double routeSurplus,
    double stockGains,
    double subsidies,
    boolean atLeast) {

  /** The sum of all parts. */
  public double total() {
    return consumerSurplus
        + producerSurplus
        + publicRevenue
        + exportRents
        + importRents
        + routeSurplus
        + stockGains
        + subsidies;
  }
}
