package org.plimsoll.border.files.input;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.files.table.DuckSql;
import org.plimsoll.border.files.table.UnreadableRecord;

/**
 * Rows of a Parquet file, read by DuckDB in a stream, as lines of CSV. Where the cells of a row
 * begin is known, so that most lines are never searched for their commas.
 */
final class ParquetSource implements EntrySource {
  private static final SeparatedCells SPLITTER = SeparatedCells.ofEntries();

  /** What DuckDB says of a file that is wrong in itself, and not of a disk that fails. */
  private static final Pattern BROKEN =
      Pattern.compile("^(Invalid|Conversion Error|Serialization Error|TProtocol)|(?i:corrupt)");

  private final String select;
  private final String file;
  private Optional<DuckRows> rows = Optional.empty();
  private final TextColumns columns = new TextColumns();
  private int inChunk;
  private int chunkSize;
  private long skipped;
  private long row;
  private boolean isAtEnd;

  private ParquetSource(String select, String file) {
    this.select = select;
    this.file = file;
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableRecord if it is no Parquet file, or lacks columns
   */
  static ParquetSource of(Path path) {
    String file = "read_parquet(" + DuckSql.quoted(path).replace("%", "%%") + "%s)";
    try (Connection connection = DuckSql.connect()) {
      return new ParquetSource(columns(connection, file.formatted("")), file);
    } catch (SQLException e) {
      throw new UnreadableRecord("is no Parquet file that can be read: " + firstLine(e));
    }
  }

  private static String columns(Connection connection, String file) throws SQLException {
    Map<EntryColumn, String> types = new EnumMap<>(EntryColumn.class);
    try (Statement statement = connection.createStatement();
        ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + file)) {
      while (described.next()) {
        String type = described.getString(2);
        EntryColumn.find(described.getString(1)).ifPresent(column -> types.put(column, type));
      }
    }
    Set<EntryColumn> seen = EnumSet.noneOf(EntryColumn.class);
    seen.addAll(types.keySet());
    SeparatedCells.requireNeeded(seen);
    types.forEach(ParquetSource::requireExact);
    List<String> cells = new ArrayList<>();
    for (EntryColumn column : EntryColumn.values()) {
      cells.add(cell(column, types.getOrDefault(column, "")));
    }
    return String.join(", ", cells);
  }

  /**
   * A time with a zone is another day elsewhere, and a float keeps seven digits: neither says what
   * was declared.
   */
  private static void requireExact(EntryColumn column, String type) {
    if (type.equals("TIMESTAMP WITH TIME ZONE")) {
      throw new UnreadableRecord(
          "has %s as a time with a zone, which is another day elsewhere".formatted(column.word())
              + "\nMaybe write it as a date");
    }
    if (type.equals("FLOAT")) {
      throw new UnreadableRecord(
          "has %s as a float of 32 bits, which keeps seven digits".formatted(column.word())
              + "\nMaybe write it as a decimal or as text");
    }
  }

  /** What gives the cell as text; nothing where there is none. */
  private static String cell(EntryColumn column, String type) {
    if (type.isEmpty()) {
      return "''";
    }
    String name = '"' + column.word() + '"';
    if (type.startsWith("TIMESTAMP")) {
      return "CAST(CAST(" + name + " AS DATE) AS VARCHAR)";
    }
    return type.equals("VARCHAR") ? name : "CAST(" + name + " AS VARCHAR)";
  }

  @Override
  public CellSplitter splitter() {
    return SPLITTER;
  }

  @Override
  public boolean next(Records records) throws IOException {
    records.clear();
    if (isAtEnd) {
      return false;
    }
    try {
      while (!records.isFull() && hasRow()) {
        row++;
        columns.append(records, row, inChunk);
        inChunk++;
      }
    } catch (SQLException e) {
      if (!BROKEN.matcher(firstLine(e)).find()) {
        throw new IOException("the Parquet file cannot be read on: " + firstLine(e), e);
      }
      isAtEnd = true;
      records.addFault(
          row + 1,
          "the file is broken behind the row before, and nothing more can be read: "
              + firstLine(e));
    }
    return records.count() > 0;
  }

  private boolean hasRow() throws SQLException {
    if (inChunk < chunkSize) {
      return true;
    }
    DuckRows open = rows.isPresent() ? rows.get() : open();
    chunkSize = open.next();
    inChunk = 0;
    isAtEnd = chunkSize == 0;
    columns.pointTo(open, isAtEnd);
    return !isAtEnd;
  }

  private DuckRows open() throws SQLException {
    String query =
        skipped == 0
            ? "SELECT " + select + " FROM " + file.formatted("")
            : "SELECT %s FROM %s WHERE file_row_number >= %d"
                .formatted(select, file.formatted(", file_row_number = true"), skipped);
    DuckRows opened = DuckRows.of(query, DuckSql.SETTINGS);
    rows = Optional.of(opened);
    return opened;
  }

  @Override
  public boolean skip(long records, String seen) {
    skipped += records;
    row += records;
    return true;
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    rows.ifPresent(DuckRows::close);
  }
}
