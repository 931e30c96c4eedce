package org.plimsoll.planner.finance;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Value, rate of return, payback and required price of a cash flow. Year 0 is not discounted. */
public final class Returns {
  /** Rates of return are sought between losing nearly all in a year and this. */
  private static final double HIGHEST_RATE = 10;

  private static final double LOWEST_RATE = -0.99;

  private Returns() {}

  /**
   * Net present value, in the unit of the flows.
   *
   * @param rate of discount a year, above −1
   */
  public static double npv(double[] flows, double rate) {
    double value = 0;
    for (int t = flows.length - 1; t >= 0; t--) {
      value = flows[t] + value / (1 + rate);
    }
    return value;
  }

  /**
   * Internal rate of return: the rate at which the value is 0. Empty where the flows never turn, or
   * where it would lie outside (−99%, 1000%).
   */
  public static OptionalDouble irr(double[] flows) {
    return Bisection.root(rate -> npv(flows, rate), LOWEST_RATE, HIGHEST_RATE);
  }

  /**
   * Years from the first of operation until what was spent is back, undiscounted, within a year in
   * proportion. Empty if it never is.
   */
  public static OptionalDouble payback(CashFlow flow) {
    double left = 0;
    int construction = flow.terms().constructionYears();
    for (CashFlow.Year year : flow.years()) {
      double net = year.netUsdMillion();
      if (year.year() >= construction && left < 0 && left + net >= 0) {
        return OptionalDouble.of(year.year() - construction - left / net);
      }
      left += net;
    }
    return OptionalDouble.empty();
  }

  /**
   * Required price: the one that, paid in every year, gives a value of 0 at {@code rate}, USD a
   * tonne.
   */
  public static double requiredPrice(ProjectTerms terms, double rate) {
    DoubleUnaryOperator value = usd -> npv(CashFlow.at(terms, usd).netUsdMillion(), rate);
    double low = Math.min(0, terms.operatingUsdPerTonne());
    double high = Math.max(1, terms.operatingUsdPerTonne());
    while (value.applyAsDouble(low) > 0) {
      low = 2 * low - 1;
    }
    while (value.applyAsDouble(high) < 0) {
      high = 2 * high;
    }
    return Bisection.root(value, low, high).orElseThrow();
  }

  /**
   * What capital costs a year: the annuity that pays it back with interest.
   *
   * @param capital in any money
   * @param rate of return a year, at least 0
   * @param years of life
   */
  public static double capitalCharge(double capital, double rate, double years) {
    return rate == 0 ? capital / years : capital * rate / (1 - StrictMath.pow(1 + rate, -years));
  }
}
