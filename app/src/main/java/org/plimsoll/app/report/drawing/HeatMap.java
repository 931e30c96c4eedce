package org.plimsoll.app.report.drawing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;

/**
 * A matrix with a number in every cell, darker where it is larger: who could do what to whom. Each
 * cell is a case of its own, so rows and columns end in their largest. It is an HTML table, so it
 * can be read cell by cell.
 *
 * @param title what it shows
 * @param unit how the values are written
 * @param corner what the rows are, and what the columns are: {@code "exporter that stops"}
 * @param columns heads of the columns
 * @param rows each as long as {@code columns}
 * @param blank why a cell is empty
 */
public record HeatMap(
    String title, Unit unit, String corner, List<String> columns, List<Row> rows, String blank)
    implements Drawing {
  /** From here on the heads of the columns stand upright. */
  private static final int MANY_COLUMNS = 8;

  private static final String LARGEST = "largest";

  public HeatMap {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "row '%s' of '%s' has %d cells for %d columns"
                .formatted(row.head(), title, row.cells().size(), columns.size()));
      }
    }
  }

  /** A row: its head, and its cells, empty where the case is not modelled. */
  public record Row(String head, List<Optional<Cell>> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A value.
   *
   * @param value finite; below 0 counts as no effect for the colour
   * @param grade how well it is known: C is hatched and has two figures
   * @param isAtLeast whether the value is a lower bound, written with ≥
   * @param origin where it comes from; the cell leads there
   */
  public record Cell(double value, Grade grade, boolean isAtLeast, Origin origin) {
    public Cell {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "a cell must hold a finite number, but holds "
                + value
                + "\nMaybe leave the cell empty: it is drawn as not modelled");
      }
    }
  }

  @Override
  public String description() {
    String shape =
        "Table of %d rows and %d columns, %s.".formatted(rows.size(), columns.size(), corner);
    Optional<Spot> top =
        rows.stream()
            .flatMap(row ->
                IntStream.range(0, columns.size()).boxed().flatMap(i -> spot(row, i).stream()))
            .max(Comparator.comparingDouble(spot -> spot.cell().value()));
    return shape + top.map(spot -> " The largest is " + said(spot) + ".").orElse("");
  }

  private record Spot(String row, String column, Cell cell) {}

  private Optional<Spot> spot(Row row, int column) {
    return row.cells().get(column).map(cell -> new Spot(row.head(), columns.get(column), cell));
  }

  private String said(Spot spot) {
    String least = spot.cell().isAtLeast() ? "at least " : "";
    Grade grade = spot.cell().grade().worse(Grade.B);
    String amount = least + NumberText.of(spot.cell().value(), unit, grade);
    return spot.row() + ", " + spot.column() + ": " + amount;
  }

  @Override
  public Markup markup(String id, Width width, Numbering numbering) {
    Steps steps = steps();
    Tag body = Tag.of("tbody");
    MarkKeys keys = new MarkKeys();
    for (Row row : rows) {
      Tag tr =
          Tag.of("tr")
              .key(keys.of(row.head()))
              .add(Tag.of("th").with("scope", "row").text(row.head()));
      numbering.enterRow(row.head());
      row.cells().forEach(cell -> tr.add(cell(cell, steps, numbering)));
      body.add(tr.add(largest(row.cells().stream())));
    }
    String shape = columns.size() >= MANY_COLUMNS ? "heat many" : "heat";
    return Tag.of("table", shape)
        .add(Tag.of("caption", "unseen").text(title + ". " + description()))
        .add(Tag.of("thead").add(head()))
        .add(body)
        .add(Tag.of("tfoot").add(foot()))
        .markup();
  }

  private Tag head() {
    Tag tr = Tag.of("tr").add(Tag.of("th", "corner").with("scope", "col").text(corner));
    for (String column : columns) {
      tr.add(Tag.of("th").with("scope", "col").add(Tag.of("span").text(column)));
    }
    return tr.add(Tag.of("th", "total").with("scope", "col").add(Tag.of("span").text(LARGEST)));
  }

  private Tag foot() {
    Tag tr = Tag.of("tr").add(Tag.of("th", "total").with("scope", "row").text(LARGEST));
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      tr.add(largest(rows.stream().map(row -> row.cells().get(column))));
    }
    return tr.add(largest(rows.stream().flatMap(row -> row.cells().stream())));
  }

  private Tag cell(Optional<Cell> cell, Steps steps, Numbering numbering) {
    if (cell.isEmpty()) {
      return Tag.of("td", "blank").add(Tag.of("span", "unseen").text(blank));
    }
    Grade grade = cell.get().grade();
    String shade = steps.cssClass(cell.get().value() * unit.factor());
    Tag td = Tag.of("td", shade + (grade == Grade.C ? " prior" : ""));
    String text = written(cell.get(), grade.worse(Grade.B));
    Origin origin = cell.get().origin();
    if (origin.isNone()) {
      return td.text(text);
    }
    numbering.count(grade);
    return td.add(Tag.of("a").with("href", origin.cite(numbering).address()).text(text));
  }

  private String written(Cell cell, Grade grade) {
    String sign = cell.isAtLeast() ? "≥" : cell.grade() == Grade.C ? "≈" : "";
    return sign + NumberText.amount(cell.value(), unit, grade);
  }

  private Tag largest(Stream<Optional<Cell>> cells) {
    String text =
        cells
            .flatMap(Optional::stream)
            .max(Comparator.comparingDouble(Cell::value))
            .map(c -> (c.isAtLeast() ? "≥" : "") + NumberText.amount(c.value(), unit, Grade.B))
            .orElse("–");
    return Tag.of("td", "total").text(text);
  }

  private static DoubleStream present(List<Optional<Cell>> cells) {
    return cells.stream().flatMap(Optional::stream).mapToDouble(Cell::value);
  }

  private Steps steps() {
    double largest = rows.stream().flatMapToDouble(row -> present(row.cells())).max().orElse(0);
    return Steps.upTo(largest * unit.factor());
  }

  @Override
  public Markup key() {
    Key key = new Key();
    if (!unit.symbol().isEmpty()) {
      key.words(unit.symbol() + ":");
    }
    steps().addTo(key);
    if (rows.stream().anyMatch(row -> row.cells().stream().anyMatch(Optional::isEmpty))) {
      key.patch("blank-key edge", blank);
    }
    boolean hasPrior =
        rows.stream()
            .flatMap(row -> row.cells().stream())
            .flatMap(Optional::stream)
            .anyMatch(cell -> cell.grade() == Grade.C);
    if (hasPrior) {
      key.patch("prior-cell", "dotted: grade C");
    }
    if (rows.stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(Optional::stream)
        .anyMatch(Cell::isAtLeast)) {
      key.words("≥ at least: a price is at its assumed ceiling");
    }
    return key.markup();
  }
}
