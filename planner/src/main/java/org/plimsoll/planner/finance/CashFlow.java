package org.plimsoll.planner.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The years of a project: first those of construction, then those of operation.
 *
 * @param terms of the project
 * @param years in order; year 0 is the first of construction
 */
public record CashFlow(ProjectTerms terms, List<Year> years) {
  private static final double MILLION = 1e6;

  public CashFlow {
    years = List.copyOf(years);
  }

  /**
   * One year, USD million but where a name says otherwise.
   *
   * @param year from 0, the first of construction
   * @param tonnes sold
   * @param priceUsdPerTonne what the market pays; 0 during construction
   * @param paymentUsdMillion what a contract adds, or takes if below 0
   * @param revenueUsdMillion of the market and the contract
   * @param operatingUsdMillion cash cost
   * @param sustainingUsdMillion capital that keeps it running
   * @param taxUsdMillion paid
   * @param capitalUsdMillion spent on construction
   */
  public record Year(
      int year,
      double tonnes,
      double priceUsdPerTonne,
      double paymentUsdMillion,
      double revenueUsdMillion,
      double operatingUsdMillion,
      double sustainingUsdMillion,
      double taxUsdMillion,
      double capitalUsdMillion) {
    /** Earnings before interest, tax, depreciation and amortisation. */
    public double ebitdaUsdMillion() {
      return revenueUsdMillion - operatingUsdMillion;
    }

    /** Cash flow available for debt service. */
    public double cfadsUsdMillion() {
      return ebitdaUsdMillion() - sustainingUsdMillion - taxUsdMillion;
    }

    /** What is left for those who put the capital in, before any loan. */
    public double netUsdMillion() {
      return cfadsUsdMillion() - capitalUsdMillion;
    }
  }

  /** The cash flow at one price in every year. */
  public static CashFlow at(ProjectTerms terms, double usdPerTonne) {
    return of(terms, year -> usdPerTonne, year -> 0);
  }

  /**
   * The cash flow at prices by year.
   *
   * @param usdPerTonne price in each year of operation, from 0 on
   * @param paymentUsdMillion what a contract adds in each year of operation, from 0 on
   */
  public static CashFlow of(
      ProjectTerms terms, IntToDoubleFunction usdPerTonne, IntToDoubleFunction paymentUsdMillion) {
    List<Year> years = new ArrayList<>();
    for (int i = 0; i < terms.constructionYears(); i++) {
      double spent = terms.capitalUsdMillion() / terms.constructionYears();
      years.add(new Year(i, 0, 0, 0, 0, 0, 0, 0, spent));
    }
    for (int t = 0; t < terms.lifeYears(); t++) {
      years.add(
          operating(terms, t, usdPerTonne.applyAsDouble(t), paymentUsdMillion.applyAsDouble(t)));
    }
    return new CashFlow(terms, years);
  }

  private static Year operating(
      ProjectTerms terms, int t, double usdPerTonne, double paymentUsdMillion) {
    double tonnes = terms.tonnesPerYear() * terms.utilisation(t);
    double revenue = tonnes * usdPerTonne / MILLION + paymentUsdMillion;
    double operating = tonnes * terms.operatingUsdPerTonne() / MILLION;
    double depreciation =
        t < terms.depreciationYears() ? terms.capitalUsdMillion() / terms.depreciationYears() : 0;
    return new Year(
        terms.constructionYears() + t,
        tonnes,
        usdPerTonne,
        paymentUsdMillion,
        revenue,
        operating,
        terms.sustainingShare() * terms.capitalUsdMillion(),
        terms.taxRate() * Math.max(0, revenue - operating - depreciation),
        0);
  }

  /** The years of operation. */
  public List<Year> operation() {
    return years.subList(terms.constructionYears(), years.size());
  }

  /** A year at full output: the first. */
  public Year fullYear() {
    return operation().get(terms.firstFullYear());
  }

  /** Net cash by year, USD million. */
  public double[] netUsdMillion() {
    return years.stream().mapToDouble(Year::netUsdMillion).toArray();
  }
}
