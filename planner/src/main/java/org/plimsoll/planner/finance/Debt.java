package org.plimsoll.planner.finance;

/**
 * A loan, drawn in step with construction and paid back with interest in equal sums over the first
 * years of operation. Interest during construction is added to it.
 *
 * @param share of the capital that is borrowed, in (0, 1]
 * @param rate of interest a year, in money of one year as all flows are
 * @param years of repayment
 */
public record Debt(double share, double rate, int years) {
  public Debt {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "a loan is a share of the capital in (0, 1], but is " + share);
    }
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("interest must lie in [0, 1), but is " + rate);
    }
    if (years < 1) {
      throw new IllegalArgumentException("a loan runs a year at least, but runs " + years);
    }
  }

  /** What is owed when operation begins, USD million. */
  public double balanceUsdMillion(ProjectTerms terms) {
    double drawn = share * terms.capitalUsdMillion() / terms.constructionYears();
    double balance = 0;
    for (int i = 0; i < terms.constructionYears(); i++) {
      balance = balance * (1 + rate) + drawn;
    }
    return balance;
  }

  /** What is paid each year of repayment, USD million. */
  public double serviceUsdMillion(ProjectTerms terms) {
    return balanceUsdMillion(terms) / annuity();
  }

  /** What a payment of 1 a year is worth when operation begins. */
  double annuity() {
    return rate == 0 ? years : (1 - StrictMath.pow(1 + rate, -years)) / rate;
  }
}
