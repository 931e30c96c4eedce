package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.text.NumberText;

/** A table that shows the first rows of many and says where the rest are. */
final class Rows {
  private Rows() {}

  /**
   * The table, and a line under it if rows were left out.
   *
   * @param file the plan's table that holds them all
   */
  static <T> List<Block> first(
      int most,
      String caption,
      List<Table.Column> columns,
      List<T> items,
      Function<T, Table.Row> row,
      String file) {
    List<Block> blocks = new ArrayList<>();
    int shown = Math.min(most, items.size());
    blocks.add(new Table(caption, columns, items.subList(0, shown).stream().map(row).toList()));
    if (shown < items.size()) {
      blocks.add(rest(items.size() - shown, file));
    }
    return blocks;
  }

  private static Paragraph rest(int more, String file) {
    return Paragraph.text(
        "%s more %s in tables/%s.csv."
            .formatted(
                NumberText.plain((double) more, 17), more == 1 ? "row is" : "rows are", file));
  }
}
