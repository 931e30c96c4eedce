package org.plimsoll.planner.market.draw;

import java.util.function.ToDoubleFunction;
import org.plimsoll.model.policy.Scenario;

/**
 * What the months that markets have, T, make of figures of a year.
 *
 * <p>Elasticities between one year and five, by partial adjustment (Nerlove 1958). Each year adds q
 * times what the year before added, e_n = e_1 (1 − q^n)/(1 − q), with q such that the fifth year
 * ends at e_5. Where e_5 is below e_1 or above five times it, the path is linear; the two rules
 * agree at both limits. Within the first year they are those of one year.
 */
public final class Adjustment {
  private static final int LAST = 5;
  private static final double YEAR = 12;
  private static final double DAYS = 30;
  private static final int HALVINGS = 60;

  /** Distance of q from 1 within which the sum is n. */
  private static final double NEARLY = 1e-9;

  /** Months for which fear is whole, and months in which 63% of it wears off. */
  private static final double FEAR_LASTS = 3;

  private static final double FEAR_FADES = 9;

  /** Months of new routes where a new source takes longer than that: some users have one. */
  private static final double QUALIFIED = 1;

  private final double years;
  private final double months;

  public Adjustment(Scenario.Horizon horizon) {
    this(horizon.months());
  }

  private Adjustment(double months) {
    this.months = months;
    years = Math.max(1, months / YEAR);
  }

  /** What so many months make of figures of a year. */
  public static Adjustment ofMonths(double months) {
    return new Adjustment(months);
  }

  /** Headroom that can be brought into use: h min(1, T/12). */
  public double headroom(double share) {
    return share * Math.min(1, months / YEAR);
  }

  /** Slope of new routes that are open for T − L of the months: slope × 12/(T − L). */
  public double routeSlope(double slope, double qualificationMonths) {
    double open = Math.min(months, Math.max(QUALIFIED, months - qualificationMonths));
    return slope * YEAR / open;
  }

  /** A stock as a share of the use of T: its days over those of T. */
  public double stockShare(double days) {
    return days / (DAYS * months);
  }

  /** λ (1 − e^(−T/τ)). */
  public double leakShare(double share, double lagMonths) {
    return share * -StrictMath.expm1(-months / lagMonths);
  }

  /** β γ(T), γ(T) = (1/T) ∫ e^(−(t − 3)₊/9) dt over 0 to T. */
  public double hoardingShare(double share) {
    double fading = Math.max(0, months - FEAR_LASTS);
    double whole = months - fading;
    return share * (whole - FEAR_FADES * StrictMath.expm1(-fading / FEAR_FADES)) / months;
  }

  /** The elasticity at the horizon; the one that does not matter is not asked for. */
  public double at(
      MarketParameter oneYear, MarketParameter fiveYears, ToDoubleFunction<MarketParameter> value) {
    if (years == 1) {
      return value.applyAsDouble(oneYear);
    }
    if (years == LAST) {
      return value.applyAsDouble(fiveYears);
    }
    return between(value.applyAsDouble(oneYear), value.applyAsDouble(fiveYears), years);
  }

  static double between(double first, double last, double years) {
    double ratio = last / first;
    if (!(ratio > 1 && ratio < LAST)) {
      return first + (years - 1) * (last - first) / (LAST - 1);
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (sum(middle, LAST) < ratio) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return first * sum(low, years);
  }

  /** 1 + q + … + q^(n−1), also between whole years. */
  private static double sum(double q, double n) {
    return 1 - q < NEARLY ? n : (1 - StrictMath.pow(q, n)) / (1 - q);
  }
}
