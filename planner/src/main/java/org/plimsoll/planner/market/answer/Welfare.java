package org.plimsoll.planner.market.answer;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.place.Place;

/**
 * Gains and losses by country against the base, USD a year.
 *
 * @param countries in code order, all that make, buy or hold anything
 * @param resourceUsd the world's gain counted without any payment: value of what is used and held,
 *     less cost of making and moving it
 */
public record Welfare(List<CountryWelfare> countries, double resourceUsd) {
  public Welfare {
    countries = List.copyOf(countries);
  }

  /** The country's part, if it has one. */
  public Optional<CountryWelfare> find(Place country) {
    int low = 0;
    int high = countries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = countries.get(middle).country().compareTo(country);
      if (order == 0) {
        return Optional.of(countries.get(middle));
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  /** Sum over all countries: the gain, or (below zero) the loss of efficiency, USD a year. */
  public double worldUsd() {
    return countries.stream().mapToDouble(CountryWelfare::total).sum();
  }

  /** What payments between agents add up to; nothing, but for the last digits. */
  public double transfersUsd() {
    return worldUsd() - resourceUsd;
  }
}
