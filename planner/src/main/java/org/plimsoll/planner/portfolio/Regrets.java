package org.plimsoll.planner.portfolio;

import java.util.List;

/** How a set does against others, draw by draw. */
final class Regrets {
  private Regrets() {}

  /**
   * Mean, worst and largest regret of one set: in each draw, how much the best set is worth more.
   *
   * @param values of every set by draw; NaN where a set has none, and then that draw is left out of
   *     what is said of it
   * @param of number of the set
   */
  static Portfolio.Regret of(double chance, List<double[]> values, int of) {
    double sum = 0;
    double worst = Double.POSITIVE_INFINITY;
    double regret = 0;
    int draws = 0;
    double[] its = values.get(of);
    for (int d = 0; d < its.length; d++) {
      if (!Double.isNaN(its[d])) {
        double best = its[d];
        for (double[] other : values) {
          best = Double.isNaN(other[d]) ? best : Math.max(best, other[d]);
        }
        sum += its[d];
        worst = Math.min(worst, its[d]);
        regret = Math.max(regret, best - its[d]);
        draws++;
      }
    }
    return new Portfolio.Regret(
        chance,
        draws == 0 ? 0 : sum / draws,
        draws == 0 ? 0 : worst,
        draws == 0 ? Double.POSITIVE_INFINITY : regret,
        draws);
  }
}
