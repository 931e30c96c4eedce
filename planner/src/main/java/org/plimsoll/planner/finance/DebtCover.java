package org.plimsoll.planner.finance;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the cash of a project covers its loan.
 *
 * @param balanceUsdMillion owed when operation begins
 * @param serviceUsdMillion paid each year
 * @param dscr debt service cover ratio by year of repayment: cash over service
 * @param minimumDscr the lowest at full output
 * @param averageDscr the mean at full output
 * @param llcr loan life cover ratio: cash of the years of repayment, discounted at the rate of the
 *     loan, over what is owed
 * @param largestUsdMillion the largest loan of this rate and life whose lowest ratio at full output
 *     is the one asked for; 0 if there is none
 */
public record DebtCover(
    double balanceUsdMillion,
    double serviceUsdMillion,
    List<Double> dscr,
    double minimumDscr,
    double averageDscr,
    double llcr,
    double largestUsdMillion) {
  public DebtCover {
    dscr = List.copyOf(dscr);
  }

  /**
   * The cover of a loan by a cash flow.
   *
   * @param askedDscr ratio that a lender asks for
   * @throws IllegalArgumentException if the loan outlives the project
   */
  public static DebtCover of(Debt debt, CashFlow flow, double askedDscr) {
    ProjectTerms terms = flow.terms();
    if (debt.years() > terms.lifeYears()) {
      throw new IllegalArgumentException(
          "the loan runs %d years, but the project produces for %d\nMaybe write a shorter one"
              .formatted(debt.years(), terms.lifeYears()));
    }
    double balance = debt.balanceUsdMillion(terms);
    double service = debt.serviceUsdMillion(terms);
    List<Double> ratios = new ArrayList<>();
    double worth = 0;
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    int full = Math.min(terms.firstFullYear(), debt.years() - 1);
    for (int t = 0; t < debt.years(); t++) {
      double cash = flow.operation().get(t).cfadsUsdMillion();
      ratios.add(cash / service);
      worth += cash / StrictMath.pow(1 + debt.rate(), t + 1);
      if (t >= full) {
        least = Math.min(least, cash);
        sum += cash;
      }
    }
    return new DebtCover(
        balance,
        service,
        ratios,
        least / service,
        sum / (debt.years() - full) / service,
        worth / balance,
        Math.max(0, least / askedDscr * debt.annuity()));
  }
}
