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

  /** ∂margin/∂level at this level, USD a tonne per tonne; positive. */
  double slopeAt(double level);

  /** ∫ margin from nothing to this level, USD a year. */
  double costOf(double level);

  /** The same curve at {@code factor} of its size. */
  Curve scaled(double factor);

  /**
   * y = q0 (v/v0)^ε; below a small share of v0 straight to nothing, since a power with a small
   * elasticity would keep a mine working for no pay.
   *
   * @param scaleTonnes q0, base level
   * @param marginUsdPerTonne v0, base margin, positive
   * @param elasticity ε
   * @param shutDownShare share of v0 below which the curve is straight
   */
  record Power(
      double scaleTonnes, double marginUsdPerTonne, double elasticity, double shutDownShare)
      implements Curve {
    private double straightShare() {
      return StrictMath.pow(shutDownShare, elasticity);
    }

    @Override
    public double marginAt(double level) {
      double t = level / scaleTonnes;
      double straight = straightShare();
      return t < straight
          ? marginUsdPerTonne * shutDownShare * (t / straight)
          : marginUsdPerTonne * StrictMath.pow(t, 1 / elasticity);
    }

    @Override
    public double slopeAt(double level) {
      double straight = straightShare();
      return level / scaleTonnes < straight
          ? marginUsdPerTonne * shutDownShare / (straight * scaleTonnes)
          : marginAt(level) / (elasticity * level);
    }

    @Override
    public double costOf(double level) {
      double t = level / scaleTonnes;
      double straight = straightShare();
      double size = scaleTonnes * marginUsdPerTonne;
      if (t <= straight) {
        return size * shutDownShare * t * t / (2 * straight);
      }
      double power = 1 / elasticity + 1;
      return size
          * (shutDownShare * straight / 2
              + (StrictMath.pow(t, power) - StrictMath.pow(straight, power)) / power);
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
    public double slopeAt(double level) {
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
    public double slopeAt(double level) {
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
