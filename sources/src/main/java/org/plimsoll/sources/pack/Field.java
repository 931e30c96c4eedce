package org.plimsoll.sources.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Grade;

/** The one spelling of each value in a field, so that the same evidence gives the same bytes. */
final class Field {
  /** Between the parts of a list. */
  static final String SEPARATOR = ";";

  private Field() {}

  /**
   * Prints a value.
   *
   * @throws IllegalArgumentException if reading would not give the value back
   */
  static String print(Object value) {
    return switch (value) {
      case String text -> text(text);
      case Double number -> number(number);
      case Integer number -> number.toString();
      case Boolean yes -> yes ? "yes" : "no";
      case OptionalDouble number -> number.isPresent() ? number(number.getAsDouble()) : "";
      case OptionalInt number -> number.isPresent() ? Integer.toString(number.getAsInt()) : "";
      case Optional<?> part -> part.map(Field::present).orElse("");
      case List<?> parts -> parts.stream().map(Field::part).collect(Collectors.joining(SEPARATOR));
      case Parties parties -> print(parties.ids());
      case Grade grade -> grade.name();
      case Enum<?> word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
      default -> text(value.toString());
    };
  }

  /**
   * The shortest decimal notation that reads back as the same double; whole numbers without a
   * point, very large and very small ones with an exponent.
   */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a figure must be finite, but is " + value);
    }
    if (value == 0) {
      return "0";
    }
    double size = StrictMath.abs(value);
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    return size >= 1e-6 && size < 1e15
        ? shortest.toPlainString()
        : Double.toString(value).replace(".0E", "E").replace('E', 'e');
  }

  private static String present(Object value) {
    String field = print(value);
    if (field.isEmpty()) {
      throw new IllegalArgumentException("a value that is there must not be printed as nothing");
    }
    return field;
  }

  private static String part(Object value) {
    String field = present(value);
    if (field.contains(SEPARATOR)) {
      throw new IllegalArgumentException("a part of a list must not hold ;, but is " + field);
    }
    return field;
  }

  private static String text(String text) {
    if (!text.equals(text.strip()) || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "a text must not begin or end with a blank nor hold a carriage return or NUL, but is: '"
              + text
              + "'");
    }
    return text;
  }
}
