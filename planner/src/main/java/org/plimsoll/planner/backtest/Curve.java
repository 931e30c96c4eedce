package org.plimsoll.planner.backtest;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * The curve without theory, R = a s^b, that says of a shock no more than the share lost: what a
 * model has to beat.
 *
 * @param lnScale ln a
 * @param exponent b
 */
public record Curve(double lnScale, double exponent) {
  /** Shares below this are no loss that a power could tell from none. */
  private static final double LEAST_SHARE = 0.01;

  /** ln R at a share lost. */
  public double at(double share) {
    return lnScale + exponent * lnShare(share);
  }

  private static double lnShare(double share) {
    return StrictMath.log(Math.max(LEAST_SHARE, share));
  }

  /**
   * Least squares of ln R on ln s.
   *
   * @param weight of an item
   */
  static <T> Curve fit(
      Collection<T> items,
      ToDoubleFunction<T> weight,
      ToDoubleFunction<T> share,
      ToDoubleFunction<T> lnMultiple) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (T item : items) {
      double w = weight.applyAsDouble(item);
      double lnShare = lnShare(share.applyAsDouble(item));
      double lnR = lnMultiple.applyAsDouble(item);
      n += w;
      x += w * lnShare;
      y += w * lnR;
      xx += w * lnShare * lnShare;
      xy += w * lnShare * lnR;
    }
    double spread = n * xx - x * x;
    double exponent = spread > 0 ? (n * xy - x * y) / spread : 0;
    return new Curve((y - exponent * x) / n, exponent);
  }
}
