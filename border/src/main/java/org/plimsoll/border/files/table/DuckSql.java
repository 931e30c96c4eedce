package org.plimsoll.border.files.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A DuckDB in memory for work over whole files: settings, and words of its SQL. */
public final class DuckSql {
  /** One thread, bounded memory, and nothing fetched from a network. */
  public static final List<String> SETTINGS =
      List.of(
          "SET threads = 1",
          "SET memory_limit = \'1GB\'",
          "SET autoinstall_known_extensions = false");

  private DuckSql() {}

  /** A new database, gone with the connection. */
  public static Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
    }
    return connection;
  }

  /** A path as a text of SQL. */
  public static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  /** What does not fit in memory goes to this folder until the connection ends. */
  public static void spill(Statement statement, Path folder) throws SQLException {
    statement.execute("SET temp_directory = " + quoted(folder.resolve("spill")));
  }
}
