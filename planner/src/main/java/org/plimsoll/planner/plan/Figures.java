package org.plimsoll.planner.plan;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Reading.Bound;
import org.plimsoll.planner.study.Series;

/** Makes figures of what a study read. */
public final class Figures {
  private static final String METHOD = "docs/method/market.md";

  private Figures() {}

  /**
   * The figure of a series, with the rows that its chain rests on; where the central case has no
   * number, why.
   *
   * @param unit of the readings
   * @param run that they were read off, in words: {@code case stop-chn-gallium-refined}
   * @param basis rows of the chains that decide it
   * @param logError standard deviation of the error of its logarithm; 0 for none
   */
  public static Result of(Series series, String unit, String run, Basis basis, double logError) {
    Derivation derivation =
        new Derivation(
            Derivation.Rule.SOLVED, List.of(), List.of("run " + run, METHOD), rows(basis));
    return of(series, unit, basis.grade(), derivation, logError);
  }

  /** The figure of a series with a derivation of its own. */
  static Result of(
      Series series, String unit, Grade grade, Derivation derivation, double logError) {
    return switch (series.central()) {
      case Reading.Missing missing -> new NoFigure(unit, missing.why() + others(series));
      case Reading.Known central -> figure(series, central, unit, grade, derivation, logError);
    };
  }

  /** The rows of a basis as text. */
  static List<String> rows(Basis basis) {
    return basis.sources().stream().map(Source::toString).toList();
  }

  /** Draws that have a number where the central case has none. */
  private static String others(Series series) {
    int known = series.listKnown().size();
    return known == 0 ? "" : "; %d of %d draws have one".formatted(known, series.draws().size());
  }

  private static Figure figure(
      Series series,
      Reading.Known central,
      String unit,
      Grade grade,
      Derivation derivation,
      double logError) {
    Optional<Draws> draws = draws(series);
    Bounds bounds = Bounds.of(central.bound());
    if (draws.isPresent() && draws.get().answered() > 0) {
      double low = draws.get().range().low();
      double high = draws.get().range().high();
      bounds =
          new Bounds(
              low < central.value() ? boundAt(series, low) : central.bound(),
              central.bound(),
              high > central.value() ? boundAt(series, high) : central.bound());
    }
    return new Figure(
        Figure.range(central.value(), draws, logError),
        bounds,
        unit,
        grade,
        Status.DERIVED,
        "",
        Optional.of(derivation),
        draws,
        logError);
  }

  private static Optional<Draws> draws(Series series) {
    if (series.draws().isEmpty()) {
      return Optional.empty();
    }
    List<Reading.Known> known = series.listKnown();
    return Optional.of(
        new Draws(
            series.draws().size(),
            known.stream().map(Reading.Known::value).toList(),
            (int) known.stream().filter(k -> k.bound() != Bound.EXACT).count(),
            series.countMissing()));
  }

  /** The bound of the readings beside a quantile: that of the nearest draw that is one, if any. */
  private static Bound boundAt(Series series, double value) {
    double below = Double.NEGATIVE_INFINITY;
    double above = Double.POSITIVE_INFINITY;
    Bound atBelow = Bound.EXACT;
    Bound atAbove = Bound.EXACT;
    for (Reading.Known known : series.listKnown()) {
      if (known.value() <= value && known.value() > below) {
        below = known.value();
        atBelow = known.bound();
      }
      if (known.value() >= value && known.value() < above) {
        above = known.value();
        atAbove = known.bound();
      }
    }
    return atBelow != Bound.EXACT ? atBelow : atAbove;
  }
}
