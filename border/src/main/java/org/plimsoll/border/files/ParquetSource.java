package org.plimsoll.border.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.plimsoll.border.entry.EntryColumn;

/**
 * Rows of a Parquet file, read by DuckDB in a stream. A row comes as one text, its cells with a
 * unit separator between: one string a row is far cheaper than eighteen.
 */
final class ParquetSource implements EntrySource {
  private static final SeparatedCells SPLITTER = SeparatedCells.ofRows();

  private final Connection connection;
  private final String select;
  private final String file;
  private Optional<ResultSet> rows = Optional.empty();
  private long skipped;
  private long row;
  private boolean isAtEnd;

  private ParquetSource(Connection connection, String select, String file) {
    this.connection = connection;
    this.select = select;
    this.file = file;
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableRecord if it is no Parquet file, or lacks columns
   */
  static ParquetSource of(Path path) throws IOException {
    String file =
        "read_parquet('" + path.toString().replace("'", "''") + "', file_row_number=true)";
    try {
      Connection connection = connect();
      try {
        return new ParquetSource(connection, columns(connection, file), file);
      } catch (SQLException | UnreadableRecord e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new UnreadableRecord("is no Parquet file that can be read: " + firstLine(e));
    }
  }

  /** A database in memory with one thread, which gives rows as they are asked for. */
  static Connection connect() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("jdbc_stream_results", "true");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute("SET memory_limit = '1GB'");
      statement.execute("SET autoinstall_known_extensions = false");
    }
    return connection;
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
    List<String> cells = new ArrayList<>();
    for (EntryColumn column : EntryColumn.values()) {
      cells.add(cell(column, types.getOrDefault(column, "")));
    }
    return String.join(" || chr(31) || ", cells);
  }

  private static String cell(EntryColumn column, String type) {
    if (type.isEmpty()) {
      return "''";
    }
    String name = '"' + column.word() + '"';
    if (type.startsWith("TIMESTAMP")) {
      return "coalesce(CAST(CAST(" + name + " AS DATE) AS VARCHAR), '')";
    }
    return type.equals("VARCHAR")
        ? "coalesce(" + name + ", '')"
        : "coalesce(CAST(" + name + " AS VARCHAR), '')";
  }

  @Override
  public CellSplitter splitter() {
    return SPLITTER;
  }

  @Override
  public Optional<Records> next() {
    if (isAtEnd) {
      return Optional.empty();
    }
    Records records = new Records(1 << 20);
    try {
      ResultSet open = rows.isPresent() ? rows.get() : open();
      while (!records.isFull() && !isAtEnd) {
        isAtEnd = !open.next();
        if (!isAtEnd) {
          row++;
          records.append(row, open.getString(1).getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (SQLException e) {
      isAtEnd = true;
      records.addFault(
          row + 1,
          "the file is broken behind the row before, and nothing more can be read: "
              + firstLine(e));
    }
    return records.count() == 0 ? Optional.empty() : Optional.of(records);
  }

  @SuppressWarnings("PMD.CloseResource") // closed with the connection
  private ResultSet open() throws SQLException {
    ResultSet opened =
        connection
            .createStatement()
            .executeQuery(
                "SELECT " + select + " FROM " + file + " WHERE file_row_number >= " + skipped);
    rows = Optional.of(opened);
    return opened;
  }

  @Override
  public void skip(long records) {
    skipped += records;
    row += records;
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
