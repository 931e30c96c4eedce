package org.plimsoll.app.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.planner.risk.Bounds;

/** One value of an answer. Text rounds it; JSON has it whole. */
public sealed interface Cell {
  /** Significant digits shown of a figure that is solved or read. */
  int DIGITS = 3;

  /** How a person reads it. */
  String text();

  /** Whether it is set flush right. */
  default boolean isFigure() {
    return false;
  }

  /** Words. */
  record Words(String text) implements Cell {}

  /** An exact amount; JSON has it as a text, so that no reader rounds it. */
  record Amount(String text) implements Cell {
    @Override
    public boolean isFigure() {
      return true;
    }
  }

  /** Several words. */
  record Names(List<String> names) implements Cell {
    public Names {
      names = List.copyOf(names);
    }

    @Override
    public String text() {
      return String.join(", ", names);
    }
  }

  /** A figure in the unit of its column. */
  record Figure(double value, int digits) implements Cell {
    @Override
    public String text() {
      return number(value, digits);
    }

    @Override
    public boolean isFigure() {
      return true;
    }
  }

  /** A share, in text as a percentage. */
  record Share(double value, int digits) implements Cell {
    @Override
    public String text() {
      return number(100 * value, digits) + "%";
    }

    @Override
    public boolean isFigure() {
      return true;
    }
  }

  /** A number that should be nearly nothing, in text by its power of ten: 3e-15. */
  record Tiny(double value) implements Cell {
    @Override
    public String text() {
      return value == 0 ? "0" : String.format(java.util.Locale.ROOT, "%.0e", value);
    }

    @Override
    public boolean isFigure() {
      return true;
    }
  }

  /** A whole number that is a name, such as a year: no separators. */
  record Whole(int value) implements Cell {
    @Override
    public String text() {
      return Integer.toString(value);
    }

    @Override
    public boolean isFigure() {
      return true;
    }
  }

  /** A lower and an upper end; one number where they round to the same. */
  record Span(double low, double high, int digits) implements Cell {
    @Override
    public String text() {
      String from = number(low, digits);
      String to = number(high, digits);
      return from.equals(to) ? from : from + "–" + to;
    }

    @Override
    public boolean isFigure() {
      return true;
    }
  }

  /**
   * A value with its range: 2 (1–4); one number where they round to the same.
   *
   * @param isShare whether it is a share, in text a percentage
   */
  record Range(Interval value, int digits, boolean isShare) implements Cell {
    @Override
    public String text() {
      String low = end(value.low());
      String central = end(value.central());
      String high = end(value.high());
      return low.equals(high) ? central : central + " (" + low + "–" + high + ")";
    }

    private String end(double number) {
      return isShare ? number(100 * number, digits) + "%" : number(number, digits);
    }

    @Override
    public boolean isFigure() {
      return true;
    }
  }

  /** Not known, or without meaning here. JSON leaves the key out. */
  record Nothing() implements Cell {
    @Override
    public String text() {
      return "";
    }
  }

  static Cell words(String text) {
    return text.isEmpty() ? new Nothing() : new Words(text);
  }

  static Cell words(Optional<?> value) {
    return value.map(v -> words(v.toString())).orElseGet(Nothing::new);
  }

  static Cell range(Interval value, int digits) {
    return new Range(value, digits, false);
  }

  static Cell shareRange(Interval share, int digits) {
    return new Range(share, digits, true);
  }

  static Cell grade(Provenance provenance) {
    return words(provenance.grade().name());
  }

  static Cell status(Provenance provenance) {
    return words(provenance.status().word());
  }

  static Cell source(Provenance provenance) {
    return words(provenance.source().toString());
  }

  static Cell figure(OptionalDouble value, int digits) {
    return value.isPresent() ? new Figure(value.getAsDouble(), digits) : new Nothing();
  }

  static Cell share(OptionalDouble value, int digits) {
    return value.isPresent() ? new Share(value.getAsDouble(), digits) : new Nothing();
  }

  static Cell span(Bounds bounds, int digits) {
    return new Span(bounds.low(), bounds.high(), digits);
  }

  /** {@code value} to so many significant digits, with commas between thousands: 96,600, 0.538. */
  static String number(double value, int digits) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (rounded.signum() == 0) {
      return "0";
    }
    String plain = rounded.abs().stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain);
    for (int i = point - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return (rounded.signum() < 0 ? "-" : "") + text;
  }
}
