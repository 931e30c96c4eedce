package org.plimsoll.model.policy;

import org.plimsoll.model.provenance.Interval;

/** A measure that acts on makers. */
public sealed interface SupplyMeasure extends Measure {

  /**
   * Capacity added (or, negative, lost) at the covered countries; {@link Terms#from} names them.
   * Output of new capacity starts from nothing and sells where it pays.
   *
   * @param tonnesPerYear content on the product's basis, in each named country
   */
  record CapacityChange(Terms terms, Interval tonnesPerYear) implements SupplyMeasure {}

  /**
   * Subsidised supply: the makers' costs fall by a share of the base price.
   *
   * @param share of the base producer price, in [0, 1)
   */
  record CostCut(Terms terms, Interval share) implements SupplyMeasure {
    public CostCut {
      if (share.low() < 0 || share.high() >= 1) {
        throw new IllegalArgumentException(
            "cost cut of " + terms.id() + " must lie in [0, 1), but is " + share);
      }
    }
  }
}
