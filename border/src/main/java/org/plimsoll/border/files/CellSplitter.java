package org.plimsoll.border.files;

import org.plimsoll.border.entry.Cells;

/** Finds the cells of a record; one belongs to one thread, and {@link #copy} makes more. */
sealed interface CellSplitter permits SeparatedCells, JsonCells {
  /**
   * Points the cells into the record.
   *
   * @throws UnreadableRecord if the record has no such form
   */
  void split(byte[] bytes, int start, int end, Cells cells);

  CellSplitter copy();

  /**
   * The byte between cells, if a record has all columns of an entry in their order and nothing
   * else, so that it may be copied as a whole; 0 otherwise.
   */
  default byte wholeBy() {
    return 0;
  }
}
