package org.plimsoll.border.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lines of entries that stand in the results more than once. Each of them was assessed, since
 * nobody but an officer can say which is meant: they are listed with their places. Exact, in
 * bounded memory: DuckDB sorts out what does not fit on the disk.
 */
public final class Duplicates {
  /** The list in the folder of a run; there is none if no line stands twice. */
  public static final String NAME = "duplicates.csv";

  private Duplicates() {}

  /**
   * Looks through the results of a complete run, and writes {@link #NAME}.
   *
   * @param folder of the run
   * @return how many lines stand more than once
   */
  public static long write(Path folder) throws IOException {
    Path list = folder.resolve(NAME);
    Files.deleteIfExists(list);
    String results = ResultsTable.of(folder.resolve(AssessRun.RESULTS));
    try (Connection connection = ParquetSource.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET temp_directory = " + ResultsTable.quoted(folder.resolve("spill")));
      long count =
          count(
              statement,
              """
              SELECT count(*)
              FROM (SELECT 1 FROM %s GROUP BY entry_id, line HAVING count(*) > 1)
              """
                  .formatted(results));
      if (count > 0) {
        statement.execute(
            """
            COPY (
              WITH numbered AS (
                SELECT entry_id, line, levy, row_number() OVER () + 1 AS place FROM %s),
              twice AS (
                SELECT entry_id, line FROM numbered GROUP BY entry_id, line HAVING count(*) > 1)
              SELECT entry_id, line, count(*) AS times,
                string_agg(CAST(place AS VARCHAR), ' ' ORDER BY place) AS rows,
                sum(CAST(levy AS DECIMAL(30, %d))) AS levies
              FROM numbered SEMI JOIN twice USING (entry_id, line)
              GROUP BY entry_id, line ORDER BY min(place)
            ) TO %s (FORMAT csv)
            """
                .formatted(
                    results,
                    ResultsTable.levyDecimals(statement, results),
                    ResultsTable.quoted(list)));
      }
      return count;
    } catch (SQLException e) {
      throw new IOException("cannot look for lines that stand twice: " + e.getMessage(), e);
    }
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
