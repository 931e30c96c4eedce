package org.plimsoll.planner.floors;

import java.util.Collection;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Welfare;

/**
 * Who gains and who pays among some countries, USD a year; a gain is positive. The parts add up to
 * the whole: ΔW = users + makers + treasury + rents + stocks.
 *
 * @param users final users
 * @param makers of every stage, and who opens new routes
 * @param treasury duties, levies and export taxes, less what is paid out
 * @param rents of licences and quotas, and gaps that exporters keep
 * @param stocks goods bought, sold or held
 */
public record Gains(double users, double makers, double treasury, double rents, double stocks) {
  /** The parts of these countries. */
  public static Gains of(Welfare welfare, Collection<CountryCode> countries) {
    return new Gains(
        sum(welfare, countries, CountryWelfare::consumerSurplus),
        sum(welfare, countries, w -> w.producerSurplus() + w.routeSurplus()),
        sum(welfare, countries, w -> w.publicRevenue() + w.subsidies()),
        sum(welfare, countries, w -> w.exportRents() + w.importRents()),
        sum(welfare, countries, CountryWelfare::stockGains));
  }

  private static double sum(
      Welfare welfare, Collection<CountryCode> countries, ToDoubleFunction<CountryWelfare> part) {
    return countries.stream().map(welfare::find).flatMap(Optional::stream).mapToDouble(part).sum();
  }

  /** ΔW. */
  public double whole() {
    return users + makers + treasury + rents + stocks;
  }
}
