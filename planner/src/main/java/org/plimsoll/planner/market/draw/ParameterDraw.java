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
      new ParameterDraw(true, new Nth(0, 0), new Nth(0, 0), ParameterPoint.NONE, Optional.empty());

  /** The name of figures that measures state themselves. */
  private static final String MEASURE = "measure";

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final boolean central;
  private final Nth parameters;

  /** Of what measures state themselves. */
  private final Nth measures;

  private final ParameterPoint point;

  /** Receives each figure when its value is asked for. */
  private final Optional<Map<Figure, Interval>> asked;

  private ParameterDraw(
      boolean central,
      Nth parameters,
      Nth measures,
      ParameterPoint point,
      Optional<Map<Figure, Interval>> asked) {
    this.central = central;
    this.parameters = parameters;
    this.measures = measures;
    this.point = point;
    this.asked = asked;
  }

  /** Of a draw: the seed and the place in its sequence. */
  private record Nth(long seed, long index) {}

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
    Nth number = new Nth(seed, index);
    return new ParameterDraw(false, number, number, ParameterPoint.NONE, Optional.empty());
  }

  /** One of so many things, by a seed and a number. */
  public static int pick(long seed, long index, int count) {
    return (int) Math.floorMod(mix(mix(seed + GOLDEN_GAMMA) ^ index), (long) count);
  }

  /** The same draw, where what measures state themselves is that of another. */
  public ParameterDraw withMeasuresOf(long seed, long index) {
    return new ParameterDraw(central, parameters, new Nth(seed, index), point, asked);
  }

  /** The same draw where these figures have these values. */
  public ParameterDraw at(ParameterPoint its) {
    return new ParameterDraw(central, parameters, measures, its, Optional.empty());
  }

  /** The same draw with one figure at another value. */
  public ParameterDraw with(Figure figure, double value) {
    return at(point.with(figure, value));
  }

  /** The same draw, recording every figure that is asked for. */
  public ParameterDraw writing(Map<Figure, Interval> into) {
    return new ParameterDraw(central, parameters, measures, point, Optional.of(into));
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
    Nth number = name.equals(MEASURE) ? measures : parameters;
    long hash = mix(number.seed() + GOLDEN_GAMMA);
    hash = mix(hash ^ number.index());
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
