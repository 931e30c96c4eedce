package org.plimsoll.planner.market.rows;

/**
 * A supply curve, read as the marginal cost of each level. It rises everywhere, so that the level
 * can be an unknown whose row is price = marginal cost.
 *
 * <p>Long because the curves stand side by side: their shape is what a search meets.
 */
public sealed interface Curve {
  /**
   * Multiple of the usual price at which use or an activity that never gives way is given up; the
   * market is then infeasible.
   */
  double BEYOND_HELP = 1e5;

  /** Scale of the unknown, tonnes. */
  double scaleTonnes();

  /** Margin at which this level is made, USD a tonne. */
  double marginAt(double level);

  /**
   * ∂margin/∂level at this level, USD a tonne per tonne; positive.
   *
   * @param margin wanted at this level
   */
  double slopeAt(double level, double margin);

  /**
   * The level that is made at this margin, at least 0; of a curve that {@link #isFlat}, 0 below its
   * margin and infinite above.
   */
  double levelAt(double margin);

  /** ∫ margin from nothing to this level, USD a year. */
  double costOf(double level);

  /** The same curve at {@code factor} of its size. */
  Curve scaled(double factor);

  /** The same curve with {@code factor} times the margin at each level. */
  default Curve dearer(double factor) {
    return new Dearer(this, factor);
  }

  /** What is left of the curve beyond its first tonnes. */
  default Curve beyond(double level) {
    return new Beyond(this, level);
  }

  /** Tonnes that other blocks make of the whole curve, below where this one starts. */
  default double startsAt() {
    return 0;
  }

  /** Whether its level is nothing in the base year. */
  default boolean startsIdle() {
    return false;
  }

  /** Whether it must run at its level at any margin; where it cannot, the market is infeasible. */
  default boolean mustRun() {
    return false;
  }

  /**
   * What is left of a curve beyond its first tonnes.
   *
   * @param whole the curve
   * @param from tonnes that others make of it
   */
  record Beyond(Curve whole, double from) implements Curve {
    @Override
    public double differenceUsdPerTonne() {
      return whole.differenceUsdPerTonne();
    }

    @Override
    public boolean isFlat() {
      return whole.isFlat();
    }

    @Override
    public double startsAt() {
      return whole.startsAt() + from;
    }

    @Override
    public double scaleTonnes() {
      double left = whole.scaleTonnes() - from;
      return left > 0 ? left : whole.scaleTonnes();
    }

    @Override
    public boolean startsIdle() {
      return whole.startsIdle() || whole.scaleTonnes() <= from;
    }

    @Override
    public double marginAt(double level) {
      return whole.marginAt(from + level);
    }

    @Override
    public double slopeAt(double level, double margin) {
      return whole.slopeAt(from + level, margin);
    }

    @Override
    public double levelAt(double margin) {
      return Math.max(0, whole.levelAt(margin) - from);
    }

    @Override
    public double costOf(double level) {
      return whole.costOf(from + level) - whole.costOf(from);
    }

    @Override
    public Curve scaled(double factor) {
      return new Beyond(whole.scaled(factor), from * factor);
    }
  }

  /**
   * The same levels at {@code factor} times the margin.
   *
   * @param usual the curve
   * @param factor on its margins, above 0
   */
  record Dearer(Curve usual, double factor) implements Curve {
    @Override
    public double differenceUsdPerTonne() {
      return usual.differenceUsdPerTonne();
    }

    @Override
    public boolean isFlat() {
      return usual.isFlat();
    }

    @Override
    public double scaleTonnes() {
      return usual.scaleTonnes();
    }

    @Override
    public double startsAt() {
      return usual.startsAt();
    }

    @Override
    public boolean startsIdle() {
      return usual.startsIdle();
    }

    @Override
    public double marginAt(double level) {
      return factor * usual.marginAt(level);
    }

    @Override
    public double slopeAt(double level, double margin) {
      return factor * usual.slopeAt(level, margin / factor);
    }

    @Override
    public double levelAt(double margin) {
      return usual.levelAt(margin / factor);
    }

    @Override
    public double costOf(double level) {
      return factor * usual.costOf(level);
    }

    @Override
    public Curve scaled(double times) {
      return new Dearer(usual.scaled(times), factor);
    }
  }

  /**
   * Price below which cost and revenue are compared by difference instead of ratio, USD a tonne; 0
   * where cost is positive at every level.
   */
  default double differenceUsdPerTonne() {
    return 0;
  }

  /** Whether the margin is the same at every level, so that it does not determine the level. */
  default boolean isFlat() {
    return false;
  }

  /**
   * y = q0 (v/v0)^ε, and linear to zero below a small share of v0: a power with a small elasticity
   * would keep a mine running for no pay.
   */
  final class Power implements Curve {
    /** Below this share of the base level the slope is held, since it tends to infinity or zero. */
    private static final double LEAST_SHARE = 1e-12;

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
    public Power(
        double scaleTonnes, double marginUsdPerTonne, double elasticity, double shutDownShare) {
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
      double t = level / scaleTonnes;
      if (t < straightShare) {
        return marginUsdPerTonne * shutDownShare / (straightShare * scaleTonnes);
      }
      double least = LEAST_SHARE * scaleTonnes;
      return t < LEAST_SHARE
          ? marginAt(least) / (elasticity * least)
          : margin / (elasticity * level);
    }

    @Override
    public double levelAt(double margin) {
      double share = Math.max(0, margin) / marginUsdPerTonne;
      return scaleTonnes
          * (share < shutDownShare
              ? straightShare * (share / shutDownShare)
              : Powers.of(share, elasticity));
    }

    @Override
    public double costOf(double level) {
      double t = level / scaleTonnes;
      double size = scaleTonnes * marginUsdPerTonne;
      if (t == 0) {
        return 0;
      }
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

    @Override
    public Curve dearer(double factor) {
      return new Power(scaleTonnes, marginUsdPerTonne * factor, elasticity, shutDownShare);
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
    public boolean startsIdle() {
      return true;
    }

    @Override
    public double marginAt(double level) {
      return reservationUsdPerTonne + riseUsdPerTonne * (level / scaleTonnes);
    }

    @Override
    public double slopeAt(double level, double margin) {
      return riseUsdPerTonne / scaleTonnes;
    }

    @Override
    public double levelAt(double margin) {
      return Math.max(0, scaleTonnes * ((margin - reservationUsdPerTonne) / riseUsdPerTonne));
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
   * @param slopeUsdPerTonne rise of the margin a tonne; 0 if every level is made at one margin
   * @param differenceUsdPerTonne as in {@link Curve#differenceUsdPerTonne}
   */
  record Straight(
      double scaleTonnes,
      double interceptUsdPerTonne,
      double slopeUsdPerTonne,
      double differenceUsdPerTonne)
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
    public double levelAt(double margin) {
      double gain = margin - interceptUsdPerTonne;
      return gain > 0 ? gain / slopeUsdPerTonne : 0;
    }

    @Override
    public double costOf(double level) {
      return level * (interceptUsdPerTonne + marginAt(level)) / 2;
    }

    @Override
    public Curve scaled(double factor) {
      return new Straight(
          scaleTonnes * factor,
          interceptUsdPerTonne,
          slopeUsdPerTonne / factor,
          differenceUsdPerTonne);
    }

    @Override
    public boolean isFlat() {
      return slopeUsdPerTonne == 0;
    }
  }

  /**
   * v = a + b/(capacity − y), rising without bound towards capacity.
   *
   * @param a USD a tonne
   * @param b positive
   * @param capacity tonnes, never reached
   * @param differenceUsdPerTonne as in {@link Curve#differenceUsdPerTonne}
   */
  record Barrier(double a, double b, double capacity, double differenceUsdPerTonne)
      implements Curve {
    /** Share of capacity that is kept free while searching. */
    private static final double KEPT_FREE = 1e-12;

    @Override
    public double scaleTonnes() {
      return capacity;
    }

    private double free(double level) {
      return Math.max(capacity - level, KEPT_FREE * capacity);
    }

    @Override
    public double marginAt(double level) {
      return a + b / free(level);
    }

    @Override
    public double slopeAt(double level, double margin) {
      return b / (free(level) * free(level));
    }

    @Override
    public double levelAt(double margin) {
      return margin > marginAt(0) ? capacity - b / (margin - a) : 0;
    }

    @Override
    public double costOf(double level) {
      return a * level + b * StrictMath.log(capacity / free(level));
    }

    @Override
    public Curve scaled(double factor) {
      return new Barrier(a, b * factor, capacity * factor, differenceUsdPerTonne);
    }
  }

  /**
   * The worth of a buyer's tonnes as a negative cost: v = −price (y/quantity)^(1/elasticity).
   *
   * @param quantity at the reference price, tonnes
   * @param price reference price, USD a tonne
   * @param elasticity of use, below 0
   */
  record Worth(double quantity, double price, double elasticity) implements Curve {
    /** Share of the reference quantity below which use is as good as nothing. */
    private static final double NOTHING = 1e-9;

    @Override
    public double scaleTonnes() {
      return quantity;
    }

    @Override
    public double marginAt(double level) {
      return -price * Powers.of(Math.max(level / quantity, NOTHING), 1 / elasticity);
    }

    @Override
    public double slopeAt(double level, double margin) {
      return margin / (elasticity * Math.max(level, NOTHING * quantity));
    }

    @Override
    public double levelAt(double margin) {
      return quantity * Powers.of(Math.max(0, -margin) / price, elasticity);
    }

    @Override
    public double costOf(double level) {
      double power = 1 + 1 / elasticity;
      double share = Math.max(level / quantity, NOTHING);
      return -price
          * quantity
          * (power == 0 ? StrictMath.log(share) : (Powers.of(share, power) - 1) / power);
    }

    @Override
    public Curve scaled(double factor) {
      return new Worth(quantity * factor, price, elasticity);
    }

    @Override
    public double differenceUsdPerTonne() {
      return price;
    }
  }

  /**
   * A fixed level at any margin above −{@link #BEYOND_HELP} times the usual one. Below that nothing
   * is made and the market is infeasible.
   *
   * @param scaleTonnes the level
   * @param differenceUsdPerTonne as in {@link Curve#differenceUsdPerTonne}: its usual margin
   */
  record Constant(double scaleTonnes, double differenceUsdPerTonne) implements Curve {
    @Override
    public double marginAt(double level) {
      return -BEYOND_HELP * differenceUsdPerTonne;
    }

    @Override
    public double slopeAt(double level, double margin) {
      return 0;
    }

    @Override
    public double levelAt(double margin) {
      return margin > marginAt(0) ? Double.POSITIVE_INFINITY : 0;
    }

    /** Zero: its cost is sunk. */
    @Override
    public double costOf(double level) {
      return 0;
    }

    /** Unchanged: it asks for no margin. */
    @Override
    public Curve dearer(double factor) {
      return this;
    }

    @Override
    public Curve beyond(double level) {
      return new Constant(scaleTonnes - level, differenceUsdPerTonne);
    }

    @Override
    public boolean mustRun() {
      return true;
    }

    @Override
    public Curve scaled(double factor) {
      return new Constant(scaleTonnes * factor, differenceUsdPerTonne);
    }

    @Override
    public boolean isFlat() {
      return true;
    }
  }
}
