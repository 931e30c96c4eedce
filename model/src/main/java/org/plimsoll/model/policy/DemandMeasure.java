package org.plimsoll.model.policy;

/** A measure, or an event, that acts on final use. */
public sealed interface DemandMeasure extends Measure {

  /**
   * Final use at every price is more, or less, in the named countries ({@link Terms#to}).
   *
   * @param change tonnes of content a year in each named country, or a factor
   */
  record DemandShift(Terms terms, Change change) implements DemandMeasure {}
}
