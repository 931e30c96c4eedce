package org.plimsoll.border.files.input;

/** Finds the cells of records of text; one belongs to one thread, and {@link #copy} makes more. */
public sealed interface CellSplitter permits SeparatedCells, JsonCells {
  /** Points the grid of the records to their cells. A record that has no such form fails. */
  void split(Records records);

  CellSplitter copy();
}
