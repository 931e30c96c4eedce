package org.plimsoll.app.plan;

import org.plimsoll.app.answer.Grid;

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
 * @param grid its columns and rows: a text, a number as the plan's JSON writes it, or an empty text
 *     for nothing
 */
record PlanTable(String name, Grid grid) {
  PlanTable {
    if (grid.head().stream().distinct().count() < grid.head().size()) {
      throw new IllegalArgumentException(
          "table " + name + " has two columns of one name: " + grid.head());
    }
  }
}
