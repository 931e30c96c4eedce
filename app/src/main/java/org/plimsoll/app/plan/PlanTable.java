package org.plimsoll.app.plan;

import java.util.List;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.json.CanonicalJson;

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

  /** A cell of these words; nothing where there are none. */
  static Cell words(String text) {
    return text.isEmpty() ? new Cell.Nothing() : new Cell.Text(text);
  }
}
