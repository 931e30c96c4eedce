package org.plimsoll.planner.market.rows;

import java.util.List;

/**
 * Tonnes that one kind of use takes at each delivered price. Long because every kind stands here,
 * each with its curve, slope and area side by side.
 */
public sealed interface Demand {
  /** Nothing at any price. */
  Use NONE = new Elastic(0, 1, 0, Double.POSITIVE_INFINITY, 1);

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

  /** Whether a high enough price leaves no use. */
  boolean givesWay();

  /** ∫ tonnes d price from {@code from} to {@code to}, USD a year. */
  double area(double from, double to);

  /**
   * d0 (ρ/ρ0)^(−η) up to the choke price; beyond it the share (ρ/choke)^(−m) of that is served. The
   * backstop thus has a small slope, no kink in the level, and an exact integral.
   *
   * @param tonnes d0, in the base
   * @param basePrice ρ0, USD a tonne
   * @param elasticity η, not negative
   * @param chokePrice USD a tonne
   * @param chokeExponent m, above 1
   */
  record Elastic(
      double tonnes, double basePrice, double elasticity, double chokePrice, double chokeExponent)
      implements Use {
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
    public boolean givesWay() {
      return chokePrice < Double.POSITIVE_INFINITY || tonnes == 0;
    }

    @Override
    public double wantedSlopeAt(double price) {
      return -elasticity * wantedAt(price);
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

  /** Final use along a curve, which a measure can scale or shift. */
  sealed interface Use extends Demand {
    /** {@code factor} times as much at every price. */
    Use times(double factor);

    /** Shifted by these tonnes at the base price, and in proportion at other prices. */
    Use plus(double more);

    /** ∂tonnes wanted/∂ln price. */
    double wantedSlopeAt(double price);
  }

  /**
   * Several kinds of use of one elasticity, each with a choke price of its own.
   *
   * @param steps the lowest choke first; of one base price, elasticity and exponent
   */
  record Ladder(List<Elastic> steps) implements Use {
    public Ladder {
      steps = List.copyOf(steps);
    }

    private Elastic first() {
      return steps.getFirst();
    }

    @Override
    public double servedAt(double price) {
      double wanted = wantedAt(price);
      return price > first().chokePrice() ? wanted * servedShare(price) : wanted;
    }

    private double servedShare(double price) {
      double served = 0;
      double all = 0;
      for (Elastic step : steps) {
        all += step.tonnes();
        served += step.tonnes() * kept(step, price);
      }
      return served / all;
    }

    private static double kept(Elastic step, double price) {
      return price > step.chokePrice()
          ? Powers.of(price / step.chokePrice(), -step.chokeExponent())
          : 1;
    }

    @Override
    public double slopeAt(double price, double served) {
      double slope = -served * first().elasticity();
      if (price > first().chokePrice()) {
        for (Elastic step : steps) {
          if (price > step.chokePrice()) {
            slope -= step.servedAt(price) * step.chokeExponent();
          }
        }
      }
      return slope;
    }

    @Override
    public double wantedAt(double price) {
      double tonnes = 0;
      for (Elastic step : steps) {
        tonnes += step.tonnes();
      }
      return tonnes == 0
          ? 0
          : tonnes * Powers.of(price / first().basePrice(), -first().elasticity());
    }

    @Override
    public boolean givesWay() {
      return steps.getLast().givesWay();
    }

    @Override
    public double area(double from, double to) {
      double area = 0;
      for (Elastic step : steps) {
        area += step.area(from, to);
      }
      return area;
    }

    @Override
    public double wantedSlopeAt(double price) {
      return -first().elasticity() * wantedAt(price);
    }

    @Override
    public Ladder times(double factor) {
      return new Ladder(steps.stream().map(step -> step.times(factor)).toList());
    }

    @Override
    public Ladder plus(double more) {
      double tonnes = wantedAt(first().basePrice());
      return times(tonnes > 0 ? Math.max(0, tonnes + more) / tonnes : 1);
    }
  }

  /**
   * Final use less what makers replace of a minor input, n [1 − (ρ/choke)^(−m)]₊: from the choke
   * price on they make do without it, which counts as unserved. Below nothing where final use is
   * less than that.
   *
   * @param use final use of the same buyer
   * @param inputs n, base tonnes that makers need as a minor input
   * @param chokePrice USD a tonne
   * @param exponent m, above 1
   */
  record WithMinorInput(Use use, double inputs, double chokePrice, double exponent) implements Use {
    @Override
    public double servedAt(double price) {
      return use.servedAt(price) - inputs * (1 - kept(price));
    }

    @Override
    public double slopeAt(double price, double served) {
      double slope = use.slopeAt(price, use.servedAt(price));
      return price > chokePrice ? slope - exponent * inputs * kept(price) : slope;
    }

    @Override
    public double wantedAt(double price) {
      return use.wantedAt(price);
    }

    @Override
    public double wantedSlopeAt(double price) {
      return use.wantedSlopeAt(price);
    }

    @Override
    public boolean givesWay() {
      return use.givesWay();
    }

    @Override
    public double area(double from, double to) {
      return use.area(from, to) - replacedTo(to) + replacedTo(from);
    }

    @Override
    public WithMinorInput times(double factor) {
      return new WithMinorInput(use.times(factor), inputs, chokePrice, exponent);
    }

    @Override
    public WithMinorInput plus(double more) {
      return new WithMinorInput(use.plus(more), inputs, chokePrice, exponent);
    }

    private double kept(double price) {
      return price > chokePrice ? Powers.of(price / chokePrice, -exponent) : 1;
    }

    /** Area of what is replaced, from the choke to this price. */
    private double replacedTo(double price) {
      if (price <= chokePrice) {
        return 0;
      }
      double bent = chokePrice * (1 - Powers.of(price / chokePrice, 1 - exponent)) / (exponent - 1);
      return inputs * (price - chokePrice - bent);
    }
  }

  /**
   * b0 ((1 + s) (ρ/ρ0)^(−η_b) − s): base-year additions b0 shrink as the price rises, then stocks
   * give out up to s b0. Negative while they give out.
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
    public boolean givesWay() {
      return uptake.givesWay();
    }
  }

  /**
   * −Z [1 − (ρ/ρ0)^(−κ)]₊: private stocks that come out as the price rises above the base, counted
   * as use below nothing. The area is what holders gain.
   *
   * @param tonnes Z, all that there is
   * @param basePrice ρ0, USD a tonne
   * @param exponent κ, above 0
   */
  record Drawdown(double tonnes, double basePrice, double exponent) implements Demand {
    @Override
    public double servedAt(double price) {
      return tonnes == 0 || price <= basePrice ? 0 : tonnes * (kept(price) - 1);
    }

    @Override
    public double slopeAt(double price, double served) {
      return tonnes == 0 || price <= basePrice ? 0 : -exponent * (tonnes + served);
    }

    @Override
    public double wantedAt(double price) {
      return servedAt(price);
    }

    @Override
    public boolean givesWay() {
      return true;
    }

    @Override
    public double area(double from, double to) {
      return areaTo(to) - areaTo(from);
    }

    private double kept(double price) {
      return Powers.of(price / basePrice, -exponent);
    }

    private double areaTo(double price) {
      if (tonnes == 0 || price <= basePrice) {
        return 0;
      }
      double power = 1 - exponent;
      double kept =
          Math.abs(power) < 1e-9
              ? basePrice * StrictMath.log(price / basePrice)
              : basePrice * (Powers.of(price / basePrice, power) - 1) / power;
      return tonnes * (kept - (price - basePrice));
    }
  }

  /**
   * a − bρ, clipped.
   *
   * @param intercept a, tonnes
   * @param slope b, tonnes per USD a tonne, positive
   * @param least tonnes at any price
   * @param most tonnes at any price, at least {@code least}
   */
  record Straight(double intercept, double slope, double least, double most) implements Demand {
    @Override
    public double servedAt(double price) {
      return Math.max(least, Math.min(most, intercept - slope * price));
    }

    @Override
    public double slopeAt(double price, double served) {
      return served > least && served < most ? -slope * price : 0;
    }

    @Override
    public double wantedAt(double price) {
      return servedAt(price);
    }

    @Override
    public double area(double from, double to) {
      return areaTo(to) - areaTo(from);
    }

    private double areaTo(double price) {
      double full = Math.min(price, (intercept - most) / slope);
      double bent = Math.min(price, (intercept - least) / slope);
      double area = most < Double.POSITIVE_INFINITY ? most * Math.max(0, full) : 0;
      double from = Math.max(0, full);
      if (bent > from) {
        area += (bent - from) * (intercept - slope * (bent + from) / 2);
        from = bent;
      }
      return area + least * Math.max(0, price - from);
    }

    @Override
    public boolean givesWay() {
      return least == 0;
    }
  }

  /**
   * tonnes (ρ/ρ0)^(−η), at most {@code most}, with no choke.
   *
   * @param tonnes at the reference price
   * @param price ρ0, USD a tonne
   * @param elasticity η, above 0
   * @param most largest use, tonnes
   */
  record Power(double tonnes, double price, double elasticity, double most) implements Demand {
    @Override
    public double servedAt(double at) {
      return Math.min(most, tonnes * Powers.of(at / price, -elasticity));
    }

    @Override
    public double slopeAt(double at, double served) {
      return served < most ? -elasticity * served : 0;
    }

    @Override
    public double wantedAt(double at) {
      return servedAt(at);
    }

    @Override
    public double area(double from, double to) {
      double full = price * Powers.of(tonnes / most, 1 / elasticity);
      double flat =
          most < Double.POSITIVE_INFINITY ? most * (Math.min(to, full) - Math.min(from, full)) : 0;
      if (full >= Math.max(from, to)) {
        return flat;
      }
      double low = Math.max(from, full) / price;
      double high = Math.max(to, full) / price;
      double power = 1 - elasticity;
      double bent =
          Math.abs(power) < 1e-9
              ? StrictMath.log(high / low)
              : (Powers.of(high, power) - Powers.of(low, power)) / power;
      return flat + tonnes * price * bent;
    }

    @Override
    public boolean givesWay() {
      return false;
    }
  }

  /** The same tonnes at every price. */
  record Fixed(double tonnes) implements Demand {
    @Override
    public double servedAt(double price) {
      return tonnes;
    }

    @Override
    public double slopeAt(double price, double served) {
      return 0;
    }

    @Override
    public double wantedAt(double price) {
      return tonnes;
    }

    @Override
    public double area(double from, double to) {
      return tonnes * (to - from);
    }

    @Override
    public boolean givesWay() {
      return tonnes == 0;
    }
  }

  /**
   * Two demands of one buyer.
   *
   * @param one a demand
   * @param other another
   */
  record Sum(Demand one, Demand other) implements Demand {
    @Override
    public double servedAt(double price) {
      return one.servedAt(price) + other.servedAt(price);
    }

    @Override
    public double slopeAt(double price, double served) {
      double first = one.servedAt(price);
      return one.slopeAt(price, first) + other.slopeAt(price, served - first);
    }

    @Override
    public double wantedAt(double price) {
      return one.wantedAt(price) + other.wantedAt(price);
    }

    @Override
    public boolean givesWay() {
      return one.givesWay() && other.givesWay();
    }

    @Override
    public double area(double from, double to) {
      return one.area(from, to) + other.area(from, to);
    }
  }

  /**
   * Another demand up to a choke price, constant beyond it, where the backstop serves it.
   *
   * @param use below the choke
   * @param choke USD a tonne
   */
  record UpTo(Demand use, double choke) implements Demand {
    @Override
    public double servedAt(double price) {
      return use.servedAt(Math.min(price, choke));
    }

    @Override
    public double slopeAt(double price, double served) {
      return price < choke ? use.slopeAt(price, served) : 0;
    }

    @Override
    public double wantedAt(double price) {
      return servedAt(price);
    }

    /** No further loss beyond the choke price, which nobody pays. */
    @Override
    public double area(double from, double to) {
      return use.area(Math.min(from, choke), Math.min(to, choke));
    }

    @Override
    public boolean givesWay() {
      return use.givesWay();
    }
  }
}
