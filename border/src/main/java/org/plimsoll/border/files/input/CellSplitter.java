package org.plimsoll.border.files.input;

import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.files.table.UnreadableRecord;

/** Finds the cells of a record; one belongs to one thread, and {@link #copy} makes more. */
public sealed interface CellSplitter permits SeparatedCells, JsonCells {
  /**
   * Points the cells into the record.
   *
   * @return whether the record is a row of results as it stands: all columns of an entry in their
   *     order and nothing else, commas between, no quotation marks
   * @throws UnreadableRecord if the record has no such form
   */
  boolean split(byte[] bytes, int start, int end, Cells cells);

  CellSplitter copy();
}
