package org.plimsoll.model.policy;

import org.plimsoll.model.provenance.Interval;

/** A measure that puts goods into a stockpile or takes them out. */
public sealed interface StockMeasure extends Measure {

  /**
   * Goods sold from stock into the named countries ({@link Terms#to}), shared by their base use.
   *
   * @param tonnes over the year, content on the product's basis, in all
   */
  record StockRelease(Terms terms, Interval tonnes) implements StockMeasure {}

  /**
   * Goods bought into stock by the named countries ({@link Terms#to}), shared by their base use.
   *
   * @param tonnes over the year, content on the product's basis, in all
   */
  record StockPurchase(Terms terms, Interval tonnes) implements StockMeasure {}
}
