package org.plimsoll.model.policy;

/**
 * One thing that a government does to a market. The set is closed: every switch over it is written
 * without a default branch, so that a new measure does not compile until each part has said what it
 * means there.
 */
public sealed interface Measure permits BorderMeasure, SupplyMeasure, DemandMeasure, StockMeasure {
  /** On what, from whom, to whom, when. */
  Terms terms();

  /** Unique in its scenario. */
  default String id() {
    return terms().id();
  }
}
