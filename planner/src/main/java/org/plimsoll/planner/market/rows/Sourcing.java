package org.plimsoll.planner.market.rows;

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
   * Constant elasticity of substitution between origins (Armington 1969): x_i = U (ρ0/L0_i) θ_i
   * (P/ρ0)^σ (L_i/L0_i)^(−σ), P = ρ0 [Σ θ_i (L_i/L0_i)^(1−σ)]^(1/(1−σ)), θ the base shares of
   * value. It conserves money, not tonnes: U, counted in base tonnes, measures the mix as the buyer
   * values it.
   *
   * @param sigma elasticity of substitution, above 1
   */
  record Armington(double sigma) implements Sourcing {
    public Armington {
      if (!(sigma > 1)) {
        throw new IllegalArgumentException("Armington elasticity must be above 1, but is " + sigma);
      }
    }
  }

  /**
   * A homogeneous good: x = max(0, x0 + [(ρ − L) − (ρ0 − L0)]/e), e = ε ρ0/D0.
   *
   * @param epsilon rise of the price, as a share of the base, at which one route serves a buyer
   *     whole; above 0, and the smaller, the closer to one price for all
   */
  record Homogeneous(double epsilon) implements Sourcing {
    /**
     * A homogeneous good without base trade: the cheapest landed price wins. Routes get no slope
     * from this ε.
     */
    public static final Homogeneous EXACT = new Homogeneous(1e-9);

    public Homogeneous {
      if (!(epsilon > 0)) {
        throw new IllegalArgumentException("route slope must be above 0, but is " + epsilon);
      }
    }
  }
}
