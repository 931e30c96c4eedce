package org.plimsoll.border.files.input;

import java.util.Arrays;
import org.plimsoll.border.entry.CellGrid;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.files.table.UnreadableRecord;
import org.plimsoll.border.files.table.Utf8Check;

/**
 * A batch of records of a file, and their cells. Lines of text lie here as they stand in the file,
 * and {@link #split} finds their cells; of rows of Parquet the cells are known from the beginning.
 * One is used again and again, so that it stays in the cache.
 */
public final class Records {
  /**
   * Few enough that the batches of all threads stay in their caches: with 2,048 two threads took a
   * tenth more processor time. Enough that threads need not meet often.
   */
  public static final int MOST = 512;

  private static final int NONE = -1;

  private byte[] bytes = {};
  private int count;
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private final long[] lines = new long[MOST];
  private final String[] faults = new String[MOST];
  private final boolean[] isWhole = new boolean[MOST];
  private final CellGrid grid = new CellGrid(MOST);
  private final Cells cells = new Cells(grid);
  private boolean areRows;
  private int breakAt = NONE;
  private int openAt = NONE;
  private String seen = "";

  public Records() {
    Arrays.fill(faults, "");
  }

  /** Takes all out, and keeps the room. */
  public void clear() {
    Arrays.fill(faults, 0, count, "");
    Arrays.fill(isWhole, 0, count, false);
    count = 0;
    areRows = false;
    breakAt = NONE;
    openAt = NONE;
  }

  /** Whether there is no place for another record. */
  boolean isFull() {
    return count == MOST;
  }

  /**
   * What tells the bytes that were read up to here from others; empty where the file itself has a
   * {@link org.plimsoll.border.files.table.Fingerprint}.
   */
  public String seen() {
    return seen;
  }

  void see(String upToHere) {
    seen = upToHere;
  }

  public int count() {
    return count;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Where a record of text begins. */
  public int start(int record) {
    return starts[record];
  }

  /** Where a record of text ends. */
  public int end(int record) {
    return ends[record];
  }

  /** Line or row of the file, from 1. */
  public long line(int record) {
    return lines[record];
  }

  /** Makes room for so many bytes; {@link #bytes} may be another array afterwards. */
  void reserve(int room) {
    if (room > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, room));
    }
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
    add(line, 0, 0);
    fail(count - 1, fault);
  }

  /** The file is broken before this record, which stands for all that is lost. */
  void addBreak(long line, String fault) {
    breakAt = count;
    addFault(line, fault);
  }

  /** The next record is the last, and no line break stands behind it. */
  void endOpen(boolean isOpen) {
    openAt = isOpen ? count : NONE;
  }

  /**
   * Whether the file breaks at the record, of which nothing can be made: nothing behind it can be
   * read, or the file ends within it.
   */
  public boolean isBreak(int record) {
    return record == breakAt || record == openAt;
  }

  /** Nothing can be made of the record. */
  void fail(int record, String fault) {
    faults[record] = fault;
    cells.at(record).clear();
  }

  boolean hasFailed(int record) {
    return !faults[record].isEmpty();
  }

  /** Adds rows whose cells the grid has already. */
  void addRows(long firstLine, int rows) {
    areRows = true;
    for (int i = 0; i < rows; i++) {
      add(firstLine + i, 0, 0);
    }
  }

  /** The cells of all records: known of rows, and of lines of text once they are split. */
  public CellGrid grid() {
    return grid;
  }

  /** Finds the cells of every record. One that has not the form of the file fails. */
  public void split(CellSplitter splitter) {
    if (!areRows) {
      splitter.split(this);
    }
  }

  /** The record is a row of results as it stands. */
  void setWhole(int record) {
    isWhole[record] = true;
  }

  /**
   * Whether the record is a row of results as it stands: all columns of an entry in their order and
   * nothing else, commas between, no quotation marks.
   */
  public boolean isWhole(int record) {
    return isWhole[record];
  }

  /**
   * The cells of a record that was split; they hold until those of another are asked for.
   *
   * @throws UnreadableRecord if nothing can be made of it
   */
  public Cells cells(int record) {
    if (hasFailed(record)) {
      throw new UnreadableRecord(faults[record]);
    }
    cells.at(record);
    if (areRows) {
      for (EntryColumn column : EntryColumn.ALL) {
        Utf8Check.require(cells.bytes(), cells.start(column), cells.end(column));
      }
    }
    return cells;
  }
}
