package org.plimsoll.model.market;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Region;

/**
 * A trade route of a market file.
 *
 * @param from origin
 * @param to destination
 * @param product which; empty for every product
 * @param cost freight and insurance a unit
 * @param costSlope rise of the cost a unit shipped, not negative
 * @param share base share of the origin at the buyer, at base prices: of value for Armington goods,
 *     of quantity for source shares; empty if not stated
 * @param capacity largest quantity; {@link CaseCurve#UNLIMITED} if none
 */
public record CaseArc(
    Region from,
    Region to,
    Optional<ProductId> product,
    double cost,
    double costSlope,
    OptionalDouble share,
    double capacity) {

  /** A route for every product at a constant cost. */
  public static CaseArc of(Region from, Region to, double cost) {
    return new CaseArc(
        from, to, Optional.empty(), cost, 0, OptionalDouble.empty(), CaseCurve.UNLIMITED);
  }

  /** The same route at this cost. */
  public CaseArc withCost(double other) {
    return new CaseArc(from, to, product, other, costSlope, share, capacity);
  }

  /** The same route whose cost rises by this. */
  public CaseArc withCostSlope(double other) {
    return new CaseArc(from, to, product, cost, other, share, capacity);
  }

  /** The same route with this base share. */
  public CaseArc withShare(double other) {
    return new CaseArc(from, to, product, cost, costSlope, OptionalDouble.of(other), capacity);
  }

  /** The same route with room for this much. */
  public CaseArc withCapacity(double other) {
    return new CaseArc(from, to, product, cost, costSlope, share, other);
  }
}
