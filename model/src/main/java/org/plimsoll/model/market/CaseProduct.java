package org.plimsoll.model.market;

import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;

/**
 * A product of a market file.
 *
 * @param id which
 * @param sourcing how buyers combine origins
 * @param chokePrice buyer price at which the rest of demand goes unserved; empty if none
 * @param response what a shock sets off besides
 */
public record CaseProduct(
    ProductId id, Sourcing sourcing, OptionalDouble chokePrice, CaseResponse response) {

  /** A product in which a shock sets off nothing but what its curves say. */
  public CaseProduct(ProductId id, Sourcing sourcing, OptionalDouble chokePrice) {
    this(id, sourcing, chokePrice, CaseResponse.NONE);
  }

  /** Goods alike from every origin, no choke. */
  public static CaseProduct of(String name) {
    return new CaseProduct(
        ProductId.ofCase(name), new Sourcing.Homogeneous(), OptionalDouble.empty());
  }

  /** The same product with another way to combine origins. */
  public CaseProduct withSourcing(Sourcing other) {
    return new CaseProduct(id, other, chokePrice, response);
  }

  /** The same product with another choke price. */
  public CaseProduct withChokePrice(double other) {
    return new CaseProduct(id, sourcing, OptionalDouble.of(other), response);
  }

  /** The same product with another response to a shock. */
  public CaseProduct withResponse(CaseResponse other) {
    return new CaseProduct(id, sourcing, chokePrice, other);
  }

  /** How buyers combine origins. */
  public sealed interface Sourcing {
    /** Goods are alike: the cheapest landed price wins. */
    record Homogeneous() implements Sourcing {}

    /**
     * Constant elasticity of substitution between origins (Armington 1969).
     *
     * @param sigma elasticity of substitution, above 1
     */
    record Armington(double sigma) implements Sourcing {
      public Armington {
        if (!(sigma > 1)) {
          throw new IllegalArgumentException(
              "the Armington elasticity must be above 1, but is " + sigma);
        }
      }
    }

    /**
     * Shares of quantities that answer to landed prices and conserve quantities.
     *
     * @param sigma exponent, above 0
     */
    record SourceShares(double sigma) implements Sourcing {
      public SourceShares {
        if (!(sigma > 0)) {
          throw new IllegalArgumentException(
              "the exponent of source shares must be above 0, but is " + sigma);
        }
      }
    }
  }
}
