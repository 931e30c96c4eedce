package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
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

  /**
   * Every figure of a curve.
   *
   * @param price usual one of its product
   * @param quantity usual one of its product
   */
  static List<CurveFigure> listOf(CaseCurve curve, double price, double quantity) {
    return switch (curve) {
      case CaseCurve.Fixed fixed ->
          List.of(new CurveFigure("quantity", fixed.quantity(), 0, CaseCurve.Fixed::new));
      case CaseCurve.Linear line -> parts(line, quantity);
      case CaseCurve.InverseLinear line -> parts(line, price, quantity);
      case CaseCurve.ConstantElasticity power -> parts(power);
      case CaseCurve.LogBarrier barrier ->
          List.of(
              new CurveFigure(
                  "a",
                  barrier.a(),
                  price,
                  v -> new CaseCurve.LogBarrier(v, barrier.b(), barrier.capacity())),
              new CurveFigure(
                  "b",
                  barrier.b(),
                  0,
                  v -> new CaseCurve.LogBarrier(barrier.a(), v, barrier.capacity())),
              new CurveFigure(
                  "capacity",
                  barrier.capacity(),
                  0,
                  v -> new CaseCurve.LogBarrier(barrier.a(), barrier.b(), v)));
    };
  }

  private static List<CurveFigure> parts(CaseCurve.Linear line, double quantity) {
    List<CurveFigure> parts = new ArrayList<>();
    parts.add(
        new CurveFigure(
            "intercept",
            line.intercept(),
            quantity,
            v -> new CaseCurve.Linear(v, line.slope(), line.min(), line.max())));
    if (line.slope() != 0) {
      parts.add(
          new CurveFigure(
              "slope",
              line.slope(),
              0,
              v -> new CaseCurve.Linear(line.intercept(), v, line.min(), line.max())));
    }
    if (line.min() > 0) {
      parts.add(
          new CurveFigure(
              "least quantity",
              line.min(),
              0,
              v -> new CaseCurve.Linear(line.intercept(), line.slope(), v, line.max())));
    }
    parts.add(
        new CurveFigure(
            "largest quantity",
            line.max(),
            0,
            v -> new CaseCurve.Linear(line.intercept(), line.slope(), line.min(), v)));
    return parts;
  }

  private static List<CurveFigure> parts(
      CaseCurve.InverseLinear line, double price, double quantity) {
    List<CurveFigure> parts = new ArrayList<>();
    parts.add(
        new CurveFigure(
            "intercept",
            line.intercept(),
            price,
            v -> new CaseCurve.InverseLinear(v, line.slope(), line.max(), line.cross())));
    if (line.slope() != 0) {
      parts.add(
          new CurveFigure(
              "slope",
              line.slope(),
              0,
              v -> new CaseCurve.InverseLinear(line.intercept(), v, line.max(), line.cross())));
    }
    parts.add(
        new CurveFigure(
            "largest quantity",
            line.max(),
            0,
            v -> new CaseCurve.InverseLinear(line.intercept(), line.slope(), v, line.cross())));
    line.cross()
        .forEach((place, slope) ->
            parts.add(
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
    return parts;
  }

  private static List<CurveFigure> parts(CaseCurve.ConstantElasticity power) {
    List<CurveFigure> parts = new ArrayList<>();
    parts.add(
        new CurveFigure(
            "quantity",
            power.quantity(),
            0,
            v ->
                new CaseCurve.ConstantElasticity(
                    v, power.price(), power.elasticity(), power.max())));
    parts.add(
        new CurveFigure(
            "reference price",
            power.price(),
            0,
            v ->
                new CaseCurve.ConstantElasticity(
                    power.quantity(), v, power.elasticity(), power.max())));
    if (power.elasticity() != 0) {
      parts.add(
          new CurveFigure(
              "elasticity",
              power.elasticity(),
              0,
              v ->
                  new CaseCurve.ConstantElasticity(
                      power.quantity(), power.price(), v, power.max())));
    }
    parts.add(
        new CurveFigure(
            "largest quantity",
            power.max(),
            0,
            v ->
                new CaseCurve.ConstantElasticity(
                    power.quantity(), power.price(), power.elasticity(), v)));
    return parts;
  }

  private static SortedMap<Region, Double> with(
      SortedMap<Region, Double> cross, Region place, double slope) {
    TreeMap<Region, Double> other = new TreeMap<>(cross);
    other.put(place, slope);
    return other;
  }
}
