package org.plimsoll.border.screening;

import java.util.Optional;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.place.CountryCode;

/**
 * Goods of one product from one origin, as entries of a year are drawn from it.
 *
 * @param goods what they are
 * @param origin who makes them
 * @param tonnes of content a year
 * @param hub the largest importer that makes none
 * @param smallMaker who makes least
 * @param cheaper another code of the commodity whose goods cost less a kilogram
 */
record TradeLane(
    Goods goods,
    CountryCode origin,
    double tonnes,
    Optional<CountryCode> hub,
    Optional<CountryCode> smallMaker,
    Optional<Goods> cheaper) {
  /**
   * Goods under a code.
   *
   * @param product what they are
   * @param code the first of its codes that with its basis names no other product
   * @param usdPerTonne of content
   * @param assay usual share of the mass that is content
   * @param assayWidth how far it strays to either side
   */
  record Goods(Product product, String code, double usdPerTonne, double assay, double assayWidth) {
    double usdPerGrossTonne() {
      return usdPerTonne * assay;
    }
  }

  double usd() {
    return tonnes * goods.usdPerTonne();
  }
}
