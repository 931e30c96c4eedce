package org.plimsoll.planner.floors;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The least place at which a curve reaches 0 from below. The curve need not be monotone: it is
 * sampled at nine levels in equal ratios first, and where it only comes near 0 between them its
 * peak is looked for; the first bracket is closed by Brent's method.
 */
public final class RootSearch {
  /** Levels at which the curve is looked at before anything else. */
  public static final int LEVELS = 9;

  /** A root is closed in to this share of its place. */
  static final double TOLERANCE = 1e-4;

  private static final int MOST_STEPS = 60;
  private static final double GOLDEN = (3 - StrictMath.sqrt(5)) / 2;

  /** A curve; empty where it has no value, which counts as not reached. */
  public interface Curve {
    OptionalDouble at(double place);
  }

  /** What came of a search. */
  public sealed interface Found {
    /**
     * Reached.
     *
     * @param place where the curve is 0, or the lowest level if it is reached there already
     * @param isReachedAtOnce whether it is at or above 0 at the lowest level
     */
    record Reached(double place, boolean isReachedAtOnce) implements Found {}

    /**
     * Reached nowhere.
     *
     * @param best where the curve came nearest to 0
     * @param gap its value there, below 0; empty if it has a value nowhere
     */
    record Nowhere(double best, OptionalDouble gap) implements Found {}
  }

  private record Point(double place, double value) {}

  private final Curve curve;

  private RootSearch(Curve curve) {
    this.curve = curve;
  }

  /**
   * Searches between two places.
   *
   * @param from above 0
   * @param to above {@code from}
   * @throws IllegalArgumentException if they are in another order
   */
  public static Found between(double from, double to, Curve curve) {
    if (!(from > 0 && to > from)) {
      throw new IllegalArgumentException(
          "a search goes from above 0 to something larger, but not from %s to %s"
                  .formatted(from, to)
              + "\nMaybe exchange the two");
    }
    return new RootSearch(curve).search(levels(from, to));
  }

  /** Nine levels in equal ratios, both ends included. */
  public static List<Double> levels(double from, double to) {
    List<Double> levels = new ArrayList<>();
    for (int i = 0; i < LEVELS; i++) {
      levels.add(
          i + 1 == LEVELS ? to : from * StrictMath.pow(to / from, (double) i / (LEVELS - 1)));
    }
    return levels;
  }

  private Found search(List<Double> levels) {
    List<Point> seen = new ArrayList<>();
    for (double level : levels) {
      Point point = at(level);
      if (point.value >= 0 && seen.isEmpty()) {
        return new Found.Reached(level, true);
      }
      seen.add(point);
      if (point.value >= 0) {
        break;
      }
    }
    List<Point> peaks = new ArrayList<>();
    for (int i = 1; i < seen.size(); i++) {
      Point below = seen.get(i - 1);
      Point here = seen.get(i);
      if (here.value >= 0) {
        return brent(below, here);
      }
      boolean isPeak = below.value > here.value && (i < 2 || below.value > seen.get(i - 2).value);
      if (isPeak) {
        Point left = i < 2 ? below : seen.get(i - 2);
        Point peak = peak(left, below, here);
        peaks.add(peak);
        if (peak.value >= 0) {
          return brent(left, peak);
        }
      }
    }
    peaks.addAll(seen);
    Point best = peaks.getFirst();
    for (Point point : peaks) {
      best = point.value > best.value ? point : best;
    }
    return new Found.Nowhere(
        best.place,
        best.value > Double.NEGATIVE_INFINITY
            ? OptionalDouble.of(best.value)
            : OptionalDouble.empty());
  }

  private Point at(double place) {
    return new Point(place, curve.at(place).orElse(Double.NEGATIVE_INFINITY));
  }

  /** The highest place found between two, by golden sections; the first that is at or above 0. */
  private Point peak(Point left, Point middle, Point right) {
    double low = left.place;
    double high = right.place;
    Point best = middle;
    for (int n = 0; n < MOST_STEPS && high - low > TOLERANCE * best.place; n++) {
      boolean isAbove = high - best.place > best.place - low;
      double place = best.place + GOLDEN * (isAbove ? high - best.place : low - best.place);
      Point point = at(place);
      if (point.value >= 0) {
        return point;
      }
      if (point.value > best.value) {
        low = isAbove ? best.place : low;
        high = isAbove ? high : best.place;
        best = point;
      } else {
        low = isAbove ? low : place;
        high = isAbove ? place : high;
      }
    }
    return best;
  }

  /**
   * Brent's method on a bracket: inverse quadratic interpolation where it converges, else halving.
   * The place returned is the end at or above 0.
   */
  private Found brent(Point below, Point above) {
    if (below.value == Double.NEGATIVE_INFINITY) {
      return halve(below, above);
    }
    Point a = below;
    Point b = above;
    Point c = below;
    double step = b.place - a.place;
    double last = step;
    for (int n = 0; n < MOST_STEPS; n++) {
      if (b.value >= 0 == c.value >= 0) {
        c = a;
        step = b.place - a.place;
        last = step;
      }
      if (Math.abs(c.value) < Math.abs(b.value)) {
        a = b;
        b = c;
        c = a;
      }
      double near = 0.5 * TOLERANCE * Math.abs(b.place);
      double half = 0.5 * (c.place - b.place);
      if (Math.abs(half) <= near || b.value == 0) {
        break;
      }
      double next = half;
      if (Math.abs(last) >= near && Math.abs(a.value) > Math.abs(b.value)) {
        next = interpolated(a, b, c, half, last, near);
      }
      last = next == half ? half : step;
      step = next;
      a = b;
      b = at(b.place + (Math.abs(step) > near ? step : Math.copySign(near, half)));
      if (b.value == Double.NEGATIVE_INFINITY) {
        return halve(b, above);
      }
    }
    return new Found.Reached(b.value >= 0 ? b.place : c.place, false);
  }

  /** The step by interpolation, or half of the bracket where that is not to be trusted. */
  private static double interpolated(
      Point a, Point b, Point c, double half, double last, double near) {
    double s = b.value / a.value;
    double p;
    double q;
    if (a.place == c.place) {
      p = 2 * half * s;
      q = 1 - s;
    } else {
      double r = b.value / c.value;
      double t = a.value / c.value;
      p = s * (2 * half * t * (t - r) - (b.place - a.place) * (r - 1));
      q = (t - 1) * (r - 1) * (s - 1);
    }
    q = p > 0 ? -q : q;
    p = Math.abs(p);
    return 2 * p < Math.min(3 * half * q - Math.abs(near * q), Math.abs(last * q)) ? p / q : half;
  }

  private Found halve(Point below, Point above) {
    Point low = below;
    Point high = above;
    for (int n = 0;
        n < MOST_STEPS && Math.abs(high.place - low.place) > TOLERANCE * high.place;
        n++) {
      Point middle = at((low.place + high.place) / 2);
      if (middle.value >= 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new Found.Reached(high.place, false);
  }
}
