package org.plimsoll.app.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.sources.figures.RiskFigure;
import org.plimsoll.sources.figures.RiskFigureKind;

/**
 * Finds the figure that holds for a product, year, buyer and country: of those that fit the one of
 * this buyer before one of any, of this stage before one of every, and of the latest year that is
 * not after the one asked for.
 */
final class FigureIndex {
  private static final Comparator<RiskFigure> NARROWNESS =
      Comparator.comparing((RiskFigure figure) -> figure.region().isPresent())
          .thenComparing(figure -> figure.stage().isPresent())
          .thenComparingInt(figure -> figure.year().orElse(0));

  private final Map<List<Object>, List<RiskFigure>> figures = new HashMap<>();

  FigureIndex(List<RiskFigure> all) {
    for (RiskFigure figure : all) {
      figures
          .computeIfAbsent(
              List.of(figure.kind(), figure.material(), figure.country()), k -> new ArrayList<>())
          .add(figure);
    }
  }

  /** The figure of a country alone. */
  Optional<RiskFigure> findOfCountry(RiskFigureKind kind, CountryCode country, int year) {
    return narrowest(
        figures.getOrDefault(List.of(kind, Optional.empty(), Optional.of(country)), List.of()),
        Optional.empty(),
        year,
        Optional.empty());
  }

  /** The figure of a product, of a country in it, for a buyer. */
  Optional<RiskFigure> find(
      RiskFigureKind kind,
      ProductId product,
      int year,
      Optional<String> buyer,
      Optional<CountryCode> country) {
    return narrowest(
        figures.getOrDefault(List.of(kind, Optional.of(product.commodity()), country), List.of()),
        Optional.of(product.stage()),
        year,
        buyer);
  }

  private static Optional<RiskFigure> narrowest(
      List<RiskFigure> candidates, Optional<String> stage, int year, Optional<String> buyer) {
    return candidates.stream()
        .filter(f -> f.stage().isEmpty() || f.stage().equals(stage))
        .filter(f -> f.region().isEmpty() || f.region().equals(buyer))
        .filter(f -> f.year().orElse(0) <= year)
        .max(NARROWNESS);
  }
}
