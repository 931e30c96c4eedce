package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.planner.plan.Figure;

/**
 * A part of the plan as rows: words first, then figures, each with its range, then what every row
 * rests on. A figure has three columns: {@code loss_usd}, {@code loss_usd_low}, {@code
 * loss_usd_high}. The last four columns are {@code source} and {@code derived_from} (all that the
 * row's figures rest on, by {@code " | "}), {@code grade} (the weakest of them) and {@code status}.
 *
 * @param name of the file and the sheet, in lower case
 * @param head names of the columns
 * @param rows each as long as {@code head}
 */
record PlanTable(String name, List<String> head, List<List<Cell>> rows) {
  private static final List<String> TAIL = List.of("source", "derived_from", "grade", "status");

  PlanTable {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
    if (head.stream().distinct().count() < head.size()) {
      throw new IllegalArgumentException("table " + name + " has two columns of one name: " + head);
    }
    for (List<Cell> row : rows) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException(
            "table %s has %d columns, but a row has %d cells"
                .formatted(name, head.size(), row.size()));
      }
    }
  }

  /** As files have it. */
  Grid grid() {
    return new Grid(
        head, rows.stream().map(row -> row.stream().map(Cell::plain).toList()).toList());
  }

  /** A cell: words, a number, or nothing. */
  sealed interface Cell {
    /** A text or a number, as the plan's JSON writes it; an empty text for nothing. */
    default Object plain() {
      return switch (this) {
        case Text words -> words.text();
        case Amount amount -> CanonicalJson.number(amount.value());
        case Nothing _ -> "";
      };
    }

    record Text(String text) implements Cell {}

    record Amount(double value) implements Cell {}

    record Nothing() implements Cell {}
  }

  /** A figure's column: its name ends in its unit; {@code unit} is what its figures must have. */
  private record FigureColumn(String name, Units.Kind kind) {}

  /** A table in the making: first its columns, then its rows. */
  static Builder of(String name) {
    return new Builder(name);
  }

  static final class Builder {
    private final String name;
    private final List<String> words = new ArrayList<>();
    private final List<FigureColumn> figures = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    /** Columns of words. */
    Builder words(String... columns) {
      words.addAll(List.of(columns));
      return this;
    }

    /** A column of figures and those of its range. */
    Builder figure(String column, Units.Kind kind) {
      figures.add(new FigureColumn(column, kind));
      return this;
    }

    /** A row in the making. */
    Row row(String... cells) {
      if (cells.length != words.size()) {
        throw new IllegalArgumentException(
            "table %s has %d columns of words, but a row has %d"
                .formatted(name, words.size(), cells.length));
      }
      return new Row(this, cells);
    }

    PlanTable build() {
      List<String> head = new ArrayList<>(words);
      for (FigureColumn column : figures) {
        head.add(column.name());
        head.add(column.name() + "_low");
        head.add(column.name() + "_high");
      }
      head.addAll(TAIL);
      return new PlanTable(name, head, rows);
    }
  }

  /** A row in the making. */
  static final class Row {
    private final Builder table;
    private final List<Cell> cells = new ArrayList<>();
    private final SortedSet<String> sources = new TreeSet<>();
    private final SortedSet<String> derivedFrom = new TreeSet<>();
    private final SortedSet<String> statuses = new TreeSet<>();
    private Grade grade = Grade.A;
    private boolean hasGrade;
    private int next;

    private Row(Builder table, String... words) {
      this.table = table;
      for (String word : words) {
        cells.add(word.isEmpty() ? new Cell.Nothing() : new Cell.Text(word));
      }
    }

    /**
     * The next figure.
     *
     * @throws IllegalArgumentException if its unit is not the one that the column's name says
     */
    Row figure(Figure figure) {
      FigureColumn column = table.figures.get(next++);
      if (column.kind() != Units.Kind.OTHER && Units.kind(figure.unit()) != column.kind()) {
        throw new IllegalArgumentException(
            "column %s of table %s holds figures of the kind %s, but one has the unit '%s'"
                .formatted(column.name(), table.name, column.kind(), figure.unit()));
      }
      cells.add(new Cell.Amount(figure.central()));
      cells.add(new Cell.Amount(figure.value().low()));
      cells.add(new Cell.Amount(figure.value().high()));
      if (!figure.source().isEmpty()) {
        sources.add(figure.source());
      }
      derivedFrom.addAll(figure.derivedFrom());
      statuses.add(figure.status().word());
      grade = grade.worse(figure.grade());
      hasGrade = true;
      return this;
    }

    /** The next figure, or three empty cells. */
    Row figure(Optional<Figure> figure) {
      if (figure.isPresent()) {
        return figure(figure.get());
      }
      next++;
      cells.addAll(List.of(new Cell.Nothing(), new Cell.Nothing(), new Cell.Nothing()));
      return this;
    }

    /** A source of the row's words. */
    Row source(String source) {
      if (!source.isEmpty()) {
        sources.add(source);
      }
      return this;
    }

    /** A status of the row's words. */
    Row status(String status) {
      statuses.add(status);
      return this;
    }

    /** The row is whole. */
    void end() {
      if (next != table.figures.size()) {
        throw new IllegalArgumentException(
            "a row of table %s has %d figures for %d columns"
                .formatted(table.name, next, table.figures.size()));
      }
      for (SortedSet<String> all : List.of(sources, derivedFrom)) {
        cells.add(joined(all));
      }
      cells.add(hasGrade ? new Cell.Text(grade.name()) : new Cell.Nothing());
      cells.add(joined(statuses));
      table.rows.add(List.copyOf(cells));
    }

    private static Cell joined(SortedSet<String> all) {
      return all.isEmpty() ? new Cell.Nothing() : new Cell.Text(String.join(" | ", all));
    }
  }
}
