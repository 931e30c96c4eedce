package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.place.Region;

/**
 * A figure of a curve of a market file.
 *
 * @param name of the figure
 * @param value in the file
 * @param usual a size for it where it is 0; 0 if it may not be negative
 * @param with the curve with another value of it
 */
record CurveFigure(String name, double value, double usual, DoubleFunction<CaseCurve> with) {

  /** A figure by its place in the curve's record, with its size where it is 0. */
  private record Named(String name, double usual) {
    Named(String name) {
      this(name, 0);
    }
  }

  /**
   * Every figure of a curve; one of 0 without a usual size says nothing.
   *
   * @param price usual one of its product
   * @param quantity usual one of its product
   */
  static List<CurveFigure> listOf(CaseCurve curve, double price, double quantity) {
    Named largest = new Named("largest quantity");
    return switch (curve) {
      case CaseCurve.Fixed(double fixed) ->
          list(v -> new CaseCurve.Fixed(v[0]), List.of(new Named("quantity")), fixed);
      case CaseCurve.Linear(double intercept, double slope, double min, double max) ->
          list(
                  v -> new CaseCurve.Linear(v[0], v[1], v[2], v[3]),
                  List.of(
                      new Named("intercept", quantity),
                      new Named("slope"),
                      new Named("least quantity"),
                      largest),
                  intercept,
                  slope,
                  min,
                  max)
              .stream()
              .filter(figure -> min > 0 || !figure.name().equals("least quantity"))
              .toList();
      case CaseCurve.InverseLinear line -> inverse(line, price, quantity, largest);
      case CaseCurve.ConstantElasticity(double at, double paid, double elasticity, double max) ->
          list(
              v -> new CaseCurve.ConstantElasticity(v[0], v[1], v[2], v[3]),
              List.of(
                  new Named("quantity"),
                  new Named("reference price"),
                  new Named("elasticity"),
                  largest),
              at,
              paid,
              elasticity,
              max);
      case CaseCurve.LogBarrier(double a, double b, double capacity) ->
          list(
              v -> new CaseCurve.LogBarrier(v[0], v[1], v[2]),
              List.of(new Named("a", price), new Named("b"), new Named("capacity")),
              a,
              b,
              capacity);
    };
  }

  private static List<CurveFigure> list(
      Function<double[], CaseCurve> curve, List<Named> names, double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(i ->
            new CurveFigure(
                names.get(i).name(),
                values[i],
                names.get(i).usual(),
                value -> {
                  double[] moved = values.clone();
                  moved[i] = value;
                  return curve.apply(moved);
                }))
        .toList();
  }

  private static List<CurveFigure> inverse(
      CaseCurve.InverseLinear line, double price, double quantity, Named largest) {
    List<CurveFigure> figures =
        new ArrayList<>(
            list(
                v -> new CaseCurve.InverseLinear(v[0], v[1], v[2], line.cross()),
                List.of(new Named("intercept", price), new Named("slope"), largest),
                line.intercept(),
                line.slope(),
                line.max()));
    line.cross()
        .forEach((place, slope) ->
            figures.add(
                new CurveFigure(
                    "cross slope to " + place,
                    slope,
                    price / quantity,
                    v ->
                        new CaseCurve.InverseLinear(
                            line.intercept(),
                            line.slope(),
                            line.max(),
                            with(line.cross(), place, v)))));
    return figures;
  }

  private static SortedMap<Region, Double> with(
      SortedMap<Region, Double> cross, Region place, double slope) {
    TreeMap<Region, Double> other = new TreeMap<>(cross);
    other.put(place, slope);
    return other;
  }
}
