package org.plimsoll.planner.plan;

import java.util.List;
import org.plimsoll.model.provenance.Interval;

/**
 * The range of a number whose logarithm is known with a normal error beside its draws: quantiles of
 * the mixture of the draws' log-normal distributions.
 *
 * <pre>
 *   F(q) = 1/n Σ_i Φ((ln q − ln v_i) / σ)
 * </pre>
 *
 * <p>Nothing is sampled: a draw adds to the mixture by its value alone.
 */
final class LogError {
  /** The share beyond each end. */
  private static final double TAIL = 0.1;

  private static final double MIDDLE = 0.5;

  /** 90th percentile of the standard normal distribution. */
  private static final double NINETIETH = 1.2815515655446004;

  /** Beyond this many standard deviations nothing lies that a tenth of the mixture would show. */
  private static final double FAR = 6;

  private static final int HALVINGS = 100;

  private LogError() {}

  /** By what an 80% interval multiplies and divides. */
  static double factor(double sigma) {
    return StrictMath.exp(NINETIETH * sigma);
  }

  /** The 10th percentile, the median and the 90th percentile of one value with an error. */
  static Interval around(double value, double sigma) {
    double one = value / factor(sigma);
    double other = value * factor(sigma);
    return new Interval(Math.min(one, other), value, Math.max(one, other));
  }

  /**
   * The same of a mixture with equal weights.
   *
   * @param values at least one
   */
  static Interval range(List<Double> values, double sigma) {
    return new Interval(
        quantile(values, sigma, TAIL),
        quantile(values, sigma, MIDDLE),
        quantile(values, sigma, 1 - TAIL));
  }

  private static double quantile(List<Double> values, double sigma, double p) {
    double spread = StrictMath.exp(FAR * sigma);
    double low = 0;
    double high = 0;
    for (double value : values) {
      low = Math.min(low, value * spread);
      high = Math.max(high, value * spread);
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (below(values, sigma, middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The share of the mixture that is no more than this. */
  private static double below(List<Double> values, double sigma, double q) {
    double sum = 0;
    for (double value : values) {
      if (value == 0 || (value > 0) != (q > 0)) {
        sum += value <= q ? 1 : 0;
      } else {
        double share = normal(StrictMath.log(q / value) / sigma);
        sum += value > 0 ? share : 1 - share;
      }
    }
    return sum / values.size();
  }

  /** Φ, by Abramowitz and Stegun 26.2.17: to 7.5e-8. */
  private static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI) * series;
    return z > 0 ? 1 - tail : tail;
  }
}
