package org.plimsoll.planner.market;

/** What one kind of use takes at each delivered price. */
sealed interface Demand {
  /** Nothing at any price. */
  Demand NONE = new Elastic(0, 1, 0, Double.POSITIVE_INFINITY, 1);

  /** Tonnes taken at this price. */
  double servedAt(double price);

  /**
   * ∂tonnes/∂ln price, not positive.
   *
   * @param served tonnes taken at this price
   */
  double slopeAt(double price, double served);

  /**
   * Tonnes wanted at this price if there were no choke: what is wanted and not served is unserved.
   */
  double wantedAt(double price);

  /** ∫ tonnes d price from {@code from} to {@code to}, USD a year. */
  double area(double from, double to);

  /** {@code factor} times as much at every price. */
  Demand times(double factor);

  /** More, or less, by these tonnes at the base price, and in proportion at others if elastic. */
  Demand plus(double more);

  /**
   * d0 (ρ/ρ0)^(−η) up to the choke; beyond it (ρ/choke)^(−m) of that is served, so that the
   * backstop has a small slope, no kink in the level and an exact integral.
   *
   * @param tonnes d0, in the base
   * @param basePrice ρ0, USD a tonne
   * @param elasticity η, not negative
   * @param chokePrice USD a tonne
   * @param chokeExponent m, above 1
   */
  record Elastic(
      double tonnes, double basePrice, double elasticity, double chokePrice, double chokeExponent)
      implements Demand {
    @Override
    public double servedAt(double price) {
      double wanted = wantedAt(price);
      return price > chokePrice ? wanted * Powers.of(price / chokePrice, -chokeExponent) : wanted;
    }

    @Override
    public double slopeAt(double price, double served) {
      return -served * (price > chokePrice ? elasticity + chokeExponent : elasticity);
    }

    @Override
    public double wantedAt(double price) {
      return tonnes == 0 ? 0 : tonnes * Powers.of(price / basePrice, -elasticity);
    }

    @Override
    public double area(double from, double to) {
      return areaTo(to) - areaTo(from);
    }

    @Override
    public Elastic times(double factor) {
      return new Elastic(tonnes * factor, basePrice, elasticity, chokePrice, chokeExponent);
    }

    @Override
    public Elastic plus(double more) {
      return new Elastic(
          Math.max(0, tonnes + more), basePrice, elasticity, chokePrice, chokeExponent);
    }

    /** From the choke (or, without one, the base price) to this price. */
    private double areaTo(double price) {
      if (tonnes == 0) {
        return 0;
      }
      double origin = Double.isInfinite(chokePrice) ? basePrice : chokePrice;
      double size = wantedAt(origin) * origin;
      double power = 1 - elasticity - (price > chokePrice ? chokeExponent : 0);
      double ratio = price / origin;
      return Math.abs(power) < 1e-9
          ? size * StrictMath.log(ratio)
          : size * (Powers.of(ratio, power) - 1) / power;
    }
  }

  /**
   * b0 ((1 + s) (ρ/ρ0)^(−η_b) − s): what the base year added to stocks, b0, shrinks as the price
   * rises, and then stocks give out up to s b0, never more. Negative while they give out.
   *
   * @param uptake the first term
   * @param drawnTonnes s b0
   */
  record Stock(Elastic uptake, double drawnTonnes) implements Demand {
    @Override
    public double servedAt(double price) {
      return uptake.servedAt(price) - drawnTonnes;
    }

    @Override
    public double slopeAt(double price, double served) {
      return uptake.slopeAt(price, served + drawnTonnes);
    }

    @Override
    public double wantedAt(double price) {
      return uptake.wantedAt(price) - drawnTonnes;
    }

    @Override
    public double area(double from, double to) {
      return uptake.area(from, to) - drawnTonnes * (to - from);
    }

    @Override
    public Stock times(double factor) {
      return new Stock(uptake.times(factor), drawnTonnes * factor);
    }

    @Override
    public Stock plus(double more) {
      return new Stock(uptake.plus(more), drawnTonnes);
    }
  }

  /**
   * a − bρ while positive, as in the textbook cases.
   *
   * @param intercept a, tonnes
   * @param slope b, tonnes per USD a tonne, positive
   */
  record Straight(double intercept, double slope) implements Demand {
    @Override
    public double servedAt(double price) {
      return Math.max(0, intercept - slope * price);
    }

    @Override
    public double slopeAt(double price, double served) {
      return served > 0 ? -slope * price : 0;
    }

    @Override
    public double wantedAt(double price) {
      return servedAt(price);
    }

    @Override
    public double area(double from, double to) {
      return areaTo(to) - areaTo(from);
    }

    @Override
    public Straight times(double factor) {
      return new Straight(intercept * factor, slope * factor);
    }

    @Override
    public Straight plus(double more) {
      return new Straight(intercept + more, slope);
    }

    private double areaTo(double price) {
      double upTo = Math.min(price, intercept / slope);
      return intercept * upTo - slope * upTo * upTo / 2;
    }
  }
}
