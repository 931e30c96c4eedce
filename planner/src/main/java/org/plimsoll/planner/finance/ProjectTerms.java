package org.plimsoll.planner.finance;

import java.util.List;

/**
 * What the cash flow of a project is made of, in money of one year.
 *
 * @param tonnesPerYear sold at full output
 * @param capitalUsdMillion to build it, spent evenly over the years of construction
 * @param operatingUsdPerTonne cash cost of a tonne
 * @param sustainingShare capital that keeps it running, a year, as a share of the capital
 * @param constructionYears before the first tonne
 * @param ramp share of full output in each of the first years; full after them
 * @param lifeYears in which it produces
 * @param taxRate on what is left after depreciation; no loss is carried forward
 * @param depreciationYears over which the capital is written off, the same amount each year
 */
public record ProjectTerms(
    double tonnesPerYear,
    double capitalUsdMillion,
    double operatingUsdPerTonne,
    double sustainingShare,
    int constructionYears,
    List<Double> ramp,
    int lifeYears,
    double taxRate,
    int depreciationYears) {
  public ProjectTerms {
    ramp = List.copyOf(ramp);
    require(tonnesPerYear > 0, "tonnes a year", tonnesPerYear);
    require(capitalUsdMillion > 0, "capital", capitalUsdMillion);
    require(Double.isFinite(operatingUsdPerTonne), "operating cost", operatingUsdPerTonne);
    require(sustainingShare >= 0 && sustainingShare < 1, "sustaining share", sustainingShare);
    require(constructionYears >= 1, "years of construction", constructionYears);
    require(lifeYears >= 1, "years of life", lifeYears);
    require(taxRate >= 0 && taxRate < 1, "rate of tax", taxRate);
    require(depreciationYears >= 1, "years of depreciation", depreciationYears);
    for (double share : ramp) {
      require(share >= 0 && share <= 1, "share of output while it ramps up", share);
    }
  }

  private static void require(boolean isRight, String what, double value) {
    if (!isRight) {
      throw new IllegalArgumentException("a project cannot have the " + what + " " + value);
    }
  }

  /** Share of full output in a year of operation, from 0 on. */
  public double utilisation(int year) {
    return year < ramp.size() ? ramp.get(year) : 1;
  }

  /** The first year of operation at full output, from 0 on. */
  public int firstFullYear() {
    return Math.min(ramp.size(), lifeYears - 1);
  }

  /** The same project in a state that taxes nothing. */
  public ProjectTerms withoutTax() {
    return new ProjectTerms(
        tonnesPerYear,
        capitalUsdMillion,
        operatingUsdPerTonne,
        sustainingShare,
        constructionYears,
        ramp,
        lifeYears,
        0,
        depreciationYears);
  }
}
