package org.plimsoll.app.answer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.border.entry.FormulaCell;

/**
 * A table of plain values for files of rows and columns: each a number, a boolean or a text, which
 * is empty where there is nothing. A range has a column for each end; the last column says why
 * values are missing, if any is.
 *
 * @param head keys of the columns
 * @param rows each as long as {@code head}
 */
public record Grid(List<String> head, List<List<Object>> rows) {
  private static final String NONE = "";

  public Grid {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
    for (List<Object> row : rows) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException(
            "the head is %s, but a row has %d values".formatted(head, row.size()));
      }
    }
  }

  public static Grid of(Table<?> table) {
    List<List<Cell>> cells = table.cells();
    return of(
        table,
        cells,
        cells.stream().flatMap(List::stream).noneMatch(cell -> cell instanceof Cell.Missing));
  }

  private static Grid of(Table<?> table, List<List<Cell>> cells, boolean isWhole) {
    List<String> head = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      head.add(column.key());
      if (column.kind() == Kind.RANGE) {
        head.add(column.key() + "Low");
        head.add(column.key() + "High");
      }
    }
    if (!isWhole) {
      head.add("missing");
    }
    List<List<Object>> rows = new ArrayList<>();
    for (List<Cell> row : cells) {
      List<Object> values = new ArrayList<>();
      List<String> reasons = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        Column<?> column = table.columns().get(i);
        values.addAll(values(row.get(i), column.kind()));
        if (row.get(i) instanceof Cell.Missing(String reason)) {
          reasons.add(column.key() + ": " + reason);
        }
      }
      if (!isWhole) {
        values.add(String.join("; ", reasons));
      }
      rows.add(values);
    }
    return new Grid(head, rows);
  }

  private static List<Object> values(Cell cell, Kind kind) {
    return switch (cell) {
      case Cell.Words words -> List.of(words.text());
      case Cell.Names names -> List.of(String.join(" | ", names.names()));
      case Cell.Truth truth -> List.of(truth.value());
      case Cell.Day day -> List.of(day.text());
      case Cell.Exact exact -> List.of(exact.value());
      case Cell.Count count -> List.of(count.value());
      case Cell.Whole whole -> List.of(whole.value());
      case Cell.Figure figure -> List.of(figure.value());
      case Cell.Share share -> List.of(share.value());
      case Cell.Tiny tiny -> List.of(tiny.value());
      case Cell.Span span -> List.of(NONE, span.low(), span.high());
      case Cell.Range range ->
          List.of(range.value().central(), range.value().low(), range.value().high());
      case Cell.Fields fields -> List.of(fields.text());
      case Cell.Missing _ -> kind == Kind.RANGE ? List.of(NONE, NONE, NONE) : List.of(NONE);
    };
  }

  /** As CSV: RFC 4180, lines ended by a line feed as in the world pack. */
  public String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter lines = csvTo(text)) {
      lines.writeRecord(head);
      write(lines);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text.toString();
  }

  /**
   * Writes a table as CSV, part by part. One that is streamed always has the last column, since it
   * is not known before the end whether a value is missing.
   */
  public static void writeCsv(Table<?> table, Writer to) throws IOException {
    if (!table.isStreamed()) {
      to.write(of(table).csv());
      return;
    }
    CsvWriter lines = csvTo(to);
    lines.writeRecord(of(table, List.of(), false).head());
    table.eachPart(part -> of(part, part.cells(), false).write(lines));
    lines.flush();
  }

  private static CsvWriter csvTo(Writer to) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
  }

  private void write(CsvWriter lines) {
    for (List<Object> row : rows) {
      lines.writeRecord(row.stream().map(Grid::safe).toList());
    }
  }

  /** The same, but that a spreadsheet runs no text. */
  private static String safe(Object value) {
    return value instanceof String text ? FormulaCell.marked(text) : plain(value);
  }

  /** A value as text that a program reads back. */
  static String plain(Object value) {
    return switch (value) {
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}
