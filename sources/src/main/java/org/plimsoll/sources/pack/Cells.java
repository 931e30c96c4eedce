package org.plimsoll.sources.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.Decimal;
import org.plimsoll.sources.table.Row;

/**
 * The fields of one row in the model's words, checked against the table's columns. Every accessor
 * refuses the row if the field is not what its column says.
 */
final class Cells {
  private final Row row;
  private final Map<String, ? extends Column<?>> columns;
  private final Known known;

  /** Codes already read, so that each spelling is checked once. */
  static final class Known {
    private final Map<String, ProductId> products = new HashMap<>();
    private final Map<String, CountryCode> countries = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Status> statuses = new HashMap<>();
  }

  Cells(Row row, Map<String, ? extends Column<?>> columns, Known known) {
    this.row = row;
    this.columns = columns;
    this.known = known;
  }

  /** A text; empty only where its column allows it. */
  String text(String name) {
    return column(name).required() ? row.text(name) : row.optionalText(name);
  }

  Optional<String> findText(String name) {
    return row.findText(name);
  }

  double number(String name) {
    return inRange(name, row.number(name));
  }

  OptionalDouble findNumber(String name) {
    OptionalDouble number = row.findNumber(name);
    number.ifPresent(value -> inRange(name, value));
    return number;
  }

  int integer(String name) {
    return (int) inRange(name, row.integer(name));
  }

  OptionalInt findInteger(String name) {
    return row.findText(name).isEmpty() ? OptionalInt.empty() : OptionalInt.of(integer(name));
  }

  boolean yes(String name) {
    return row.yes(name);
  }

  LocalDate date(String name) {
    return row.parsed(name, Cells::parseDate);
  }

  <T> T parsed(String name, Function<String, T> parse) {
    return row.parsed(name, parse);
  }

  /** Several fields together; what the model refuses is refused at the column named. */
  <T> T built(String name, Supplier<T> build) {
    return row.built(name, build);
  }

  /** Refuses the row at a column: throw what is returned. */
  RuntimeException refuse(String name, String problem, String wayOut) {
    return row.refuse(name, problem, wayOut);
  }

  List<String> list(String name) {
    List<String> parts = split(row.optionalText(name));
    if (parts.contains("")) {
      throw row.refuse(
          name,
          "'" + name + "' has an empty part: '" + row.text(name) + "'",
          "write its parts as a;b;c");
    }
    return parts;
  }

  CountryCode country(String name) {
    return known.countries.computeIfAbsent(
        row.text(name), text -> row.parsed(name, CountryCode::of));
  }

  List<CountryCode> countries(String name) {
    return list(name).stream().map(t -> row.built(name, () -> CountryCode.of(t))).toList();
  }

  Parties parties(String name) {
    return new Parties(list(name));
  }

  ProductId product(String name) {
    return known.products.computeIfAbsent(
        row.text(name), text -> row.parsed(name, ProductId::parse));
  }

  List<ProductId> products(String name) {
    return list(name).stream().map(t -> row.built(name, () -> ProductId.parse(t))).toList();
  }

  /** Low, central and high in three columns. */
  Interval interval(String low, String central, String high) {
    double from = number(low);
    double middle = number(central);
    double to = number(high);
    return row.built(central, () -> new Interval(from, middle, to));
  }

  /** The four columns with which most tables end. */
  Provenance provenance() {
    Source source =
        known.sources.computeIfAbsent(
            row.text("source"), text -> row.parsed("source", Source::parse));
    return new Provenance(
        source,
        row.parsed("grade", Cells::parseGrade),
        known.statuses.computeIfAbsent(
            row.text("status"), text -> row.parsed("status", Status::parse)),
        row.optionalText("note"));
  }

  static List<String> split(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(Field.SEPARATOR, -1)).map(String::strip).toList();
  }

  private double inRange(String name, double value) {
    Column<?> column = column(name);
    if (value < column.least()) {
      throw row.refuse(
          name,
          "'%s' must be at least %s, but is %s"
              .formatted(name, Decimal.print(column.least()), row.text(name)),
          "check the sign and the unit");
    }
    if (value > column.most()) {
      throw row.refuse(
          name,
          "'%s' must be at most %s, but is %s"
              .formatted(name, Decimal.print(column.most()), row.text(name)),
          "check the unit: kg for t, or a percentage for a share");
    }
    return value;
  }

  private Column<?> column(String name) {
    Column<?> column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("the table has no column '" + name + "'");
    }
    return column;
  }

  private static Grade parseGrade(String text) {
    return switch (text) {
      case "A" -> Grade.A;
      case "B" -> Grade.B;
      case "C" -> Grade.C;
      default ->
          throw new IllegalArgumentException(
              "not a grade: '" + text + "'\nMaybe you meant A, B or C");
    };
  }

  private static LocalDate parseDate(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "not a date: '" + text + "'\nMaybe write year, month and day as in 2026-11-24", e);
    }
  }
}
