package org.plimsoll.planner.market;

/** How a buyer combines the origins of a product. */
public sealed interface Sourcing {
  /**
   * Shares of tonnes s ∝ s0 (L/L0)^(−σ): the default for the world, since it conserves tonnes and
   * money.
   *
   * @param sigma how fast shares answer to landed prices, above 0
   */
  record SourceShares(double sigma) implements Sourcing {
    public SourceShares {
      if (!(sigma > 0)) {
        throw new IllegalArgumentException("sourcing elasticity must be above 0, but is " + sigma);
      }
    }
  }

  /**
   * Goods alike from every origin: x = max(0, x0 + [(ρ − L) − (ρ0 − L0)]/e), e = ε ρ0/D0.
   *
   * @param epsilon rise of the price, as a share of the base, at which one route serves a buyer
   *     whole; above 0, and the smaller, the closer to one price for all
   */
  record Homogeneous(double epsilon) implements Sourcing {
    public Homogeneous {
      if (!(epsilon > 0)) {
        throw new IllegalArgumentException("route slope must be above 0, but is " + epsilon);
      }
    }
  }
}
