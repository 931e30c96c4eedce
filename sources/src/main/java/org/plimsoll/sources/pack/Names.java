package org.plimsoll.sources.pack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.sources.table.Row;
import org.plimsoll.sources.table.Spelling;

/**
 * The names that rows may use, table by table. A table that was not read whole is left out, so that
 * one fault there is not reported again from every row that names it.
 */
final class Names {
  private static final Set<String> CLASSES =
      Arrays.stream(TradeClass.values()).map(TradeClass::word).collect(Collectors.toSet());

  private final Map<String, Set<String>> byTable = new HashMap<>();

  /** Whether rows of any table name rows of this one. */
  static boolean areUsedOf(Table<?> table) {
    return Arrays.stream(Column.Kind.values())
        .anyMatch(kind -> tablesOf(kind).contains(table.name()));
  }

  /** Makes the names of a table that was read whole usable. */
  void add(Table<?> table, Set<String> names) {
    byTable.put(table.name(), names);
  }

  /** Whether the table was read whole. */
  boolean has(Table<?> table) {
    return byTable.containsKey(table.name());
  }

  /** A column whose fields name rows of other tables. */
  private record Reference(Column<?> column, List<String> tables) {}

  /**
   * What refuses a row if one of its fields names what no table has, as far as those tables are
   * read by now.
   */
  Consumer<Row> checkOf(Table<?> table) {
    List<Reference> references =
        table.columns().stream()
            .map(column -> new Reference(column, tablesOf(column.kind())))
            .filter(r -> !r.tables().isEmpty() && byTable.keySet().containsAll(r.tables()))
            .toList();
    return row -> {
      for (Reference reference : references) {
        check(row, reference);
      }
    };
  }

  private void check(Row row, Reference reference) {
    Column<?> column = reference.column();
    for (String name : namesIn(column.kind(), row.optionalText(column.name()))) {
      boolean found = false;
      for (String table : reference.tables()) {
        found |= getNames(table).contains(name);
      }
      if (!found) {
        throw unknown(row, column, reference.tables(), name);
      }
    }
  }

  private RuntimeException unknown(Row row, Column<?> column, List<String> tables, String name) {
    Set<String> candidates = new TreeSet<>();
    tables.forEach(table -> candidates.addAll(getNames(table)));
    Optional<String> nearest = Spelling.nearest(name, candidates);
    String files = String.join(".csv or ", tables) + ".csv";
    return row.refuse(
        column.name(),
        "'%s' names '%s', which is not in %s".formatted(column.name(), name, files),
        nearest.map(n -> "you meant '" + n + "', or ").orElse("")
            + "add '%s' to %s".formatted(name, files));
  }

  private Set<String> getNames(String table) {
    return byTable.getOrDefault(table, Set.of());
  }

  private static List<String> tablesOf(Column.Kind kind) {
    return switch (kind) {
      case COUNTRY, COUNTRIES, ORIGIN -> List.of("countries");
      case IMPORTER, AREA, PARTIES -> List.of("countries", "territories");
      case COMMODITY -> List.of("commodities");
      case PRODUCT, PRODUCTS -> List.of("products");
      case SCOPE -> List.of("commodities", "products", "technology");
      case CONTROL -> List.of("export_controls");
      case COMMITMENT -> List.of("commitments");
      case PROJECT -> List.of("projects");
      case SOURCE -> List.of("datasets");
      case TEXT, WORD, LIST, NUMBER, WHOLE, YES_NO, DATE -> List.of();
    };
  }

  private static List<String> namesIn(Column.Kind kind, String field) {
    return switch (kind) {
      case COUNTRIES, PARTIES, PRODUCTS -> Cells.split(field);
      case ORIGIN, AREA -> field.equals("*") ? List.of() : List.of(field);
      case SCOPE -> field.equals("*") || CLASSES.contains(field) ? List.of() : List.of(field);
      case SOURCE -> List.of(field.substring(0, Math.max(0, field.indexOf('@'))));
      default -> field.isEmpty() ? List.of() : List.of(field);
    };
  }
}
