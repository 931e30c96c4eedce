package org.plimsoll.border.files.input;

import java.util.Arrays;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.files.table.Fingerprint;
import org.plimsoll.border.files.table.UnreadableRecord;

/**
 * A batch of records as they stand in a file: their bytes one behind the other, and where each
 * begins, ends, and stood. Of rows that were no text it is known where each cell begins. One is
 * used again and again, so that it stays in the cache.
 */
public final class Records {
  /** Few enough that a batch stays in the cache, enough that threads need not meet often. */
  static final int MOST = 2048;

  /** Of rows that are copied here one by one; lines of text come in blocks that are smaller. */
  static final int MOST_BYTES = 1 << 20;

  private byte[] bytes = {};
  private int length;
  private int count;
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private final long[] lines = new long[MOST];
  private final String[] faults = new String[MOST];
  private final boolean[] isSplit = new boolean[MOST];
  private char[] cellStarts = {};
  private String seen = "";

  /** Takes all out, and keeps the room. */
  void clear() {
    length = 0;
    count = 0;
    Arrays.fill(faults, "");
    Arrays.fill(isSplit, false);
  }

  /** Whether there is no place for another record, or the batch is as large as one may be. */
  boolean isFull() {
    return count == MOST || length >= MOST_BYTES;
  }

  /**
   * What tells the bytes that were read up to here from others; empty where the file itself has a
   * {@link Fingerprint}.
   */
  public String seen() {
    return seen;
  }

  void see(String bytes) {
    seen = bytes;
  }

  public int count() {
    return count;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int start(int record) {
    return starts[record];
  }

  public int end(int record) {
    return ends[record];
  }

  /** Line or row of the file, from 1. */
  public long line(int record) {
    return lines[record];
  }

  /** Why nothing can be made of the record; empty if something can. */
  String fault(int record) {
    return faults[record];
  }

  /** Marks bytes that are there already as a record. */
  void add(long line, int start, int end) {
    starts[count] = start;
    ends[count] = end;
    lines[count] = line;
    count++;
  }

  /** A record of which only its fault is known. */
  void addFault(long line, String fault) {
    faults[count] = fault;
    add(line, 0, 0);
  }

  /** Copies a record to the end. */
  void append(long line, byte[] record) {
    reserve(record.length);
    System.arraycopy(record, 0, bytes, length, record.length);
    end(line, length + record.length);
  }

  /**
   * Makes room behind the last record; {@link #bytes} may be another array afterwards.
   *
   * @return where the room begins
   */
  int reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
    return length;
  }

  /** Makes a record of what was written behind the last. */
  public void end(long line, int end) {
    add(line, length, end);
    length = end;
  }

  /**
   * The same of a row of results: every column in its order, commas between, plain text.
   *
   * @param places where the cells begin, from the beginning of the record
   */
  void endSplit(long line, int end, char[] places) {
    if (cellStarts.length == 0) {
      cellStarts = new char[MOST * EntryColumn.COUNT];
    }
    System.arraycopy(places, 0, cellStarts, count * EntryColumn.COUNT, EntryColumn.COUNT);
    isSplit[count] = true;
    end(line, end);
  }

  /**
   * Finds the cells of a record.
   *
   * @return whether the record is a row of results as it stands
   * @throws UnreadableRecord if it has not the form of the file
   */
  public boolean split(int record, CellSplitter splitter, Cells cells) {
    if (point(record, cells)) {
      return true;
    }
    if (!faults[record].isEmpty()) {
      throw new UnreadableRecord(faults[record]);
    }
    return splitter.split(bytes, starts[record], ends[record], cells);
  }

  /** Points the cells into the record if it is known where they are. */
  private boolean point(int record, Cells cells) {
    if (!isSplit[record]) {
      return false;
    }
    cells.point(bytes);
    int start = starts[record];
    int first = record * EntryColumn.COUNT;
    int from = start;
    for (int i = 1; i < EntryColumn.COUNT; i++) {
      int next = start + cellStarts[first + i];
      cells.set(i - 1, from, next - 1);
      from = next;
    }
    cells.set(EntryColumn.COUNT - 1, from, ends[record]);
    return true;
  }
}
