package org.plimsoll.sources.pack;

import java.util.function.Function;

/**
 * A column of a table: what its fields mean, what they may hold, and how they are printed.
 *
 * @param name as in the header; ends in its unit where it has one
 * @param kind what a field names or counts
 * @param unit of its numbers; empty if it holds none, or if another column gives it
 * @param about one sentence for the reference page
 * @param required whether a field must not be empty
 * @param least smallest number allowed
 * @param most largest number allowed
 * @param value of a row, in the model's words
 */
record Column<T>(
    String name,
    Kind kind,
    String unit,
    String about,
    boolean required,
    double least,
    double most,
    Function<T, Object> value) {

  /** What a field names or counts. */
  enum Kind {
    TEXT("text"),
    WORD("word"),
    LIST("list"),
    NUMBER("number"),
    WHOLE("whole number"),
    YES_NO("yes or no"),
    DATE("date"),
    COUNTRY("country"),
    COUNTRIES("list of countries"),
    IMPORTER("country or territory"),
    ORIGIN("country or *"),
    AREA("country, territory or *"),
    PARTIES("list of countries and territories"),
    COMMODITY("commodity"),
    PRODUCT("product"),
    PRODUCTS("list of products"),
    SCOPE("*, class, commodity, product or activity"),
    CONTROL("export control"),
    COMMITMENT("commitment"),
    PROJECT("project"),
    SOURCE("source");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A column whose fields must not be empty. */
  static <T> Column<T> of(String name, Kind kind, String about, Function<T, Object> value) {
    return new Column<>(
        name, kind, "", about, true, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, value);
  }

  /** The same column, whose fields may be empty. */
  Column<T> orEmpty() {
    return new Column<>(name, kind, unit, about, false, least, most, value);
  }

  /** The same column in this unit; {@code 1} for a share or an index. */
  Column<T> in(String measure) {
    return new Column<>(name, kind, measure, about, required, least, most, value);
  }

  /** The same column for numbers of this range. */
  Column<T> within(double from, double to) {
    return new Column<>(name, kind, unit, about, required, from, to, value);
  }

  /** The same column of rows whose fields are found in this way. */
  <R> Column<R> of(Function<R, Object> found) {
    return new Column<>(name, kind, unit, about, required, least, most, found);
  }

  boolean hasRange() {
    return least > Double.NEGATIVE_INFINITY || most < Double.POSITIVE_INFINITY;
  }

  /**
   * The field of a row.
   *
   * @throws IllegalArgumentException if reading the field would not give the value back
   */
  String print(T row) {
    String field = Field.print(value.apply(row));
    if (required && field.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' must not be empty in " + row);
    }
    return field;
  }
}
