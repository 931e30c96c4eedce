package org.plimsoll.border.files.input;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.plimsoll.border.entry.CellGrid;
import org.plimsoll.border.entry.EightBytes;
import org.plimsoll.border.entry.EntryColumn;

/**
 * Copies rows of DuckDB into records, a whole column at a time. DuckDB has a text in 16 bytes: its
 * length in four, then up to twelve bytes of text; of longer ones four bytes, and where the whole
 * is. The columns stay in that form, and the grid points into it; only longer texts are copied one
 * by one, behind the columns.
 */
final class TextVectors {
  private static final MemorySegment MEMORY = DuckRows.MEMORY;
  private static final int ENTRY = DuckRows.TEXT_ENTRY;
  private static final int INLINE = DuckRows.TEXT_INLINE;
  private static final int TEXT = 4;

  /** Longer texts of a batch, so that memory does not grow with what rows hold. */
  private static final long MOST_BYTES = 1 << 21;

  /** Bytes of each row that are in longer texts. */
  private final long[] longer = new long[Records.MOST];

  private boolean hasLonger;

  /**
   * Takes rows of the present chunk in place of what the records held.
   *
   * @param from first of them
   * @param most to be taken; fewer if their texts are very long
   * @return how many were taken, one at least
   */
  int copy(DuckRows chunk, int from, int most, long firstLine, Records records) {
    int rows = most;
    copyColumns(chunk, from, rows, records);
    while (rows > 1 && hasLonger && Arrays.stream(longer, 0, rows).sum() > MOST_BYTES) {
      rows = rows / 2;
      copyColumns(chunk, from, rows, records);
    }
    records.addRows(firstLine, rows);
    if (hasLonger) {
      copyLonger(rows, records);
    }
    return rows;
  }

  private void copyColumns(DuckRows chunk, int from, int rows, Records records) {
    records.reserve(EntryColumn.COUNT * ENTRY * rows + CellGrid.BEHIND);
    records.grid().point(records.bytes());
    hasLonger = false;
    for (int column = 0; column < EntryColumn.COUNT; column++) {
      copyColumn(chunk, column, from, rows, records);
    }
  }

  private void copyColumn(DuckRows chunk, int column, int from, int rows, Records records) {
    byte[] bytes = records.bytes();
    int base = column * ENTRY * rows;
    long source = chunk.data(column) + (long) ENTRY * from;
    MemorySegment.copy(MEMORY, JAVA_BYTE, source, bytes, base, ENTRY * rows);
    int[] starts = records.grid().starts();
    int[] ends = records.grid().ends();
    int first = records.grid().first(column);
    long validity = chunk.validity(column);
    int longest = 0;
    for (int row = 0; row < rows; row++) {
      int start = base + ENTRY * row;
      int length = (int) EightBytes.at(bytes, start);
      starts[first + row] = start + TEXT;
      ends[first + row] = start + TEXT + length;
      longest = Math.max(longest, length);
    }
    if (validity != 0) {
      empty(validity, from, rows, starts, ends, first);
    }
    if (longest > INLINE) {
      count(rows, starts, ends, first);
    }
  }

  /** Cells without a value become empty: a bit a row says whether it has one, 64 in a long. */
  private static void empty(
      long validity, int from, int rows, int[] starts, int[] ends, int first) {
    for (int row = 0; row < rows; row++) {
      int inChunk = from + row;
      long bits = MEMORY.get(JAVA_LONG, validity + (inChunk >>> 6) * 8L);
      ends[first + row] = (bits >>> inChunk & 1) != 0 ? ends[first + row] : starts[first + row];
    }
  }

  private void count(int rows, int[] starts, int[] ends, int first) {
    if (!hasLonger) {
      Arrays.fill(longer, 0);
      hasLonger = true;
    }
    for (int row = 0; row < rows; row++) {
      int length = ends[first + row] - starts[first + row];
      longer[row] += length > INLINE ? length : 0;
    }
  }

  private void copyLonger(int rows, Records records) {
    int end = EntryColumn.COUNT * ENTRY * rows;
    for (int row = 0; row < rows; row++) {
      if (longer[row] > TextSource.LONGEST) {
        records.fail(row, TextSource.TOO_LONG);
      } else if (longer[row] > 0) {
        end = copyLonger(row, end, records);
      }
    }
    records.grid().point(records.bytes());
  }

  private static int copyLonger(int row, int from, Records records) {
    CellGrid grid = records.grid();
    int end = from;
    for (int column = 0; column < EntryColumn.COUNT; column++) {
      int start = grid.starts()[grid.first(column) + row];
      int length = grid.ends()[grid.first(column) + row] - start;
      if (length > INLINE) {
        long source = EightBytes.at(records.bytes(), start + TEXT);
        records.reserve(end + length + CellGrid.BEHIND);
        MemorySegment.copy(MEMORY, JAVA_BYTE, source, records.bytes(), end, length);
        grid.set(column, row, end, end + length);
        end += length;
      }
    }
    return end;
  }
}
