package org.plimsoll.border.files.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.plimsoll.border.entry.FormulaCell;
import org.plimsoll.border.files.table.DuckSql;

/** The first lines of a run that were refused, or that have a flag: what a reader opens first. */
public final class FirstLines {
  private FirstLines() {}

  /**
   * A line that was refused.
   *
   * @param line its place in the file of entries
   * @param column that was wrong; empty if the record could not be read
   */
  public record Rejected(long line, String column, String reason) {}

  /**
   * A line with a flag.
   *
   * @param flag the word of the flag for which it is listed; it may have others
   * @param rule by which it was assessed; empty if none covers it
   */
  public record Flagged(String flag, String entryId, String line, String rule, BigDecimal levy) {}

  /**
   * The first lines that were refused, in the order of the file.
   *
   * @param folder of the run
   */
  public static List<Rejected> rejected(Path folder, int most) throws IOException {
    String query =
        """
        SELECT CAST("line" AS BIGINT), "column", "reason" FROM read_csv(%s,
          header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
          columns = {'file': 'VARCHAR', 'line': 'VARCHAR', 'column': 'VARCHAR',
            'reason': 'VARCHAR'})
        LIMIT %d
        """
            .formatted(DuckSql.quoted(folder.resolve(AssessRun.REJECTS)), most);
    List<Rejected> found = new ArrayList<>();
    try (Connection connection = DuckSql.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        found.add(new Rejected(row.getLong(1), text(row, 2), text(row, 3)));
      }
      return found;
    } catch (SQLException e) {
      throw new IOException("cannot read the lines that were refused: " + e.getMessage(), e);
    }
  }

  /**
   * The first lines of each flag, in the order of the results.
   *
   * @param folder of the run
   * @param flags their words
   * @param most lines of each
   */
  public static List<Flagged> flagged(Path folder, Collection<String> flags, int most)
      throws IOException {
    String results = ResultsTable.of(folder.resolve(AssessRun.RESULTS));
    List<Flagged> found = new ArrayList<>();
    try (Connection connection = DuckSql.connect();
        Statement statement = connection.createStatement()) {
      for (String flag : flags) {
        String query =
            """
            SELECT entry_id, line, rule_id, levy FROM %s
            WHERE list_contains(string_split(flags, ' '), '%s') LIMIT %d
            """
                .formatted(results, flag, most);
        try (ResultSet row = statement.executeQuery(query)) {
          while (row.next()) {
            found.add(
                new Flagged(
                    flag,
                    FormulaCell.restored(text(row, 1)),
                    text(row, 2),
                    text(row, 3),
                    new BigDecimal(text(row, 4))));
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IOException("cannot look for lines with flags: " + e.getMessage(), e);
    }
  }

  /** An empty cell of CSV is none to DuckDB. */
  private static String text(ResultSet row, int column) throws SQLException {
    String found = row.getString(column);
    return found == null ? "" : found;
  }
}
