package org.plimsoll.planner.market;

/**
 * A supply curve, read as the unit margin wanted for each level: positive slope everywhere, so that
 * a level can be an unknown and its row is price = marginal cost.
 */
sealed interface Curve {
  /** The level that the unknown is counted in, tonnes. */
  double scaleTonnes();

  /** Margin at which this level is made, USD a tonne. */
  double marginAt(double level);

  /**
   * ∂margin/∂level at this level, USD a tonne per tonne; positive.
   *
   * @param margin wanted at this level
   */
  double slopeAt(double level, double margin);

  /** ∫ margin from nothing to this level, USD a year. */
  double costOf(double level);

  /** The same curve at {@code factor} of its size. */
  Curve scaled(double factor);

  /**
   * y = q0 (v/v0)^ε; below a small share of v0 straight to nothing, since a power with a small
   * elasticity would keep a mine working for no pay.
   */
  final class Power implements Curve {
    private final double scaleTonnes;
    private final double marginUsdPerTonne;
    private final double elasticity;
    private final double shutDownShare;

    /** Share of the base level below which the curve is straight. */
    private final double straightShare;

    /**
     * @param scaleTonnes q0, base level
     * @param marginUsdPerTonne v0, base margin, positive
     * @param elasticity ε
     * @param shutDownShare share of v0 below which the curve is straight
     */
    Power(double scaleTonnes, double marginUsdPerTonne, double elasticity, double shutDownShare) {
      this.scaleTonnes = scaleTonnes;
      this.marginUsdPerTonne = marginUsdPerTonne;
      this.elasticity = elasticity;
      this.shutDownShare = shutDownShare;
      straightShare = Powers.of(shutDownShare, elasticity);
    }

    @Override
    public double scaleTonnes() {
      return scaleTonnes;
    }

    @Override
    public double marginAt(double level) {
      double t = level / scaleTonnes;
      return t < straightShare
          ? marginUsdPerTonne * shutDownShare * (t / straightShare)
          : marginUsdPerTonne * Powers.of(t, 1 / elasticity);
    }

    @Override
    public double slopeAt(double level, double margin) {
      return level / scaleTonnes < straightShare
          ? marginUsdPerTonne * shutDownShare / (straightShare * scaleTonnes)
          : margin / (elasticity * level);
    }

    @Override
    public double costOf(double level) {
      double t = level / scaleTonnes;
      double size = scaleTonnes * marginUsdPerTonne;
      if (t <= straightShare) {
        return size * shutDownShare * t * t / (2 * straightShare);
      }
      double power = 1 / elasticity + 1;
      return size
          * (shutDownShare * straightShare / 2
              + (Powers.of(t, power) - Powers.of(straightShare, power)) / power);
    }

    @Override
    public Curve scaled(double factor) {
      return new Power(scaleTonnes * factor, marginUsdPerTonne, elasticity, shutDownShare);
    }
  }

  /**
   * New capacity: nothing below a reservation margin, full at the margin plus {@code rise}.
   *
   * @param scaleTonnes capacity
   * @param reservationUsdPerTonne margin at which it starts
   * @param riseUsdPerTonne further margin at which it is full
   */
  record Ramp(double scaleTonnes, double reservationUsdPerTonne, double riseUsdPerTonne)
      implements Curve {
    @Override
    public double marginAt(double level) {
      return reservationUsdPerTonne + riseUsdPerTonne * (level / scaleTonnes);
    }

    @Override
    public double slopeAt(double level, double margin) {
      return riseUsdPerTonne / scaleTonnes;
    }

    @Override
    public double costOf(double level) {
      return level * (reservationUsdPerTonne + marginAt(level)) / 2;
    }

    @Override
    public Curve scaled(double factor) {
      return new Ramp(scaleTonnes * factor, reservationUsdPerTonne, riseUsdPerTonne);
    }
  }

  /**
   * v = intercept + slope × y, as in the textbook cases.
   *
   * @param scaleTonnes level in which the unknown is counted
   * @param interceptUsdPerTonne margin at which it starts
   * @param slopeUsdPerTonne rise of the margin a tonne
   */
  record Straight(double scaleTonnes, double interceptUsdPerTonne, double slopeUsdPerTonne)
      implements Curve {
    @Override
    public double marginAt(double level) {
      return interceptUsdPerTonne + slopeUsdPerTonne * level;
    }

    @Override
    public double slopeAt(double level, double margin) {
      return slopeUsdPerTonne;
    }

    @Override
    public double costOf(double level) {
      return level * (interceptUsdPerTonne + marginAt(level)) / 2;
    }

    @Override
    public Curve scaled(double factor) {
      return new Straight(scaleTonnes * factor, interceptUsdPerTonne, slopeUsdPerTonne / factor);
    }
  }
}
