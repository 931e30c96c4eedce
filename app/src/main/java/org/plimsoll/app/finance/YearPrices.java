package org.plimsoll.app.finance;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.plan.ReceivedPrices;

/**
 * Prices by year; the last stands in all later years, the first in all earlier ones.
 *
 * @param own what the project is paid, USD a tonne
 * @param index what a contract looks at, USD a tonne
 */
record YearPrices(NavigableMap<Integer, Double> own, NavigableMap<Integer, Double> index) {
  /** One price in all years. */
  static YearPrices constant(double usdPerTonne) {
    NavigableMap<Integer, Double> one = new TreeMap<>();
    one.put(0, usdPerTonne);
    return new YearPrices(one, one);
  }

  /**
   * Prices of the market.
   *
   * @param index country whose price a contract looks at; the maker's own if empty
   * @return empty if the plant is paid no price in any year
   * @throws Refusal if the country of the index has no price
   */
  static Optional<YearPrices> of(
      SortedMap<Integer, ReceivedPrices.Year> byYear, Optional<CountryCode> index) {
    NavigableMap<Integer, Double> own = new TreeMap<>();
    NavigableMap<Integer, Double> looked = new TreeMap<>();
    byYear.forEach((year, paid) -> {
      paid.ownUsdPerTonne().ifPresent(usd -> own.put(year, usd));
      index.map(paid::find).orElse(OptionalDouble.empty()).ifPresent(usd -> looked.put(year, usd));
    });
    if (own.isEmpty()) {
      return Optional.empty();
    }
    if (index.isPresent() && looked.isEmpty()) {
      throw Refusal.of(
          "nobody makes or buys the product in %s, so it has no price there".formatted(index.get()),
          "name another country as the index of --cfd, such as CHN");
    }
    return Optional.of(new YearPrices(own, index.isPresent() ? looked : own));
  }

  double ownUsdPerTonne(int year) {
    return at(own, year);
  }

  double indexUsdPerTonne(int year) {
    return at(index, year);
  }

  private static double at(NavigableMap<Integer, Double> prices, int year) {
    return Optional.ofNullable(prices.floorEntry(year)).orElse(prices.firstEntry()).getValue();
  }
}
