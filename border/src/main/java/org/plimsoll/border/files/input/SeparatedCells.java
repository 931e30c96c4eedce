package org.plimsoll.border.files.input;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.plimsoll.border.entry.CellGrid;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EightBytes;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.FormulaCell;
import org.plimsoll.border.files.table.UnreadableRecord;
import org.plimsoll.border.files.table.Utf8Check;

/**
 * Cells between separators: CSV (RFC 4180, but for line breaks within a value, which no entry
 * needs), with comma, semicolon or tab.
 */
public final class SeparatedCells implements CellSplitter {
  private static final int NO_COLUMN = -1;
  private static final List<String> NAMES =
      EntryColumn.ALL.stream().map(EntryColumn::word).toList();

  /** Columns that only results and lists of refunds have. */
  private static final Pattern OURS = Pattern.compile("\\b(rule_version|of_levy)\\b");

  private final byte separator;
  private final long separators;

  /** The position of each cell's column among those of an entry. */
  private final int[] positions;

  private final boolean isWhole;

  /** Whether we wrote it: then formulas have a mark before them ({@link FormulaCell}). */
  private final boolean isMarked;

  private SeparatedCells(byte separator, int[] positions, boolean isWhole, boolean isMarked) {
    this.separator = separator;
    this.positions = positions;
    this.isWhole = isWhole;
    this.isMarked = isMarked;
    separators = EightBytes.of((char) separator);
  }

  /** Every column in its order, commas between. */
  static SeparatedCells ofEntries() {
    return new SeparatedCells((byte) ',', inOrder(), true, false);
  }

  private static int[] inOrder() {
    return IntStream.range(0, EntryColumn.COUNT).toArray();
  }

  /**
   * Columns of an entry by the names of a header; what it names besides is passed over.
   *
   * @throws UnreadableRecord if a column that every line must have is missing, or one stands twice
   */
  static SeparatedCells ofHeader(String header) {
    SeparatedCells cells = ofHeader(header, NAMES);
    requireNeeded(cells.positions);
    return cells.separator == ',' && Arrays.equals(cells.positions, inOrder())
        ? ofEntries()
        : cells;
  }

  /**
   * Columns by the names of a header, each in its position among the names; none of them needed.
   *
   * @throws UnreadableRecord if one stands twice
   */
  private static SeparatedCells ofHeader(String header, List<String> names) {
    byte separator = ',';
    for (byte other : new byte[] {';', '\t'}) {
      separator = header.indexOf(separator) < 0 && header.indexOf(other) >= 0 ? other : separator;
    }
    String[] words = header.split(Character.toString(separator), -1);
    int[] positions = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      String name = words[i].strip();
      boolean isInMarks = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
      String word = isInMarks ? name.substring(1, name.length() - 1) : name;
      int position = names.indexOf(word.toLowerCase(Locale.ROOT));
      for (int j = 0; j < i; j++) {
        if (position != NO_COLUMN && positions[j] == position) {
          throw new UnreadableRecord("the header names " + names.get(position) + " twice");
        }
      }
      positions[i] = position;
    }
    return new SeparatedCells(separator, positions, false, OURS.matcher(header).find());
  }

  private static void requireNeeded(int[] positions) {
    Set<EntryColumn> seen = EnumSet.noneOf(EntryColumn.class);
    for (int position : positions) {
      if (position != NO_COLUMN) {
        seen.add(EntryColumn.ALL.get(position));
      }
    }
    requireNeeded(seen);
  }

  static void requireNeeded(Set<EntryColumn> seen) {
    require(
        EntryColumn.ALL.stream()
            .filter(column -> column.isNeeded() && !seen.contains(column))
            .map(EntryColumn::word)
            .toList());
  }

  /**
   * Columns of another table, by the names of a header; what it names besides is passed over.
   *
   * @throws UnreadableRecord if one is missing or stands twice
   */
  public static SeparatedCells ofWholeHeader(String header, List<String> names) {
    SeparatedCells cells = ofHeader(header, names);
    List<Integer> seen = Arrays.stream(cells.positions).boxed().toList();
    require(names.stream().filter(name -> !seen.contains(names.indexOf(name))).toList());
    return cells;
  }

  private static void require(List<String> missing) {
    if (!missing.isEmpty()) {
      throw new UnreadableRecord(
          "the columns %s are missing\nMaybe compare the names with docs/reference/entries.md"
              .formatted(String.join(", ", missing)));
    }
  }

  @Override
  public CellSplitter copy() {
    return this;
  }

  @Override
  public void split(Records records) {
    CellGrid grid = records.grid();
    if (!isWhole) {
      grid.clear();
    }
    grid.point(records.bytes());
    Cells cells = new Cells(grid);
    for (int i = 0; i < records.count(); i++) {
      if (!records.hasFailed(i)) {
        split(records, i, cells.at(i));
      }
    }
  }

  private void split(Records records, int record, Cells cells) {
    byte[] bytes = records.bytes();
    int start = records.start(record);
    int end = records.end(record);
    try {
      if (!splitPlain(bytes, start, end, cells)) {
        Utf8Check.require(bytes, start, end);
        splitMarked(bytes, start, end, cells);
      } else if (isWhole) {
        records.setWhole(record);
      }
    } catch (UnreadableRecord unreadable) {
      records.fail(record, unreadable.reason());
    }
  }

  /** ASCII without marks, as nearly all is; false if the record has anything else. */
  private boolean splitPlain(byte[] bytes, int start, int end, Cells cells) {
    int from = start;
    int column = 0;
    for (int at = start; at < end; at += 8) {
      long eight = EightBytes.upTo(bytes, at, end);
      if (EightBytes.odd(EightBytes.filled(eight, end - at, EightBytes.of('0'))) != 0) {
        return false;
      }
      for (long found = EightBytes.equal(eight, separators); found != 0; found &= found - 1) {
        int to = at + EightBytes.first(found);
        point(bytes, column, from, to, cells);
        column++;
        from = to + 1;
      }
    }
    point(bytes, column, from, end, cells);
    requireCount(column + 1);
    return true;
  }

  private void point(byte[] bytes, int cell, int from, int to, Cells cells) {
    if (cell < positions.length && positions[cell] != NO_COLUMN) {
      boolean isMark = isMarked && FormulaCell.isMarked(bytes, from, to);
      cells.set(positions[cell], isMark ? from + 1 : from, to);
    }
  }

  private void splitMarked(byte[] bytes, int start, int end, Cells cells) {
    int at = start;
    int column = 0;
    while (true) {
      int from = at;
      int to;
      if (at < end && bytes[at] == '"') {
        from = at + 1;
        int mark = closing(bytes, from, end);
        at = mark + 1;
        to = undouble(bytes, from, mark);
      } else {
        while (at < end && bytes[at] != separator) {
          at++;
        }
        to = at;
      }
      point(bytes, column, from, to, cells);
      column++;
      if (at >= end) {
        break;
      }
      if (bytes[at] != separator) {
        throw new UnreadableRecord(
            "cell %d goes on behind its closing quotation mark".formatted(column));
      }
      at++;
    }
    requireCount(column);
  }

  private void requireCount(int cells) {
    if (cells != positions.length) {
      throw new UnreadableRecord(
          "has %d cells, but the header has %d; Maybe a separator or a quotation mark is missing"
              .formatted(cells, positions.length));
    }
  }

  /** The closing quotation mark: one that is not doubled. */
  private static int closing(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      if (bytes[at] == '"') {
        if (at + 1 < end && bytes[at + 1] == '"') {
          at++;
        } else {
          return at;
        }
      }
      at++;
    }
    throw new UnreadableRecord("a quotation mark is not closed in its line");
  }

  /** Makes one mark of two, in place; returns the new end. */
  private static int undouble(byte[] bytes, int from, int to) {
    int kept = from;
    for (int at = from; at < to; at++) {
      bytes[kept++] = bytes[at];
      at += bytes[at] == '"' ? 1 : 0;
    }
    return kept;
  }
}
