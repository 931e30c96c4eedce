package org.plimsoll.border.entry;

import java.nio.charset.StandardCharsets;

/** The cells of one line: a row of a grid. */
public final class Cells {
  private final CellGrid grid;
  private int row;

  /** Room for one line. */
  public Cells() {
    this(new CellGrid(1));
  }

  /** The first row of a grid; {@link #at} goes to the others. */
  public Cells(CellGrid grid) {
    this.grid = grid;
  }

  /** Goes to a row. */
  public Cells at(int other) {
    row = other;
    return this;
  }

  /** Where the bytes of all cells are. */
  public void point(byte[] where) {
    grid.point(where);
  }

  /** Every cell of the line becomes empty. */
  public void clear() {
    for (int i = 0; i < EntryColumn.COUNT; i++) {
      set(i, 0, 0);
    }
  }

  /** A cell from its first byte to the one behind its last, by the position of the column. */
  public void set(int position, int start, int end) {
    grid.set(position, row, start, end);
  }

  /** The bytes of all cells, not copied. */
  public byte[] bytes() {
    return grid.bytes();
  }

  public int start(EntryColumn column) {
    return grid.starts()[grid.first(column.position()) + row];
  }

  public int end(EntryColumn column) {
    return grid.ends()[grid.first(column.position()) + row];
  }

  public boolean isEmpty(EntryColumn column) {
    return start(column) == end(column);
  }

  /** The cell as text. */
  public String text(EntryColumn column) {
    return text(column.position());
  }

  /** The same by the position of the column. */
  public String text(int position) {
    int start = grid.starts()[grid.first(position) + row];
    int end = grid.ends()[grid.first(position) + row];
    return new String(grid.bytes(), start, end - start, StandardCharsets.UTF_8);
  }
}
