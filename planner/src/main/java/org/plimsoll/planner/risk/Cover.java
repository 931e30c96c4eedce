package org.plimsoll.planner.risk;

import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Provenance;

/**
 * How long a stock would last.
 *
 * @param product which
 * @param region whose use is covered
 * @param stockTonnes held, content on the product's basis
 * @param days of cover; empty if the region uses none
 * @param basis grade and sources
 */
public record Cover(
    ProductId product, Region region, double stockTonnes, OptionalDouble days, Basis basis) {
  /** Days in the year by which annual use is divided. */
  public static final double DAYS_PER_YEAR = 365;

  /**
   * Days of cover = 365 × stock ÷ annual use; empty if nothing is used.
   *
   * @param stockTonnes held
   * @param useTonnesPerYear annual use in the same basis
   * @throws IllegalArgumentException if either is negative or not a number
   */
  public static OptionalDouble days(double stockTonnes, double useTonnesPerYear) {
    if (!(stockTonnes >= 0 && useTonnesPerYear >= 0)) {
      throw new IllegalArgumentException(
          "stock and use must not be negative, but are %s and %s tonnes"
              .formatted(stockTonnes, useTonnesPerYear));
    }
    return useTonnesPerYear > 0
        ? OptionalDouble.of(DAYS_PER_YEAR * stockTonnes / useTonnesPerYear)
        : OptionalDouble.empty();
  }

  /**
   * The cover that a stock gives to the use in {@code balance}: final use and use as an input.
   *
   * @param stockTonnes held, content on the product's basis
   * @param stock where that figure comes from
   */
  public static Cover of(Balance balance, double stockTonnes, Provenance stock) {
    Basis use = balance.basis();
    Basis held = Basis.of(List.of(stock));
    return new Cover(
        balance.product(),
        balance.region(),
        stockTonnes,
        days(stockTonnes, balance.useTonnes()),
        use.and(held));
  }
}
