package org.plimsoll.model.policy;

import java.util.Optional;
import org.plimsoll.model.provenance.Interval;

/** A measure that puts goods into a stockpile or takes them out. */
public sealed interface StockMeasure extends Measure {

  /**
   * Goods sold from stock into the named countries ({@link Terms#to}), shared by their base use.
   *
   * @param tonnes over the year, content on the product's basis, in all; with a trigger the most
   * @param triggerUsdPerTonne delivered price above which the country's part is sold; empty if it
   *     is sold at any price
   */
  record StockRelease(Terms terms, Interval tonnes, Optional<Interval> triggerUsdPerTonne)
      implements StockMeasure {
    public StockRelease(Terms terms, Interval tonnes) {
      this(terms, tonnes, Optional.empty());
    }
  }

  /**
   * Goods bought into stock by the named countries ({@link Terms#to}), shared by their base use.
   *
   * @param tonnes over the year, content on the product's basis, in all; with a trigger the most
   * @param triggerUsdPerTonne delivered price below which the country's part is bought; empty if it
   *     is bought at any price
   */
  record StockPurchase(Terms terms, Interval tonnes, Optional<Interval> triggerUsdPerTonne)
      implements StockMeasure {
    public StockPurchase(Terms terms, Interval tonnes) {
      this(terms, tonnes, Optional.empty());
    }
  }
}
