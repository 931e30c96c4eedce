package org.plimsoll.border.entry;

import java.nio.charset.StandardCharsets;

/**
 * The cells of one line as places in an array of bytes; used again for the next line, so that none
 * is copied.
 */
public final class Cells {
  private final int[] starts = new int[EntryColumn.COUNT];
  private final int[] ends = new int[EntryColumn.COUNT];
  private byte[] bytes = {};

  /** Where the bytes of all cells are. */
  public void point(byte[] where) {
    bytes = where;
  }

  /** Every cell becomes empty. */
  public void clear() {
    java.util.Arrays.fill(starts, 0);
    java.util.Arrays.fill(ends, 0);
  }

  /** A cell from its first byte to the one behind its last. */
  public void set(EntryColumn column, int start, int end) {
    starts[column.position()] = start;
    ends[column.position()] = end;
  }

  /** The same by the position of the column. */
  public void set(int position, int start, int end) {
    starts[position] = start;
    ends[position] = end;
  }

  /** The bytes of all cells, not copied. */
  public byte[] bytes() {
    return bytes;
  }

  public int start(EntryColumn column) {
    return starts[column.position()];
  }

  public int end(EntryColumn column) {
    return ends[column.position()];
  }

  public boolean isEmpty(EntryColumn column) {
    return starts[column.position()] == ends[column.position()];
  }

  /** The cell as text. */
  public String text(EntryColumn column) {
    return text(column.position());
  }

  /** The same by the position of the column. */
  public String text(int position) {
    int start = starts[position];
    return new String(bytes, start, ends[position] - start, StandardCharsets.UTF_8);
  }
}
