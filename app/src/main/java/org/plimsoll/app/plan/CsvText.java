package org.plimsoll.app.plan;

import java.util.List;

/** A table as CSV: RFC 4180, UTF-8, lines ended by a line feed as in the world pack. */
final class CsvText {
  private CsvText() {}

  static String of(PlanTable table) {
    StringBuilder text = new StringBuilder();
    append(text, table.head().stream().<PlanTable.Cell>map(PlanTable.Cell.Text::new).toList());
    table.rows().forEach(row -> append(text, row));
    return text.toString();
  }

  private static void append(StringBuilder text, List<PlanTable.Cell> row) {
    for (int i = 0; i < row.size(); i++) {
      text.append(i == 0 ? "" : ",");
      text.append(
          switch (row.get(i)) {
            case PlanTable.Cell.Text words -> quoted(words.text());
            case PlanTable.Cell.Amount amount -> amount.plain();
            case PlanTable.Cell.Nothing _ -> "";
          });
    }
    text.append('\n');
  }

  private static String quoted(String text) {
    boolean isPlain =
        text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && text.strip().equals(text);
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
