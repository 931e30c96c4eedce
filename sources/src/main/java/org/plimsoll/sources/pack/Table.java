package org.plimsoll.sources.pack;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.sources.table.Records;

/**
 * A table of the pack. The same description checks the header, reads, prints, sorts, and makes
 * {@code docs/reference/world-tables.md}.
 *
 * @param name file name without {@code .csv}
 * @param about what one row says
 * @param keys how many of the first columns no two rows may share; rows are sorted by them
 * @param columns in the order of the file
 * @param toRow makes a row of its fields
 */
record Table<T>(
    String name, String about, int keys, List<Column<T>> columns, Function<Cells, T> toRow) {
  Table {
    columns = List.copyOf(columns);
  }

  /** A table whose rows are records of these parts, in their order. */
  static <T> Table<T> of(Class<T> row, String name, String about, int keys, Part<?>... parts) {
    Records<T> records = Records.of(row);
    if (parts.length != records.size()) {
      throw new IllegalArgumentException(
          "%s has %d components, but %s.csv is of %d parts"
              .formatted(row.getSimpleName(), records.size(), name, parts.length));
    }
    List<Column<T>> columns = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      addColumns(parts[i], records, i, columns);
    }
    return new Table<>(
        name,
        about,
        keys,
        columns,
        cells -> records.make(Arrays.stream(parts).map(part -> part.read().apply(cells)).toList()));
  }

  @SuppressWarnings("unchecked") // the component is what the part reads
  private static <T, V> void addColumns(
      Part<V> part, Records<T> records, int i, List<Column<T>> columns) {
    for (Column<V> column : part.columns()) {
      columns.add(column.of(row -> column.value().apply((V) records.component(row, i))));
    }
  }

  String fileName() {
    return name + ".csv";
  }

  List<String> listColumnNames() {
    return columns.stream().map(Column::name).toList();
  }

  Map<String, Column<T>> columnsByName() {
    Map<String, Column<T>> byName = new LinkedHashMap<>();
    columns.forEach(column -> byName.put(column.name(), column));
    return byName;
  }

  /** The fields that no two rows may share. */
  List<String> keyOf(T row) {
    List<String> key = new ArrayList<>(keys);
    for (Column<T> column : columns.subList(0, keys)) {
      key.add(column.print(row));
    }
    return key;
  }

  /** The datasets that the rows cite. */
  List<String> datasets(List<T> rows) {
    List<String> datasets = new ArrayList<>();
    for (Column<T> column : columns) {
      for (T row : rows) {
        if (column.kind() == Column.Kind.SOURCE
            && column.value().apply(row) instanceof Source source) {
          datasets.add(source.dataset());
        }
      }
    }
    return datasets;
  }

  /** The rows in the order of the file. */
  List<T> sort(List<T> rows) {
    record Keyed<T>(List<String> key, T row) {}
    return rows.stream()
        .map(row -> new Keyed<>(keyOf(row), row))
        .sorted(Comparator.comparing(Keyed::key, Table::compare))
        .map(Keyed::row)
        .toList();
  }

  /**
   * The file's text.
   *
   * @throws IllegalArgumentException if two rows share their key or a field would not read back
   */
  String print(List<T> rows) {
    StringWriter text = new StringWriter();
    Set<List<String>> seen = new HashSet<>();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(listColumnNames());
      for (T row : sort(rows)) {
        if (!seen.add(keyOf(row))) {
          throw new IllegalArgumentException("two rows have the key " + keyOf(row));
        }
        csv.writeRecord(columns.stream().map(column -> column.print(row)).toList());
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          fileName() + " cannot be written: " + e.getMessage() + "\nMaybe mend what made it", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
