package org.plimsoll.border.files.input;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.plimsoll.border.entry.EightBytes;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.files.table.ByteText;

/**
 * The columns of a chunk as text, row by row into records. DuckDB has a text in 16 bytes: its
 * length in four, then up to twelve bytes of text; of longer ones four bytes, and where the whole
 * is.
 */
final class TextColumns {
  /** All there is: DuckDB says where its texts are. */
  @SuppressWarnings("restricted")
  private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private static final int ENTRY = 16;
  private static final int INLINE = 12;

  /** Room for the cells of a row that are short, with what is written beyond their ends. */
  private static final int ROOM = (ENTRY + 1) * EntryColumn.COUNT;

  private static final long COMMAS = EightBytes.of(',');
  private static final long ZEROS = EightBytes.of('0');

  private final long[] texts = new long[EntryColumn.COUNT];
  private final long[] validities = new long[EntryColumn.COUNT];
  private final char[] places = new char[EntryColumn.COUNT];

  /** Reads from the present chunk, if there is one. */
  void pointTo(DuckRows rows, boolean isAtEnd) {
    for (int i = 0; i < EntryColumn.COUNT && !isAtEnd; i++) {
      texts[i] = rows.data(i);
      validities[i] = rows.validity(i);
    }
  }

  /** Writes a row of the chunk to the end of the records. */
  void append(Records records, long line, int row) {
    int start = records.reserve(ROOM);
    byte[] bytes = records.bytes();
    int at = start;
    for (int i = 0; i < EntryColumn.COUNT; i++) {
      places[i] = (char) (at - start);
      int length = length(i, row);
      long text = texts[i] + (long) ENTRY * row;
      if (length <= INLINE) {
        // All twelve, whatever the length: what is too much is written over.
        EightBytes.put(bytes, at, MEMORY.get(JAVA_LONG_UNALIGNED, text + 4));
        EightBytes.put(bytes, at + 8, MEMORY.get(JAVA_INT, text + 12));
      } else {
        if (at - start + length > TextSource.LONGEST - ROOM) {
          records.addFault(line, TextSource.TOO_LONG);
          return;
        }
        records.reserve(at - start + length + ROOM);
        bytes = records.bytes();
        MemorySegment.copy(MEMORY, JAVA_BYTE, MEMORY.get(JAVA_LONG, text + 8), bytes, at, length);
      }
      at += length;
      bytes[at++] = ',';
    }
    int end = at - 1;
    if (isPlain(bytes, start, end)) {
      records.endSplit(line, end, places);
    } else {
      records.append(line, quoted(bytes, start, end));
    }
  }

  /** Whether it is ASCII without quotation marks, and no comma is within a cell. */
  private static boolean isPlain(byte[] bytes, int start, int end) {
    long odd = 0;
    int commas = 0;
    for (int at = start; at < end; at += 8) {
      long eight = EightBytes.upTo(bytes, at, end);
      odd |= EightBytes.odd(EightBytes.filled(eight, end - at, ZEROS));
      commas += Long.bitCount(EightBytes.equal(eight, COMMAS));
    }
    return odd == 0 && commas == EntryColumn.COUNT - 1;
  }

  /** How long the text is; 0 if there is none. */
  private int length(int column, int row) {
    long validity = validities[column];
    boolean isThere =
        validity == 0 || (MEMORY.get(JAVA_LONG, validity + (row >>> 6) * 8L) >>> row & 1) != 0;
    return isThere ? MEMORY.get(JAVA_INT, texts[column] + (long) ENTRY * row) : 0;
  }

  /** The row as CSV with the quotation marks that it needs. */
  private byte[] quoted(byte[] bytes, int start, int end) {
    ByteText row = new ByteText(2 * (end - start));
    for (int i = 0; i < EntryColumn.COUNT; i++) {
      boolean isLast = i == EntryColumn.COUNT - 1;
      int to = isLast ? end : start + places[i + 1] - 1;
      row.cell(bytes, start + places[i], to);
      if (!isLast) {
        row.sign(',');
      }
    }
    return row.toBytes();
  }
}
