package org.plimsoll.app.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plimsoll.model.provenance.Interval;

/** One value of an answer. Text rounds it; JSON, CSV and workbooks have it whole. */
public sealed interface Cell {
  /** Significant digits shown of a figure that is solved or read. */
  int DIGITS = 3;

  /** How a person reads it; never empty. */
  default String text() {
    return switch (this) {
      case Words its -> its.text;
      case Names its -> its.names.isEmpty() ? "none" : String.join(", ", its.names);
      case Truth its -> its.value ? "yes" : "no";
      case Day its -> its.value.toString();
      case Exact its -> grouped(its.value.setScale(its.decimals, RoundingMode.DOWN));
      case Count its -> grouped(BigDecimal.valueOf(its.value));
      case Whole its -> Integer.toString(its.value);
      case Figure its -> number(its.value, its.digits);
      case Share its -> number(100 * its.value, its.digits) + "%";
      case Tiny its -> its.value == 0 ? "0" : String.format(Locale.ROOT, "%.0e", its.value);
      case Span its -> its.joined();
      case Range its -> its.joined();
      case Fields its ->
          its.parts.entrySet().stream()
              .map(part -> part.getKey() + " " + part.getValue().text())
              .collect(Collectors.joining("; "));
      case Missing its -> its.reason;
    };
  }

  /** Whether it is set flush right. */
  default boolean isFigure() {
    return switch (this) {
      case Words _, Names _, Truth _, Day _, Fields _, Missing _ -> false;
      case Exact _, Count _, Whole _, Figure _, Share _, Tiny _, Span _, Range _ -> true;
    };
  }

  /** Words, at least one. */
  record Words(String text) implements Cell {
    public Words {
      if (text.isEmpty()) {
        throw new IllegalArgumentException(
            "a cell without words\nMaybe use Cell.words, which says that there are none");
      }
    }
  }

  /** Several words. */
  record Names(List<String> names) implements Cell {
    public Names {
      names = List.copyOf(names);
    }
  }

  /** Yes or no. */
  record Truth(boolean value) implements Cell {}

  /** A day. */
  record Day(LocalDate value) implements Cell {}

  /**
   * An exact amount, every digit of it.
   *
   * @param decimals that people see, rounded down
   */
  record Exact(BigDecimal value, int decimals) implements Cell {
    public static Exact of(BigDecimal value) {
      return new Exact(value, value.scale());
    }
  }

  /** A count. */
  record Count(long value) implements Cell {}

  /** A whole number that is a name, such as a year: no separators. */
  record Whole(int value) implements Cell {}

  /** A figure in the unit of its column. */
  record Figure(double value, int digits) implements Cell {}

  /** A share, in text as a percentage. */
  record Share(double value, int digits) implements Cell {}

  /** A number that should be nearly nothing, in text by its power of ten: 3e-15. */
  record Tiny(double value) implements Cell {}

  /** A lower and an upper end; one number where they round to the same. */
  record Span(double low, double high, int digits) implements Cell {
    private String joined() {
      String from = number(low, digits);
      String to = number(high, digits);
      return from.equals(to) ? from : from + "–" + to;
    }
  }

  /**
   * A value with its range: 2 (1–4); one number where they round to the same.
   *
   * @param isShare whether it is a share, in text a percentage
   */
  record Range(Interval value, int digits, boolean isShare) implements Cell {
    private String joined() {
      String low = end(value.low());
      String central = end(value.central());
      String high = end(value.high());
      return low.equals(high) ? central : central + " (" + low + "–" + high + ")";
    }

    private String end(double number) {
      return isShare ? number(100 * number, digits) + "%" : number(number, digits);
    }
  }

  /** Several cells by name: an object of a fact, never of a column. */
  record Fields(SortedMap<String, Cell> parts) implements Cell {
    public Fields {
      parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a cell of no fields");
      }
    }
  }

  /**
   * No value.
   *
   * @param reason why there is none, in a few words
   */
  record Missing(String reason) implements Cell {
    public Missing {
      if (reason.isEmpty()) {
        throw new IllegalArgumentException("a value is missing without a reason");
      }
    }
  }

  /** The text, or that there is none. */
  static Cell words(String text) {
    return text.isEmpty() ? new Missing("none") : new Words(text);
  }

  /** {@code value} to so many significant digits, with commas between thousands: 96,600, 0.538. */
  static String number(double value, int digits) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return rounded.signum() == 0 ? "0" : grouped(rounded.stripTrailingZeros());
  }

  private static String grouped(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain);
    for (int i = point - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return (value.signum() < 0 ? "-" : "") + text;
  }
}
