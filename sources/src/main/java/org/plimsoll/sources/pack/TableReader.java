package org.plimsoll.sources.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/** Reads tables of one folder and keeps their issues, their row counts and the names they give. */
final class TableReader {
  private final Path folder;
  private final Gate gate;
  private final Names names = new Names();
  private final Cells.Known known = new Cells.Known();
  private final SortedMap<String, String> sha256 = new TreeMap<>();
  private final List<Issue> issues = new ArrayList<>();
  private RowCount rows = RowCount.NONE;

  /** Reads every row of every table. */
  TableReader(Path folder) {
    this(
        folder,
        new Gate() {
          @Override
          public boolean isThere(Table<?> table) {
            return true;
          }

          @Override
          public void pass(Table<?> table, Row row) {}
        });
  }

  TableReader(Path folder, Gate gate) {
    this.folder = folder;
    this.gate = gate;
  }

  /** Which tables and rows are read at all. */
  interface Gate {
    /** Whether the table is to be read; if not it has no rows. */
    boolean isThere(Table<?> table);

    /** Skips a row, through the row, before anything else is asked of it. */
    void pass(Table<?> table, Row row);
  }

  /** A row that was accepted, and where it stands. */
  record Placed<T>(T value, int line) {}

  /** What a table says of a row beyond its columns; refuses it through the row. */
  interface RowCheck<T> {
    void check(T value, Row row);
  }

  /** Reads a table; if it is one whose rows others name, and whole, they may name them now. */
  <T> List<T> plain(Table<T> table) {
    int before = issues.size();
    List<T> values = read(table, (value, row) -> {});
    if (Names.areUsedOf(table) && issues.size() == before) {
      Set<String> all = new HashSet<>();
      values.forEach(value -> all.add(String.join("/", table.keyOf(value))));
      names.add(table, all);
    }
    return values;
  }

  <T> List<T> read(Table<T> table, RowCheck<T> check) {
    return readPlaced(table, check).stream().map(Placed::value).toList();
  }

  <T> List<Placed<T>> readPlaced(Table<T> table, RowCheck<T> check) {
    if (!gate.isThere(table)) {
      return List.of();
    }
    Map<String, Column<T>> columns = table.columnsByName();
    Consumer<Row> references = names.checkOf(table);
    Loaded<List<Placed<T>>> loaded =
        CsvFile.withExactly(fileOf(table), table.listColumnNames())
            .seenBy(bytes -> sha256.put(table.fileName(), Sha256.of(bytes)))
            .readUnique(
                folder.resolve(table.fileName()),
                row -> {
                  gate.pass(table, row);
                  T value = table.toRow().apply(new Cells(row, columns, known));
                  references.accept(row);
                  check.check(value, row);
                  return new Placed<>(value, row.line());
                },
                placed -> table.keyOf(placed.value()));
    issues.addAll(loaded.issues());
    rows = rows.plus(loaded.rows());
    return loaded.value();
  }

  /** Hashes of the files, as they were read. */
  SortedMap<String, String> sha256() {
    return sha256;
  }

  Names names() {
    return names;
  }

  List<Issue> issues() {
    return issues;
  }

  void count(RowCount more) {
    rows = rows.plus(more);
  }

  String fileOf(Table<?> table) {
    return folder.resolve(table.fileName()).toString();
  }

  <T> Loaded<T> loaded(T value) {
    return new Loaded<>(value, issues, rows);
  }
}
