package org.plimsoll.model.policy;

import java.util.Optional;
import org.plimsoll.model.provenance.Interval;

/** A measure, or an event, that acts on makers; {@link Terms#from} names them. */
public sealed interface SupplyMeasure extends Measure {

  /**
   * Capacity added or lost at the covered countries. Output of new capacity starts from nothing and
   * sells where it pays.
   *
   * @param change tonnes of content a year on the product's basis, in each named country; or a
   *     factor on what makes the product there
   */
  record CapacityChange(Terms terms, Change change) implements SupplyMeasure {
    public CapacityChange(Terms terms, Interval tonnesPerYear) {
      this(terms, new Change.By(tonnesPerYear));
    }
  }

  /**
   * Subsidised supply: the makers' costs fall by a share of the base price, at the expense of their
   * own state.
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

  /**
   * Costs of making that rise or fall, nobody paying for it: energy, wages, ore.
   *
   * @param change USD a tonne of content, or a factor above 0 on the makers' own costs (for
   *     processing, on the margin that they want)
   */
  record CostShift(Terms terms, Change change) implements SupplyMeasure {
    public CostShift {
      if (change instanceof Change.Times times && !(times.figure().low() > 0)) {
        throw new IllegalArgumentException(
            "measure %s: costs cannot fall to nothing\nMaybe write a factor above 0"
                .formatted(terms.id()));
      }
    }
  }

  /**
   * A subsidy on each tonne made, paid by {@link Terms#to}, else by the maker's own state.
   *
   * @param usdPerTonne of content
   */
  record ProductionSubsidy(Terms terms, Interval usdPerTonne) implements SupplyMeasure {}

  /**
   * A contract for difference: on the covered volume the maker gets the strike where its own price
   * is lower; {@link Terms#to} pays, else the maker's own state.
   *
   * @param strikeUsdPerTonne of content
   * @param tonnesPerYear covered capacity in each named country; empty for all of it
   * @param upside what the maker gives back; empty for nothing
   */
  record ContractForDifference(
      Terms terms,
      Interval strikeUsdPerTonne,
      Optional<Interval> tonnesPerYear,
      Optional<Upside> upside)
      implements SupplyMeasure {}

  /**
   * A part of a high price that goes back to whoever bears the contract.
   *
   * @param share of the price above the line, in [0, 1]
   * @param aboveUsdPerTonne the line
   * @param mostUsd largest sum a year; empty if without limit
   */
  record Upside(double share, double aboveUsdPerTonne, Optional<Double> mostUsd) {
    public Upside {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "an upside share must lie in [0, 1], but is " + share + "\nMaybe write 0.3 for 30%");
      }
    }
  }

  /**
   * Offtake at a fixed price: {@link Terms#to} takes the volume from the makers and uses it, or
   * sells it on, at the market's price.
   *
   * @param usdPerTonne price paid
   * @param tonnesPerYear taken from each named country
   */
  record Offtake(Terms terms, Interval usdPerTonne, Interval tonnesPerYear)
      implements SupplyMeasure {}
}
