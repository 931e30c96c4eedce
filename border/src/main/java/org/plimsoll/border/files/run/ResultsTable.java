package org.plimsoll.border.files.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.plimsoll.border.files.table.DuckSql;
import org.plimsoll.border.files.table.UnreadableInput;

/** The results of a run; as a table of DuckDB, every column as text. */
final class ResultsTable {
  private ResultsTable() {}

  /**
   * The results of a run that is complete: one that was stopped lacks lines, or has half of one.
   *
   * @throws UnreadableInput if the folder holds no run, or a part of one
   */
  static Path requireComplete(Path folder) throws IOException {
    Path results = folder.resolve(AssessRun.RESULTS);
    if (!Files.exists(results)) {
      throw new UnreadableInput(
          "there is no " + results + "\nMaybe name the folder of a run of plimsoll assess");
    }
    if (!Progress.isComplete(folder)) {
      throw new UnreadableInput(
          "the run in %s is not complete: it was stopped before its end\n".formatted(folder)
              + "Maybe run the same line of plimsoll assess again, which goes on where it was");
    }
    return results;
  }

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
        .formatted(DuckSql.quoted(results), columns);
  }

  /** Work over whole runs takes so much memory; what does not fit goes to the disk for a while. */
  static void bound(Statement statement, Path folder) throws SQLException {
    statement.execute("SET memory_limit = '256MB'");
    DuckSql.spill(statement, folder);
  }

  /** Decimals of the levies: all are in one currency; 0 if there are none. */
  static int levyDecimals(Statement statement, String results) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT length(split_part(levy, '.', 2)) FROM " + results + " LIMIT 1")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
