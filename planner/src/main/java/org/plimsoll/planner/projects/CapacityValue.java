package org.plimsoll.planner.projects;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/** What more capacity saves the alliance in a stop. */
@FunctionalInterface
public interface CapacityValue {
  /**
   * Loss avoided over a year in which the product's first foreign supplier stops.
   *
   * @param product which
   * @param country where the capacity stands
   * @param tonnesPerYear content on the product's basis
   * @return US dollars; negative if the capacity does harm
   */
  double avoidedLossUsd(ProductId product, CountryCode country, double tonnesPerYear);
}
