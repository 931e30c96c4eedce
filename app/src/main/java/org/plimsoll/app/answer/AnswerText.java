package org.plimsoll.app.answer;

import java.util.List;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;

/**
 * An answer as aligned columns. On a terminal the last column is cut so that a row keeps to {@link
 * #WIDTH}; in a pipe nothing is cut, so that a search finds every word.
 */
public final class AnswerText {
  /** Width of a row on a terminal, in characters. */
  public static final int WIDTH = 120;

  private static final String GAP = "  ";
  private static final int LEAST_CUT = 20;

  private final boolean isInteractive;
  private final boolean isColoured;

  /**
   * For a reader.
   *
   * @param isInteractive whether a person reads it on a terminal
   * @param isColoured whether headings are bold
   */
  public AnswerText(boolean isInteractive, boolean isColoured) {
    this.isInteractive = isInteractive;
    this.isColoured = isColoured;
  }

  public String write(Answer answer) {
    StringBuilder text = new StringBuilder();
    for (Table table : answer.tables()) {
      text.append(text.isEmpty() ? "" : "\n");
      write(table, text);
    }
    if (!answer.remarks().isEmpty()) {
      text.append('\n');
      answer.remarks().forEach(remark -> text.append(remark).append('\n'));
    }
    return text.toString();
  }

  private void write(Table table, StringBuilder text) {
    int[] shown = table.listShown();
    text.append(bold(table.title())).append('\n');
    if (table.rows().isEmpty()) {
      text.append("nothing\n");
      return;
    }
    int[] widths = new int[table.columns().size()];
    for (int i : shown) {
      widths[i] = heading(table.columns().get(i)).length();
      for (List<Cell> row : table.rows()) {
        widths[i] = Math.max(widths[i], row.get(i).text().length());
      }
    }
    cutLast(shown, widths);
    StringBuilder line = new StringBuilder();
    for (int i : shown) {
      append(line, heading(table.columns().get(i)), isFigures(table, i), widths[i]);
    }
    text.append(bold(line.toString().stripTrailing())).append('\n');
    for (List<Cell> row : table.rows()) {
      line.setLength(0);
      for (int i : shown) {
        append(line, row.get(i).text(), isFigures(table, i), widths[i]);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private void cutLast(int[] shown, int[] widths) {
    if (!isInteractive || shown.length == 0) {
      return;
    }
    int last = shown[shown.length - 1];
    int others = 0;
    for (int i : shown) {
      others += i == last ? 0 : widths[i] + GAP.length();
    }
    widths[last] = Math.min(widths[last], Math.max(LEAST_CUT, WIDTH - others));
  }

  private static void append(StringBuilder line, String text, boolean right, int width) {
    String fitted = text.length() > width ? text.substring(0, width - 1) + "…" : text;
    String padding = " ".repeat(width - fitted.length());
    line.append(line.isEmpty() ? "" : GAP).append(right ? padding + fitted : fitted + padding);
  }

  private static boolean isFigures(Table table, int column) {
    return table.rows().stream().anyMatch(row -> row.get(column).isFigure());
  }

  private static String heading(Column column) {
    return column.heading();
  }

  private String bold(String text) {
    return isColoured ? "\u001b[1m" + text + "\u001b[0m" : text;
  }
}
