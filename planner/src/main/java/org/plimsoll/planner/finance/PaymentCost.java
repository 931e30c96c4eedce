package org.plimsoll.planner.finance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a rule costs whoever pays it, over prices that wander: each year's price is log-normal about
 * its expected one, and the years of a draw hang together as a random walk does.
 *
 * @param years by year of the term
 * @param sum over the term, USD million
 */
public record PaymentCost(List<Spread> years, Spread sum) {
  private static final double MILLION = 1e6;

  public PaymentCost {
    years = List.copyOf(years);
  }

  /**
   * USD million.
   *
   * @param mean over draws
   * @param standardError of the mean
   * @param median half of the draws lie below
   * @param p90 nine draws of ten lie below
   */
  public record Spread(double mean, double standardError, double median, double p90) {
    private static Spread of(double[] draws) {
      double[] sorted = draws.clone();
      Arrays.sort(sorted);
      double mean = 0;
      for (double draw : sorted) {
        mean += draw / sorted.length;
      }
      double squares = 0;
      for (double draw : sorted) {
        squares += (draw - mean) * (draw - mean);
      }
      return new Spread(
          mean,
          StrictMath.sqrt(squares / (sorted.length - 1) / sorted.length),
          sorted[sorted.length / 2],
          sorted[(int) (0.9 * sorted.length)]);
    }
  }

  /**
   * One year of the term.
   *
   * @param expectedUsdPerTonne mean of the price that the rule looks at
   * @param tonnes sold under it
   * @param ahead years from today, by which the price has wandered
   */
  public record Term(double expectedUsdPerTonne, double tonnes, double ahead) {}

  /**
   * The cost by simulation.
   *
   * @param terms in order of time
   * @param volatility standard deviation of the logarithm of the price over a year
   * @param draws how many, at least 2
   * @param seed of the draws
   */
  public static PaymentCost simulate(
      PaymentRule rule, List<Term> terms, double volatility, int draws, long seed) {
    double[][] paid = new double[terms.size()][draws];
    double[] sums = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      double walk = 0;
      double ahead = 0;
      for (int year = 0; year < terms.size(); year++) {
        Term term = terms.get(year);
        walk +=
            StrictMath.sqrt(Math.max(0, term.ahead() - ahead))
                * LogNormal.standardNormal(seed, draw, year);
        ahead = Math.max(ahead, term.ahead());
        double price =
            term.expectedUsdPerTonne()
                * StrictMath.exp(volatility * walk - volatility * volatility * ahead / 2);
        paid[year][draw] = rule.toMakerUsd(price, term.tonnes()) / MILLION;
        sums[draw] += paid[year][draw];
      }
    }
    List<Spread> years = new ArrayList<>();
    for (double[] year : paid) {
      years.add(Spread.of(year));
    }
    return new PaymentCost(years, Spread.of(sums));
  }
}
