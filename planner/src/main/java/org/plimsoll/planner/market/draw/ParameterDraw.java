package org.plimsoll.planner.market.draw;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.plimsoll.model.provenance.Interval;

/**
 * Which value of each interval is used: every central value, or one numbered draw.
 *
 * <p>Draw i depends on the seed and on i alone. Each parameter, known by its name and scope, has a
 * quantile of its own, hashed from seed, i, name and scope, so that adding a parameter moves no
 * other and no order of asking matters.
 */
public final class ParameterDraw {
  private static final ParameterDraw CENTRAL =
      new ParameterDraw(true, 0, 0, ParameterPoint.NONE, Optional.empty());
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final boolean central;
  private final long seed;
  private final long index;
  private final ParameterPoint point;

  /** Receives each figure when its value is asked for. */
  private final Optional<Map<Figure, Interval>> asked;

  private ParameterDraw(
      boolean central,
      long seed,
      long index,
      ParameterPoint point,
      Optional<Map<Figure, Interval>> asked) {
    this.central = central;
    this.seed = seed;
    this.index = index;
    this.point = point;
    this.asked = asked;
  }

  /**
   * A figure of the model, as it is drawn.
   *
   * @param name of the parameter, or {@code measure} for a measure's own figure
   * @param scope of the row that holds it, or the measure's id and field
   */
  public record Figure(String name, String scope) implements Comparable<Figure> {
    @Override
    public int compareTo(Figure other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : scope.compareTo(other.scope);
    }
  }

  /** Every interval at its central value. */
  public static ParameterDraw central() {
    return CENTRAL;
  }

  /** Draw {@code index} of the ensemble with this seed. */
  public static ParameterDraw of(long seed, long index) {
    return new ParameterDraw(false, seed, index, ParameterPoint.NONE, Optional.empty());
  }

  /** The same draw where these figures have these values. */
  public ParameterDraw at(ParameterPoint its) {
    return new ParameterDraw(central, seed, index, its, Optional.empty());
  }

  /** The same draw with one figure at another value. */
  public ParameterDraw with(Figure figure, double value) {
    return at(point.with(figure, value));
  }

  /** The same draw, recording every figure that is asked for. */
  public ParameterDraw writing(Map<Figure, Interval> into) {
    return new ParameterDraw(central, seed, index, point, Optional.of(into));
  }

  /** The values of figures in this draw. */
  public ParameterPoint pointOf(Map<Figure, Interval> figures) {
    TreeMap<Figure, Double> values = new TreeMap<>();
    figures.forEach(
        (figure, range) -> values.put(figure, value(figure.name(), figure.scope(), range)));
    return ParameterPoint.of(values);
  }

  /**
   * The value of an interval.
   *
   * @param name of the parameter, or {@code measure} for a measure's own figure
   * @param scope of the row that holds it, or the measure's id
   */
  public double value(String name, String scope, Interval interval) {
    if (!point.isEmpty() || asked.isPresent()) {
      Figure figure = new Figure(name, scope);
      asked.ifPresent(into -> into.put(figure, interval));
      OptionalDouble held = point.find(figure);
      if (held.isPresent()) {
        return held.getAsDouble();
      }
    }
    return central ? interval.central() : interval.quantile(uniform(name, scope));
  }

  /** A number in [0, 1) with 53 random bits. */
  private double uniform(String name, String scope) {
    long hash = mix(seed + GOLDEN_GAMMA);
    hash = mix(hash ^ index);
    hash = mix(hash ^ hash(name));
    hash = mix(hash ^ hash(scope));
    return (hash >>> 11) * 0x1.0p-53;
  }

  /** FNV-1a over the characters: String.hashCode has too few bits. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
