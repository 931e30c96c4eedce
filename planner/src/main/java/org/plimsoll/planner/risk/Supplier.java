package org.plimsoll.planner.risk;

import org.plimsoll.model.place.CountryCode;

/**
 * Who supplies: a country, or a firm in one.
 *
 * @param name of the firm; the country's code where the country as a whole is meant
 * @param country where it makes the goods; its governance counts
 */
public record Supplier(String name, CountryCode country) {
  /** A country as a whole. */
  public static Supplier of(CountryCode country) {
    return new Supplier(country.alpha3(), country);
  }
}
