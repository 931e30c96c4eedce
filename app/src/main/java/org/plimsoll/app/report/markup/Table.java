package org.plimsoll.app.report.markup;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of words and numbers; the first cell of a row is the row's head.
 *
 * @param caption what it shows
 * @param columns heads of the columns
 * @param rows each as long as {@code columns}
 */
public record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of the table '%s' has %d cells for %d columns: %s"
                .formatted(caption, row.cells().size(), columns.size(), row.cells()));
      }
    }
  }

  /** A table whose rows are told column by column. */
  public static <R> Draft<R> draft(String caption, List<R> rows) {
    return new Draft<>(caption, rows, List.of(), List.of());
  }

  /**
   * Columns so far, and how each has its cells.
   *
   * @param <R> what a row is about
   */
  public record Draft<R>(
      String caption, List<R> rows, List<Column> columns, List<Function<R, Inline>> cells) {
    public Draft<R> words(String head, Function<R, String> text) {
      return with(Column.words(head), row -> Inline.text(text.apply(row)));
    }

    /** A column whose cells stand to the right. */
    public Draft<R> numbers(String head, Function<R, String> text) {
      return with(Column.numbers(head), row -> Inline.text(text.apply(row)));
    }

    /** Any column. */
    public Draft<R> with(Column column, Function<R, Inline> cell) {
      return new Draft<>(
          caption,
          rows,
          Stream.concat(columns.stream(), Stream.of(column)).toList(),
          Stream.concat(cells.stream(), Stream.of(cell)).toList());
    }

    public Table table() {
      return new Table(
          caption,
          columns,
          rows.stream()
              .map(row -> new Row(cells.stream().map(cell -> cell.apply(row)).toList()))
              .toList());
    }
  }

  /**
   * The head of a column.
   *
   * @param kind what its cells hold
   */
  public record Column(String head, Kind kind) {
    /** What the cells of a column hold. */
    public enum Kind {
      WORDS,
      NUMBERS,
      /** Sentences, which need some width to be read. */
      SENTENCES
    }

    public static Column words(String head) {
      return new Column(head, Kind.WORDS);
    }

    /** A column whose cells stand to the right. */
    public static Column numbers(String head) {
      return new Column(head, Kind.NUMBERS);
    }

    /** A column that keeps room for a few words a line. */
    public static Column sentences(String head) {
      return new Column(head, Kind.SENTENCES);
    }
  }

  /** The cells of a row. */
  public record Row(List<Inline> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public static Row of(Inline... cells) {
      return new Row(List.of(cells));
    }

    /** A row of words. */
    public static Row ofText(String... cells) {
      return new Row(List.of(cells).stream().map(Inline::text).toList());
    }
  }

  @Override
  public Markup render(Numbering numbering) {
    int number = numbering.nextTable();
    Numbering.Place before = numbering.here();
    String label = numbering.labels().table() + " " + number;
    numbering.enter("table-" + number, label);
    Markup table =
        Tag.of("div", "tablebox")
            .with("id", "table-" + number)
            .add(scrolling(element(label + ". ", numbering), caption))
            .markup();
    numbering.enter(before.anchor(), before.label());
    return table;
  }

  /** The table without a number of its own, for the figure that it belongs to. */
  public Markup unnumbered(Numbering numbering) {
    return scrolling(element("", numbering), caption);
  }

  /** What may be wider than the page scrolls by itself, by keyboard too. */
  public static Markup scrolling(Markup wide, String label) {
    return Tag.of("div", "scroll")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", label)
        .add(wide)
        .markup();
  }

  private Markup element(String lead, Numbering numbering) {
    Tag head = Tag.of("tr");
    for (Column column : columns) {
      head.add(cell("th", column).with("scope", "col").text(column.head()));
    }
    Tag body = Tag.of("tbody");
    rows.forEach(row -> body.add(row(row, numbering)));
    return Tag.of("table", "words")
        .add(Tag.of("caption").add(Tag.of("b").text(lead)).text(caption))
        .add(Tag.of("thead").add(head))
        .add(body)
        .markup();
  }

  private Tag row(Row row, Numbering numbering) {
    numbering.enterRow(row.cells().getFirst().plain());
    Tag tr = Tag.of("tr");
    for (int i = 0; i < columns.size(); i++) {
      Tag cell =
          i == 0 ? cell("th", columns.get(i)).with("scope", "row") : cell("td", columns.get(i));
      tr.add(cell.add(row.cells().get(i).render(numbering)));
    }
    return tr;
  }

  private static Tag cell(String name, Column column) {
    return switch (column.kind()) {
      case WORDS -> Tag.of(name);
      case NUMBERS -> Tag.of(name, "n");
      case SENTENCES -> Tag.of(name, "long");
    };
  }
}
