package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.plan.Bounds;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.study.Reading;

/**
 * A part of the plan as rows: words first, then figures, each with its range, then what every row
 * rests on. A figure has three columns: {@code loss_usd}, {@code loss_usd_low}, {@code
 * loss_usd_high}. Three more stand where a row of the table has use for them: {@code
 * loss_usd_draws}, how many of how many draws stand behind the range, {@code loss_usd_bound}, which
 * of the three are only bounds, and {@code loss_usd_why}, why there is no figure. The last four
 * columns are {@code source} and {@code derived_from} (all that the row's figures rest on, by
 * {@code " | "}), {@code grade} (the weakest of them) and {@code status}.
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

  /** A cell: words, a number, or nothing. */
  sealed interface Cell {
    record Text(String text) implements Cell {}

    record Amount(double value) implements Cell {
      /** As the plan's JSON writes it. */
      String plain() {
        return CanonicalJson.number(value).toPlainString();
      }
    }

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
    private final List<Row> rows = new ArrayList<>();

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
      List<Parts> parts = new ArrayList<>();
      List<String> head = new ArrayList<>(words);
      for (int i = 0; i < figures.size(); i++) {
        int column = i;
        Parts its = Parts.of(rows.stream().map(row -> row.results.get(column)).toList());
        parts.add(its);
        head.addAll(its.head(figures.get(i).name()));
      }
      head.addAll(TAIL);
      return new PlanTable(name, head, rows.stream().map(row -> row.cells(parts)).toList());
    }
  }

  /** Which columns a figure has beside its value and range. */
  private record Parts(boolean hasDraws, boolean hasBound, boolean hasWhy) {
    static Parts of(List<Result> column) {
      List<Figure> figures = column.stream().flatMap(result -> result.find().stream()).toList();
      return new Parts(
          figures.stream().anyMatch(figure -> figure.draws().isPresent()),
          figures.stream().anyMatch(figure -> !figure.bounds().equals(Bounds.EXACT)),
          figures.size() < column.size());
    }

    List<String> head(String name) {
      List<String> head = new ArrayList<>(List.of(name, name + "_low", name + "_high"));
      if (hasDraws) {
        head.add(name + "_draws");
      }
      if (hasBound) {
        head.add(name + "_bound");
      }
      if (hasWhy) {
        head.add(name + "_why");
      }
      return head;
    }

    void add(Result result, List<Cell> cells) {
      Optional<Figure> figure = result.find();
      cells.add(amount(figure.map(Figure::central)));
      cells.add(amount(figure.map(f -> f.value().low())));
      cells.add(amount(figure.map(f -> f.value().high())));
      if (hasDraws) {
        cells.add(
            words(
                figure
                    .flatMap(Figure::draws)
                    .map(draws -> draws.answered() + " of " + draws.asked())
                    .orElse("")));
      }
      if (hasBound) {
        cells.add(words(figure.map(f -> bound(f.bounds())).orElse("")));
      }
      if (hasWhy) {
        cells.add(words(result instanceof NoFigure none ? none.why() : ""));
      }
    }

    private static Cell amount(Optional<Double> number) {
      return number.<Cell>map(Cell.Amount::new).orElseGet(Cell.Nothing::new);
    }

    /** For example {@code central at least, high at least}. */
    private static String bound(Bounds bounds) {
      List<String> parts = new ArrayList<>();
      add("low", bounds.low(), parts);
      add("central", bounds.central(), parts);
      add("high", bounds.high(), parts);
      return String.join(", ", parts);
    }

    private static void add(String end, Reading.Bound bound, List<String> parts) {
      switch (bound) {
        case EXACT -> {}
        case AT_LEAST -> parts.add(end + " at least");
        case AT_MOST -> parts.add(end + " at most");
      }
    }
  }

  private static Cell words(String text) {
    return text.isEmpty() ? new Cell.Nothing() : new Cell.Text(text);
  }

  /** A row in the making. */
  static final class Row {
    private final Builder table;
    private final List<Cell> texts;
    private final List<Result> results = new ArrayList<>();
    private final SortedSet<String> sources = new TreeSet<>();
    private final SortedSet<String> statuses = new TreeSet<>();

    private Row(Builder table, String... words) {
      this.table = table;
      texts = Arrays.stream(words).map(PlanTable::words).toList();
    }

    /**
     * The next figure, or why there is none.
     *
     * @throws IllegalArgumentException if its unit is not the one that the column's name says
     */
    Row figure(Result result) {
      FigureColumn column = table.figures.get(results.size());
      if (column.kind() != Units.Kind.OTHER && Units.kind(result.unit()) != column.kind()) {
        throw new IllegalArgumentException(
            "column %s of table %s holds figures of the kind %s, but one has the unit '%s'"
                .formatted(column.name(), table.name, column.kind(), result.unit()));
      }
      results.add(result);
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
    Row status(Status status) {
      statuses.add(status.word());
      return this;
    }

    /** The row is whole. */
    void end() {
      if (results.size() != table.figures.size()) {
        throw new IllegalArgumentException(
            "a row of table %s has %d figures for %d columns"
                .formatted(table.name, results.size(), table.figures.size()));
      }
      table.rows.add(this);
    }

    private List<Cell> cells(List<Parts> parts) {
      List<Cell> cells = new ArrayList<>(texts);
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).add(results.get(i), cells);
      }
      List<Figure> figures = results.stream().flatMap(result -> result.find().stream()).toList();
      SortedSet<String> from = new TreeSet<>();
      SortedSet<String> read = new TreeSet<>(sources);
      SortedSet<String> known = new TreeSet<>(statuses);
      for (Figure figure : figures) {
        from.addAll(figure.derivedFrom());
        if (!figure.source().isEmpty()) {
          read.add(figure.source());
        }
        known.add(figure.status().word());
      }
      cells.add(words(String.join(" | ", read)));
      cells.add(words(String.join(" | ", from)));
      cells.add(
          words(
              figures.stream()
                  .map(Figure::grade)
                  .reduce(Grade::worse)
                  .map(Grade::name)
                  .orElse("")));
      cells.add(words(String.join(" | ", known)));
      return cells;
    }
  }
}
