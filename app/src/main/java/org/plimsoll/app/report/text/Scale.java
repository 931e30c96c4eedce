package org.plimsoll.app.report.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A straight or logarithmic axis: from values to places on the page.
 *
 * @param low value at {@code start}
 * @param high value at {@code end}, above {@code low}
 * @param start coordinate, units of the drawing
 * @param end coordinate, units of the drawing
 * @param isLog whether equal steps are equal ratios
 */
public record Scale(double low, double high, double start, double end, boolean isLog) {
  public Scale {
    if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException("an axis needs low < high, but is " + low + ", " + high);
    }
    if (isLog && low <= 0) {
      throw new IllegalArgumentException(
          "a logarithmic axis needs values above 0, but starts at " + low);
    }
  }

  /** The place of a value. */
  public double at(double value) {
    double share =
        isLog
            ? StrictMath.log(value / low) / StrictMath.log(high / low)
            : (value - low) / (high - low);
    return start + share * (end - start);
  }

  /** Round values inside the axis: about {@code count} of them, or 1, 2, 5 a decade. */
  public List<Double> ticks(int count) {
    // Within a decade, round steps say more than its one or two powers.
    return isLog && high / low > 10 ? logTicks(count) : linearTicks(count);
  }

  private List<Double> linearTicks(int count) {
    double step = roundStep((high - low) / count);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) StrictMath.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private List<Double> logTicks(int count) {
    List<Double> ticks = new ArrayList<>();
    double decades = StrictMath.log10(high / low);
    double[] digits = decades * 3 <= count ? new double[] {1, 2, 5} : new double[] {1};
    int first = (int) StrictMath.floor(StrictMath.log10(low));
    int last = (int) StrictMath.ceil(StrictMath.log10(high));
    for (int exponent = first; exponent <= last; exponent++) {
      for (double digit : digits) {
        double tick = digit * StrictMath.pow(10, exponent);
        if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** The smallest of 1, 2, 5 × a power of ten that is at least {@code rough}. */
  public static double roundStep(double rough) {
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(rough)));
    for (double digit : new double[] {1, 2, 5}) {
      if (digit * power >= rough * (1 - 1e-9)) {
        return digit * power;
      }
    }
    return 10 * power;
  }
}
