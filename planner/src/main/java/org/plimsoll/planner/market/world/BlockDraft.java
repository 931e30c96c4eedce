package org.plimsoll.planner.market.world;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Node;

/**
 * An activity in a country before its rows are numbered and its margin is known.
 *
 * @param activity identifier in the world's technology
 * @param country where
 * @param primary the output whose tonnes count the level
 * @param outputs tonnes of each a tonne of level, modelled products only
 * @param inputs tonnes of each a tonne of level, modelled products only
 * @param supply how the level answers to the margin
 * @param host cap by a host's output
 */
record BlockDraft(
    String activity,
    CountryCode country,
    Node primary,
    SortedMap<Node, Double> outputs,
    SortedMap<Node, Double> inputs,
    Supply supply,
    Optional<Host> host) {

  /** How the level answers to the margin. */
  sealed interface Supply {
    /**
     * To be calibrated on the base: level and prices there give the margin.
     *
     * @param activity with its technology
     * @param tonnes base level
     * @param elasticity of the level with respect to the margin
     * @param shutDownShare share of the base margin below which the curve is straight
     * @param headroom capacity over base level, less one
     * @param minimumMarginShare of the value of outputs, below which the margin is repaired
     * @param marginShare stated margin, for activities whose prices are not all modelled
     */
    record OnBase(
        Activity activity,
        double tonnes,
        double elasticity,
        double shutDownShare,
        double headroom,
        double minimumMarginShare,
        OptionalDouble marginShare)
        implements Supply {}

    /** As given, with its largest level. */
    record Given(Curve curve, double capacityTonnes) implements Supply {}
  }

  /**
   * The host of a by-product.
   *
   * @param maker node of the host's product, if its market is solved
   * @param yield tonnes of by-product a tonne of host output
   * @param baseTonnes output of the host in the base
   */
  record Host(Optional<Node> maker, double yield, double baseTonnes) {}

  /** The same activity with another answer to its margin. */
  BlockDraft with(Supply other) {
    return new BlockDraft(activity, country, primary, outputs, inputs, other, host);
  }

  double baseLevel() {
    return switch (supply) {
      case Supply.OnBase base -> base.tonnes();
      case Supply.Given given -> given.curve().scaleTonnes();
    };
  }
}
