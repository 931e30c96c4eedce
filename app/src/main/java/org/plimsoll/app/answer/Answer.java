package org.plimsoll.app.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a verb has to say, before it is printed as text or as JSON.
 *
 * @param facts what holds for the whole answer: the date, the base year; JSON only
 * @param tables in order
 * @param remarks lines below the tables
 */
public record Answer(SortedMap<String, String> facts, List<Table> tables, List<String> remarks) {
  public Answer {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    tables = List.copyOf(tables);
    remarks = List.copyOf(remarks);
  }

  /** The same with further tables. */
  public Answer and(List<Table> more) {
    List<Table> all = new ArrayList<>(tables);
    all.addAll(more);
    return new Answer(facts, all, remarks);
  }

  /**
   * A column.
   *
   * @param key name in JSON, with its unit: {@code outputTonnes}
   * @param heading heading in text; empty for a column that only JSON has
   */
  public record Column(String key, String heading) {
    /** A column that only JSON has. */
    public static Column hidden(String key) {
      return new Column(key, "");
    }

    boolean isShown() {
      return !heading.isEmpty();
    }
  }

  /**
   * A table.
   *
   * @param key name in JSON
   * @param title line above it in text
   * @param columns in order
   * @param rows each with a cell per column
   * @param known for each row how its figures are known; empty if nobody asks
   */
  public record Table(
      String key,
      String title,
      List<Column> columns,
      List<List<Cell>> rows,
      List<Optional<Known>> known) {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      known = List.copyOf(known);
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "table %s has %d columns, but a row has %d cells"
                  .formatted(key, columns.size(), row.size()));
        }
      }
    }

    /** Columns that a person sees: those with a heading that are not empty in every row. */
    public int[] listShown() {
      return IntStream.range(0, columns.size())
          .filter(i -> columns.get(i).isShown())
          .filter(i -> rows.stream().anyMatch(row -> !row.get(i).text().isEmpty()))
          .toArray();
    }

    /** A table with no rows yet. */
    public static Builder of(String key, String title, Column... columns) {
      return new Builder(key, title, List.of(columns));
    }
  }

  /** A table in the making. */
  public static final class Builder {
    private final String key;
    private final String title;
    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Optional<Known>> known = new ArrayList<>();

    private Builder(String key, String title, List<Column> columns) {
      this.key = key;
      this.title = title;
      this.columns = columns;
    }

    public Builder row(Cell... cells) {
      rows.add(List.of(cells));
      known.add(Optional.empty());
      return this;
    }

    /** A row whose figures are known in this way. */
    public Builder row(Known how, Cell... cells) {
      rows.add(List.of(cells));
      known.add(Optional.of(how));
      return this;
    }

    public Table build() {
      return new Table(key, title, columns, rows, known);
    }
  }
}
