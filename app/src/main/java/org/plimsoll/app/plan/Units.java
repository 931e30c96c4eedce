package org.plimsoll.app.plan;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Result;

/** How the page writes the units that a plan's figures are held in. */
final class Units {
  private static final double BILLION = 1e9;
  private static final double MILLION = 1e6;

  /** From here on a price reads better by the kilogram. */
  private static final double USD_PER_TONNE_OF_THE_DEAR = 30_000;

  private Units() {}

  /** The unit that suits one figure in running text. */
  static Unit of(Figure figure) {
    return switch (kind(figure.unit())) {
      case SHARE -> Unit.PERCENT;
      case MONEY -> money(largest(Stream.of(figure)));
      case PRICE -> price(largest(Stream.of(figure)));
      case MASS -> Unit.TONNES;
      case DAYS -> Unit.DAYS;
      case RATIO -> Unit.NONE;
      case COUNT -> Unit.COUNT;
      case OTHER -> Unit.of(" " + figure.unit());
    };
  }

  /** The same in a sentence: its prices share a unit, so that they can be compared. */
  static Unit of(Figure figure, List<Figure> sentence) {
    return kind(figure.unit()) == Kind.PRICE
        ? price(sentence.stream().filter(f -> kind(f.unit()) == Kind.PRICE).toList())
        : of(figure);
  }

  /** One unit of money for a column: millions, unless all of it is small. */
  static Unit money(List<? extends Result> column) {
    return largest(figures(column)) < MILLION / 10 ? Unit.USD : Unit.USD_MILLION;
  }

  /** One unit for the prices of a product. */
  static Unit price(List<? extends Result> prices) {
    return price(largest(figures(prices)));
  }

  private static Stream<Figure> figures(List<? extends Result> column) {
    return column.stream().flatMap(result -> result.find().stream());
  }

  private static Unit money(double usd) {
    if (usd >= BILLION) {
      return Unit.USD_BILLION;
    }
    return usd >= MILLION / 10 ? Unit.USD_MILLION : Unit.USD;
  }

  private static Unit price(double usdPerTonne) {
    return usdPerTonne >= USD_PER_TONNE_OF_THE_DEAR ? Unit.USD_PER_KG : Unit.USD_PER_TONNE;
  }

  private static double largest(Stream<Figure> figures) {
    return figures
        .flatMapToDouble(f -> DoubleStream.of(f.value().low(), f.value().high()))
        .map(Math::abs)
        .max()
        .orElse(0);
  }

  /** What a unit measures, and below which size the page writes 0: a solver's rounding. */
  enum Kind {
    SHARE(1e-6),
    MONEY(1),
    PRICE(1e-3),
    MASS(1e-3),
    DAYS(1e-3),
    RATIO(1e-6),
    COUNT(0),
    OTHER(0);

    private final double noise;

    Kind(double noise) {
      this.noise = noise;
    }
  }

  /** The range of a computed figure with what is only rounding written as 0. */
  static Interval withoutNoise(Figure figure) {
    double noise = kind(figure.unit()).noise;
    Interval value = figure.value();
    return new Interval(
        withoutNoise(value.low(), noise),
        withoutNoise(value.central(), noise),
        withoutNoise(value.high(), noise));
  }

  /** Whether there is a figure, and some of its range is above a solver's rounding. */
  static boolean isAboveNoise(Result result) {
    return result.find().map(figure -> withoutNoise(figure).high() > 0).orElse(false);
  }

  private static double withoutNoise(double value, double noise) {
    return Math.abs(value) < noise ? 0 : value;
  }

  /** What the unit of a figure measures; flows a year are written like amounts. */
  static Kind kind(String unit) {
    String word = unit.strip().replace(" a year", "").replaceFirst("/(year|yr|a)$", "");
    return switch (word) {
      case "1" -> Kind.SHARE;
      case "USD" -> Kind.MONEY;
      case "USD/t" -> Kind.PRICE;
      case "t" -> Kind.MASS;
      case "days", "day" -> Kind.DAYS;
      case "HHI", "USD/USD", "multiple", "months" -> Kind.RATIO;
      case "count", "iterations" -> Kind.COUNT;
      default -> Kind.OTHER;
    };
  }
}
