package org.plimsoll.planner.backtest;

import java.util.Arrays;

/**
 * The shape k̂ of the generalised Pareto distribution that the largest importance weights follow,
 * by the estimator of Zhang and Stephens (2009), <i>Technometrics</i> 51, with the weak prior of
 * Vehtari and others (2024), <i>Journal of Machine Learning Research</i> 25. Above 0.7 the weights
 * rest on too few draws.
 */
final class TailShape {
  /** Prior: as many observations of shape one half. */
  private static final double PRIOR = 10;

  private static final int FEWEST = 5;

  private TailShape() {}

  /** k̂ of some weights; infinite of too few. */
  static double of(double[] weights) {
    double[] sorted = weights.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int tail = (int) Math.min(0.2 * n, 3 * Math.sqrt(n));
    if (tail < FEWEST) {
      return Double.POSITIVE_INFINITY;
    }
    double threshold = sorted[n - tail - 1];
    double[] beyond = new double[tail];
    for (int i = 0; i < tail; i++) {
      beyond[i] = sorted[n - tail + i] - threshold;
    }
    return shape(beyond);
  }

  private static double shape(double[] ascending) {
    int n = ascending.length;
    double most = ascending[n - 1];
    double quarter = ascending[(int) Math.floor(n / 4.0 + 0.5) - 1];
    if (!(quarter > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    int points = 20 + (int) Math.floor(Math.sqrt(n));
    double[] theta = new double[points];
    double[] logs = new double[points];
    for (int j = 0; j < points; j++) {
      theta[j] = 1 / most + (1 - Math.sqrt(points / (j + 0.5))) / 3 / quarter;
      double k = mean(ascending, theta[j]);
      logs[j] = n * (StrictMath.log(-theta[j] / k) - k - 1);
    }
    double sum = 0;
    double mean = 0;
    for (int j = 0; j < points; j++) {
      double inverse = 0;
      for (double other : logs) {
        inverse += StrictMath.exp(other - logs[j]);
      }
      sum += 1 / inverse;
      mean += theta[j] / inverse;
    }
    double k = mean(ascending, mean / sum);
    return (n * k + PRIOR / 2) / (n + PRIOR);
  }

  /** Mean of ln(1 − θ x). */
  private static double mean(double[] values, double theta) {
    double sum = 0;
    for (double x : values) {
      sum += StrictMath.log1p(-theta * x);
    }
    return sum / values.length;
  }
}
