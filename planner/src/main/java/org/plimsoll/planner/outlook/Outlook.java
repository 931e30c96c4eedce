package org.plimsoll.planner.outlook;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.NewCapacity;
import org.plimsoll.planner.market.draw.ParameterDraw;

/**
 * The market of each year from the base year on. Not a forecast: what follows if demand grows along
 * one outlook, projects start when announced and later, and capacity answers to prices.
 *
 * @param years in order
 */
public record Outlook(List<Year> years) {
  public Outlook {
    years = List.copyOf(years);
  }

  /**
   * One year.
   *
   * @param year which
   * @param horizon of the elasticities
   * @param products chain after chain
   * @param built projects that stand, with what of their capacity has started
   * @param added capacity that measures added, whether it runs or not
   * @param certificate of the solution
   */
  public record Year(
      int year,
      Scenario.Horizon horizon,
      List<ProductYear> products,
      List<Built> built,
      List<NewCapacity> added,
      Certificate certificate) {
    public Year {
      products = List.copyOf(products);
      built = List.copyOf(built);
      added = List.copyOf(added);
    }

    /**
     * The figures of a product.
     *
     * @throws IllegalArgumentException if it has no market
     */
    public ProductYear getProduct(ProductId id) {
      return products.stream()
          .filter(p -> p.product().equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(id + " has no market"));
    }
  }

  /**
   * A product in a year.
   *
   * @param product which
   * @param outlook of demand that is followed; empty if none has the commodity, and demand stands
   *     still
   * @param demandMultiple demand at base prices over that of the base year
   * @param allianceUsdPerTonne delivered price in the alliance as it is on the scenario's date, or
   *     later in the year if that is later; empty if nothing is delivered
   * @param thirdCountriesUsdPerTonne delivered price in countries that neither belong to it nor
   *     hold the product back; empty if nothing is delivered
   * @param restrictorUsdPerTonne delivered price in those that hold it back; empty if nobody does
   * @param useTonnes final use of the world, content
   * @param outputTonnes output of the world, content
   * @param unservedTonnes final use of the alliance that goes unserved at the ceiling
   * @param daysOfShortage of the alliance
   * @param makerUsdPerTonne what makers of each country are paid, those of new capacity too; where
   *     a country only buys, what its buyers pay; countries with neither are left out
   * @param stockTonnes laid up in the world from the start of the base year to the end of this one,
   *     content; with what measures bought less what they released, so that it may be negative
   */
  public record ProductYear(
      ProductId product,
      Optional<String> outlook,
      double demandMultiple,
      OptionalDouble allianceUsdPerTonne,
      OptionalDouble thirdCountriesUsdPerTonne,
      OptionalDouble restrictorUsdPerTonne,
      double useTonnes,
      double outputTonnes,
      double unservedTonnes,
      double daysOfShortage,
      SortedMap<CountryCode, Double> makerUsdPerTonne,
      double stockTonnes) {
    public ProductYear {
      makerUsdPerTonne = Collections.unmodifiableSortedMap(new TreeMap<>(makerUsdPerTonne));
    }
  }

  /**
   * A project of the register that stands.
   *
   * @param id row of the register
   * @param product that it makes
   * @param tonnesPerYear of its capacity that have started
   */
  public record Built(String id, ProductId product, double tonnesPerYear) {}

  /**
   * The years from the base year to {@code last}.
   *
   * @param measures what is in force on each date
   * @throws IllegalStateException if a year has no solution; the message names it, product, country
   *     and what to try
   */
  public static Outlook of(
      Evidence evidence,
      Scenario scenario,
      ParameterDraw draw,
      GrowthPath growth,
      MeasuresOn measures,
      int last) {
    return new YearByYear(evidence, scenario, draw, growth, measures, Optional.empty()).upTo(last);
  }

  /** The same of the chain of one product alone, as if the world had no other products. */
  public static Outlook ofChain(
      ProductId product,
      Evidence evidence,
      Scenario scenario,
      ParameterDraw draw,
      GrowthPath growth,
      MeasuresOn measures,
      int last) {
    return new YearByYear(evidence, scenario, draw, growth, measures, Optional.of(product))
        .upTo(last);
  }
}
