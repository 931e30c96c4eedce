package org.plimsoll.sources.table;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;

/**
 * One data row of a CSV file. Accessors refuse the whole row when a field is not what was asked
 * for, naming file, line, column and value.
 */
public final class Row {
  private final String file;
  private final int line;
  private final Map<String, Integer> columns;
  private final List<String> fields;

  Row(String file, int line, Map<String, Integer> columns, List<String> fields) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.fields = fields;
  }

  public int line() {
    return line;
  }

  /** The names in the header, in its order. */
  public Set<String> columns() {
    return Collections.unmodifiableSet(columns.keySet());
  }

  /** The field as it stands, blanks at its ends removed; may be empty. */
  public String optionalText(String column) {
    int index = indexOf(column);
    // A sheet's rows may be shorter than its widest.
    return index < fields.size() ? fields.get(index).strip() : "";
  }

  /** The field, which must not be empty. */
  public String text(String column) {
    String value = optionalText(column);
    if (value.isEmpty()) {
      throw refuse(column, "'" + column + "' is empty", "fill the field or take the row out");
    }
    return value;
  }

  /** The field, if there is such a column and it is not empty. */
  public Optional<String> findText(String column) {
    if (!columns.containsKey(column)) {
      return Optional.empty();
    }
    String value = optionalText(column);
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** A finite number in the notation of the C locale. */
  public double number(String column) {
    return parseNumber(column, text(column));
  }

  /** A finite number, or nothing if the field is empty: a missing figure is missing, never 0. */
  public OptionalDouble findNumber(String column) {
    String value = optionalText(column);
    return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(parseNumber(column, value));
  }

  /** A finite number that is not negative. */
  public double amount(String column) {
    double value = number(column);
    if (value < 0) {
      throw refuse(
          column,
          "'" + column + "' must not be negative, but is " + text(column),
          "check the sign; a reduction has its own column or measure");
    }
    return value;
  }

  /** A whole number. */
  public int integer(String column) {
    String value = text(column);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw refuse(
          column, "'" + column + "' must be a whole number, but is '" + value + "'", "write 2024");
    }
  }

  /** The field as {@code yes} or {@code no}. */
  public boolean yes(String column) {
    String value = text(column);
    return switch (value) {
      case "yes" -> true;
      case "no" -> false;
      default ->
          throw refuse(
              column,
              "'" + column + "' must be yes or no, but is '" + value + "'",
              "write yes or no");
    };
  }

  /**
   * The field as a value of the model.
   *
   * @param parse throws IllegalArgumentException if the text is not one; of its message the lines
   *     after the first are taken as the way out
   */
  public <T> T parsed(String column, Function<String, T> parse) {
    String value = text(column);
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException e) {
      throw refuse(column, e);
    }
  }

  /**
   * Several columns together as a value of the model; an IllegalArgumentException refuses the row
   * at {@code column}.
   */
  public <T> T built(String column, java.util.function.Supplier<T> build) {
    try {
      return build.get();
    } catch (IllegalArgumentException e) {
      throw refuse(column, e);
    }
  }

  /** Leaves the row out for a stated reason: throw what is returned. */
  public RuntimeException skip(String reason) {
    return new RowRefused(Issue.skipped(new Place(file, line, 0), reason));
  }

  /** Refuses the row at a column: throw what is returned. */
  public RuntimeException refuse(String column, String problem, String wayOut) {
    return new RowRefused(Issue.error(placeOf(column), problem, wayOut));
  }

  /** File, line and column of a field. */
  public Place placeOf(String column) {
    return new Place(file, line, indexOf(column) + 1);
  }

  private RuntimeException refuse(String column, IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    int newline = message.indexOf('\n');
    String problem = newline < 0 ? message : message.substring(0, newline);
    String wayOut =
        newline < 0
            ? "correct '" + column + "'"
            : message.substring(newline + 1).replaceFirst("^Maybe ", "");
    return refuse(column, problem, wayOut);
  }

  private double parseNumber(String column, String value) {
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw refuse(
          column,
          "'" + column + "' must be a number, but is '" + value + "'",
          "write 1234.5, with a point and no thousands separator; leave a missing figure empty");
    }
    if (!Double.isFinite(number)) {
      throw refuse(
          column,
          "'" + column + "' must be a finite number, but is '" + value + "'",
          "leave a missing figure empty");
    }
    return number;
  }

  private int indexOf(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalArgumentException("column '" + column + "' was not asked for in " + file);
    }
    return index;
  }
}
