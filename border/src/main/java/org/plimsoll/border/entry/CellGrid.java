package org.plimsoll.border.entry;

import java.util.Arrays;

/**
 * The cells of a batch of lines as places in one array of bytes. They lie column by column, so that
 * a column is read in one sweep: the cell of a row is at {@link #first} of its column plus the row.
 * One is used again and again, so that it stays in the cache.
 */
public final class CellGrid {
  /** Bytes for which there must be room behind the cells, so that they can be copied in words. */
  public static final int BEHIND = 16;

  private final int rows;
  private final int[] starts;
  private final int[] ends;
  private byte[] bytes = {};

  /** Room for so many rows of any table with at most as many columns as an entry has. */
  public CellGrid(int rows) {
    this.rows = rows;
    starts = new int[EntryColumn.COUNT * rows];
    ends = new int[EntryColumn.COUNT * rows];
  }

  /** Where the bytes of all cells are. */
  public void point(byte[] where) {
    bytes = where;
  }

  /** Every cell becomes empty. */
  public void clear() {
    Arrays.fill(starts, 0);
    Arrays.fill(ends, 0);
  }

  /** A cell from its first byte to the one behind its last, by the position of the column. */
  public void set(int position, int row, int start, int end) {
    starts[position * rows + row] = start;
    ends[position * rows + row] = end;
  }

  /** The bytes of all cells, not copied. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where each cell begins, not copied. */
  public int[] starts() {
    return starts;
  }

  /** Where each cell ends, not copied. */
  public int[] ends() {
    return ends;
  }

  /** The place of a column's first row in {@link #starts} and {@link #ends}. */
  public int first(int position) {
    return position * rows;
  }
}
