package org.plimsoll.planner.stockpile;

import org.plimsoll.model.commodity.ProductId;

/**
 * A product that may be stocked.
 *
 * @param product which
 * @param priceUsdPerTonne price at which it is bought, delivered, with what is in force today
 * @param useTonnesPerYear the alliance's use
 * @param buyableTonnes what can be bought over the programme without moving the market
 * @param stopProbability chance in a year that the first foreign supplier stops
 * @param carryingUsdPerTonneYear finance, insurance and storage of a tonne for a year
 */
public record Candidate(
    ProductId product,
    double priceUsdPerTonne,
    double useTonnesPerYear,
    double buyableTonnes,
    double stopProbability,
    double carryingUsdPerTonneYear) {
  public Candidate {
    if (!(priceUsdPerTonne > 0) || !(useTonnesPerYear >= 0) || !(buyableTonnes >= 0)) {
      throw new IllegalArgumentException(
          "candidate " + product + " needs a price above 0 and amounts not below 0");
    }
  }
}
