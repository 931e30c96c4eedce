package org.plimsoll.border.files.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.border.entry.FormulaCell;
import org.plimsoll.border.files.table.DuckSql;

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
   * A line that stands more than once.
   *
   * @param entryId the declaration
   * @param line within it
   * @param times how often it stands
   * @param rows of the results, with blanks between
   * @param levies of all of them together
   */
  public record Twice(String entryId, String line, long times, String rows, BigDecimal levies) {}

  /**
   * The first of what {@link #write} found, in the order of the results; none if there is no list.
   *
   * @param folder of the run
   * @param most to be read
   */
  public static List<Twice> list(Path folder, int most) throws IOException {
    Path list = folder.resolve(NAME);
    List<Twice> found = new ArrayList<>();
    if (!Files.exists(list)) {
      return found;
    }
    String query =
        "SELECT entry_id, line, CAST(times AS BIGINT), rows, CAST(levies AS VARCHAR)"
            + " FROM read_csv(%s, header = true, all_varchar = true, delim = ',', quote = '\"')"
                .formatted(DuckSql.quoted(list))
            + " LIMIT "
            + most;
    try (Connection connection = DuckSql.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        found.add(
            new Twice(
                FormulaCell.restored(row.getString(1)),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                new BigDecimal(row.getString(5))));
      }
    } catch (SQLException e) {
      throw new IOException("cannot read " + list + ": " + e.getMessage(), e);
    }
    return found;
  }

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
    try (Connection connection = DuckSql.connect();
        Statement statement = connection.createStatement()) {
      ResultsTable.bound(statement, folder);
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
                    results, ResultsTable.levyDecimals(statement, results), DuckSql.quoted(list)));
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
