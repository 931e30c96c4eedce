package org.plimsoll.app.answer;

import java.util.List;
import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param key name in JSON, in camelCase, that ends in its unit: {@code outputTonnes}
 * @param heading heading for people; empty for a column that only programs get
 * @param kind what it holds
 * @param value the cell of a row
 */
public record Column<R>(
    String key, String heading, Kind kind, Function<? super R, ? extends Cell> value) {
  /** Endings of keys, the longest first, and the units that they mean. */
  private static final List<List<String>> UNITS =
      List.of(
          List.of("TonnesPerYear", "t/year"),
          List.of("UsdPerTonne", "USD/t"),
          List.of("UsdPerKg", "USD/kg"),
          List.of("usdPerKg", "USD/kg"),
          List.of("usdPerTonne", "USD/t"),
          List.of("UsdMillion", "USD m"),
          List.of("KgCopperPerKg", "kg Cu-eq/kg"),
          List.of("Kilograms", "kg"),
          List.of("kilograms", "kg"),
          List.of("Tonnes", "t"),
          List.of("tonnes", "t"),
          List.of("Grams", "g"),
          List.of("Years", "years"),
          List.of("daysOfShortage", "days"),
          List.of("Log", "ln"),
          List.of("Share", "1"),
          List.of("share", "1"));

  public Column {
    if (!key.matches("[a-z][A-Za-z0-9]*")) {
      throw new IllegalArgumentException("a column has the key '" + key + "'");
    }
  }

  /** Whether people see it. */
  public boolean isShown() {
    return !heading.isEmpty();
  }

  /** The unit that the key ends in; empty if there is none. */
  public String unit() {
    return UNITS.stream()
        .filter(unit -> key.endsWith(unit.getFirst()))
        .map(List::getLast)
        .findFirst()
        .orElse("");
  }
}
