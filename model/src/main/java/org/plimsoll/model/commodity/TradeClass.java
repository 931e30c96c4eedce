package org.plimsoll.model.commodity;

import org.plimsoll.model.provenance.Words;

/** How a product is traded and priced, by which goods leak and buyers turn at a like pace. */
public enum TradeClass {
  /** Small markets: dealers' assessments and contracts. */
  MINOR,
  /** Bars of platinum metals: fixed on exchanges, dear to the gram. */
  PRECIOUS,
  /** Metals of a public exchange with warehouses. */
  EXCHANGE,
  /** Ores and chemicals by the shipload: indices and contracts. */
  BULK;

  /** The word of the tables; a parameter may have it as its scope. */
  public String word() {
    return Words.of(this);
  }

  /** The class of a word. */
  public static TradeClass parse(String text) {
    return Words.parse(text, TradeClass.class, "a class");
  }
}
