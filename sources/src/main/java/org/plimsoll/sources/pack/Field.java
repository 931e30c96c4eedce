package org.plimsoll.sources.pack;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.sources.table.Decimal;

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
      case Double number -> Decimal.print(number);
      case Integer number -> number.toString();
      case Boolean yes -> yes ? "yes" : "no";
      case OptionalDouble number -> number.isPresent() ? Decimal.print(number.getAsDouble()) : "";
      case OptionalInt number -> number.isPresent() ? Integer.toString(number.getAsInt()) : "";
      case Optional<?> part -> part.map(Field::present).orElse("");
      case List<?> parts -> parts.stream().map(Field::part).collect(Collectors.joining(SEPARATOR));
      case Parties parties -> print(parties.ids());
      case Grade grade -> grade.name();
      case Enum<?> word -> Words.of(word);
      default -> text(value.toString());
    };
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
    if (!text.equals(text.strip())) {
      throw new IllegalArgumentException(
          "a text must not begin or end with a blank, but is: '" + text + "'");
    }
    return text;
  }
}
