package org.plimsoll.planner.market.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.planner.market.draw.ParameterDraw.Figure;

/**
 * Values of some figures, by name and scope: a map and, in its order, a vector. It is how a
 * parameter is moved; figures that it does not hold have the value of the draw ({@link
 * ParameterDraw#at}).
 */
public final class ParameterPoint {
  /** No figure at all. */
  public static final ParameterPoint NONE = new ParameterPoint(Collections.emptySortedMap());

  private final SortedMap<Figure, Double> values;

  private ParameterPoint(SortedMap<Figure, Double> values) {
    this.values = new TreeMap<>(values);
  }

  /** A point with these values. */
  public static ParameterPoint of(Map<Figure, Double> values) {
    return new ParameterPoint(new TreeMap<>(values));
  }

  /** The same point with another value of one figure, which it need not have held. */
  public ParameterPoint with(Figure figure, double value) {
    TreeMap<Figure, Double> changed = new TreeMap<>(values);
    changed.put(figure, value);
    return new ParameterPoint(changed);
  }

  /**
   * The same figures with other values.
   *
   * @param vector in the order of {@link #listFigures}
   * @throws IllegalArgumentException if it has another length
   */
  public ParameterPoint withVector(double[] vector) {
    if (vector.length != values.size()) {
      throw new IllegalArgumentException(
          "a vector of %d values for %d figures".formatted(vector.length, values.size()));
    }
    TreeMap<Figure, Double> changed = new TreeMap<>();
    for (Figure figure : values.keySet()) {
      changed.put(figure, vector[changed.size()]);
    }
    return new ParameterPoint(changed);
  }

  /** Its figures, by name, then scope. */
  public List<Figure> listFigures() {
    return new ArrayList<>(values.keySet());
  }

  /** Its values, in that order. */
  public double[] toVector() {
    return values.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The value of a figure, if it holds it. */
  public OptionalDouble find(Figure figure) {
    @Nullable Double value = values.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Whether it holds no figure. */
  public boolean isEmpty() {
    return values.isEmpty();
  }
}
