package org.plimsoll.app.server;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plimsoll.app.session.Refusal;

/**
 * A parameter of a route. It has the name of the option that asks the same on the command line.
 *
 * @param name as it is written in the address
 * @param type what its value may be
 * @param description in one sentence, with its unit
 * @param example a value that is of use
 */
record Param(String name, Type type, String description, String example) {
  /** What a value may be. */
  sealed interface Type {
    /** A word or several, at most a few hundred letters. */
    record Words() implements Type {}

    /** One or more of these, by comma. */
    record OneOf(List<String> known) implements Type {}

    /** A day, ISO 8601. */
    record Day() implements Type {}

    /** A whole number. */
    record Count(long low, long high) implements Type {}

    /** True or false; a name alone is true. */
    record Flag() implements Type {}
  }

  private static final int LONGEST = 300;

  static Param words(String name, String description, String example) {
    return new Param(name, new Type.Words(), description, example);
  }

  static Param oneOf(String name, List<String> known, String description) {
    return new Param(name, new Type.OneOf(List.copyOf(known)), description, known.getFirst());
  }

  static Param day(String name, String description) {
    return new Param(name, new Type.Day(), description, "2026-11-24");
  }

  static Param count(String name, long low, long high, String description, long example) {
    return new Param(name, new Type.Count(low, high), description, Long.toString(example));
  }

  static Param flag(String name, String description) {
    return new Param(name, new Type.Flag(), description, "true");
  }

  /**
   * Refuses a value that is not of the type.
   *
   * @throws Refusal naming the parameter and its value
   */
  void require(String value) {
    String fault =
        switch (type) {
          case Type.Words _ -> value.length() <= LONGEST && !value.isBlank() ? "" : "is no word";
          case Type.OneOf _ -> ""; // the use case says which words there are
          case Type.Day _ -> isDay(value) ? "" : "is not a day";
          case Type.Count(long low, long high) ->
              isWithin(value, low, high) ? "" : "is no whole number from " + low + " to " + high;
          case Type.Flag _ ->
              List.of("", "true", "false").contains(value) ? "" : "is neither true nor false";
        };
    if (!fault.isEmpty()) {
      String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
      throw Refusal.of("%s is '%s', which %s".formatted(name, shown, fault), "write " + example);
    }
  }

  private static boolean isDay(String value) {
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isWithin(String value, long low, long high) {
    return value.matches("-?[0-9]{1,18}")
        && Long.parseLong(value) >= low
        && Long.parseLong(value) <= high;
  }

  /** The type as a schema of OpenAPI. */
  Map<String, Object> schema() {
    Map<String, Object> schema = new TreeMap<>();
    switch (type) {
      case Type.Words _ -> {
        schema.put("type", "string");
        schema.put("maxLength", LONGEST);
      }
      case Type.OneOf(List<String> known) -> {
        schema.put("type", "array");
        schema.put("items", Map.of("type", "string", "enum", known));
      }
      case Type.Day _ -> {
        schema.put("type", "string");
        schema.put("format", "date");
      }
      case Type.Count(long low, long high) -> {
        schema.put("type", "integer");
        schema.put("minimum", low);
        schema.put("maximum", high);
      }
      case Type.Flag _ -> schema.put("type", "boolean");
    }
    return schema;
  }

  /** Whether it is several words, by comma. */
  boolean isList() {
    return type instanceof Type.OneOf;
  }

  /** The example as JSON has it. */
  Object typedExample() {
    return switch (type) {
      case Type.Count _ -> Long.valueOf(example);
      case Type.Flag _ -> Boolean.valueOf(example);
      case Type.Words _, Type.OneOf _, Type.Day _ -> example;
    };
  }
}
