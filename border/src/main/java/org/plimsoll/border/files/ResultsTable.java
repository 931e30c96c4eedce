package org.plimsoll.border.files;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The results of a run as a table of DuckDB, every column as text. */
final class ResultsTable {
  private ResultsTable() {}

  /** What stands behind FROM. */
  static String of(Path results) {
    StringBuilder columns = new StringBuilder();
    for (String name : BatchWork.resultsHeader().strip().split(",", -1)) {
      columns.append(columns.isEmpty() ? "" : ", ").append("'").append(name).append("': 'VARCHAR'");
    }
    return """
    read_csv(%s, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
      columns = {%s})\
    """
        .formatted(quoted(results), columns);
  }

  /** A path as a text of SQL. */
  static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  /** Decimals of the levies: all are in one currency. */
  static int levyDecimals(Statement statement, String results) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT length(split_part(levy, '.', 2)) FROM " + results + " LIMIT 1")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
