package org.plimsoll.border.files;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryColumn;

/**
 * Cells between separators: CSV (RFC 4180, but for line breaks within a value, which no entry
 * needs), with comma, semicolon or tab; and rows of Parquet, which are joined with a character that
 * no value has.
 */
final class SeparatedCells implements CellSplitter {
  /** Stands between the cells of a row that was no text: the unit separator. */
  static final byte UNIT = 0x1F;

  private final byte separator;
  private final boolean isQuoted;
  private final List<Optional<EntryColumn>> columns;

  private SeparatedCells(byte separator, boolean isQuoted, List<Optional<EntryColumn>> columns) {
    this.separator = separator;
    this.isQuoted = isQuoted;
    this.columns = List.copyOf(columns);
  }

  /** Every column in its order, without quotation marks. */
  static SeparatedCells ofRows() {
    List<Optional<EntryColumn>> all = new ArrayList<>();
    for (EntryColumn column : EntryColumn.values()) {
      all.add(Optional.of(column));
    }
    return new SeparatedCells(UNIT, false, all);
  }

  /**
   * Columns by the names of a header; what it names besides is passed over.
   *
   * @throws UnreadableRecord if a column that every line must have is missing, or one stands twice
   */
  static SeparatedCells ofHeader(String header) {
    byte separator = ',';
    for (byte other : new byte[] {';', '\t'}) {
      separator = header.indexOf(separator) < 0 && header.indexOf(other) >= 0 ? other : separator;
    }
    List<Optional<EntryColumn>> columns = new ArrayList<>();
    Set<EntryColumn> seen = EnumSet.noneOf(EntryColumn.class);
    for (String word : header.split(Character.toString(separator), -1)) {
      String name = word.strip();
      boolean isInMarks = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
      Optional<EntryColumn> column =
          EntryColumn.find(isInMarks ? name.substring(1, name.length() - 1) : name);
      if (column.isPresent() && !seen.add(column.get())) {
        throw new UnreadableRecord("the header names " + column.get().word() + " twice");
      }
      columns.add(column);
    }
    requireNeeded(seen);
    return new SeparatedCells(separator, true, columns);
  }

  static void requireNeeded(Set<EntryColumn> seen) {
    List<String> missing = new ArrayList<>();
    for (EntryColumn column : EntryColumn.values()) {
      if (column.isNeeded() && !seen.contains(column)) {
        missing.add(column.word());
      }
    }
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
  public byte wholeBy() {
    return columns.equals(EntryColumn.ALL.stream().map(Optional::of).toList()) ? separator : 0;
  }

  @Override
  public void split(byte[] bytes, int start, int end, Cells cells) {
    cells.clear();
    cells.point(bytes);
    int at = start;
    int column = 0;
    while (true) {
      int from = at;
      int to;
      if (isQuoted && at < end && bytes[at] == '"') {
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
      if (column < columns.size() && columns.get(column).isPresent()) {
        cells.set(columns.get(column).get(), from, to);
      }
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
    if (column != columns.size()) {
      throw new UnreadableRecord(
          "has %d cells, but the header has %d; Maybe a separator or a quotation mark is missing"
              .formatted(column, columns.size()));
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
