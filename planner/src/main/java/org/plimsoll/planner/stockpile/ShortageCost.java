package org.plimsoll.planner.stockpile;

import org.plimsoll.model.commodity.ProductId;

/** What a stop costs the alliance, after a release from stock. */
@FunctionalInterface
public interface ShortageCost {
  /**
   * Loss over a year in which the product's first foreign supplier stops.
   *
   * @param product which
   * @param releasedTonnes released over that year, content on the product's basis
   * @return US dollars, not negative; a lower bound where the price is at its assumed ceiling
   */
  double lossUsd(ProductId product, double releasedTonnes);
}
