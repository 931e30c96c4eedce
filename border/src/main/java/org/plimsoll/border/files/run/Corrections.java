package org.plimsoll.border.files.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.plimsoll.border.files.table.DuckSql;
import org.plimsoll.border.files.table.UnreadableInput;

/**
 * What a second assessment of entries makes of the first: for each line the difference of levy and
 * of other duties, which is still to be paid, or to be paid back. Neither run is changed. Exact, in
 * bounded memory.
 */
public final class Corrections {
  private static final String BOTH = "corrected";
  private static final String EARLIER = "only-in-earlier";
  private static final String LATER = "only-in-later";

  private Corrections() {}

  /**
   * What was found.
   *
   * @param lines in both runs
   * @param corrected of them that owe another levy or other duties
   * @param all levy and duties of each line together
   * @param levies they alone
   * @param duties they alone
   * @param onlyEarlier lines that the later run does not have
   * @param onlyLater lines that the earlier run does not have
   * @param currency of both
   */
  public record Outcome(
      long lines,
      long corrected,
      Due all,
      Due levies,
      Due duties,
      long onlyEarlier,
      long onlyLater,
      String currency) {}

  /**
   * Differences of lines that both runs have, summed up in units of the currency.
   *
   * @param toPay sum of those above 0
   * @param toPayBack sum of those below 0, as a positive amount
   */
  public record Due(BigDecimal toPay, BigDecimal toPayBack) {}

  /**
   * Compares two complete runs, and writes the lines that owe another amount, or that only one of
   * them has.
   *
   * @param earlier folder of the run that was paid by
   * @param later folder of the run that is owed by
   * @param list CSV to be written
   * @throws UnreadableInput if a run is not complete, a line stands twice, or the runs are in two
   *     currencies
   */
  public static Outcome write(Path earlier, Path later, Path list) throws IOException {
    String before = ResultsTable.of(ResultsTable.requireComplete(earlier));
    String after = ResultsTable.of(ResultsTable.requireComplete(later));
    try (Connection connection = DuckSql.connect();
        Statement statement = connection.createStatement()) {
      ResultsTable.bound(statement, later);
      requireOnce(statement, earlier, before);
      requireOnce(statement, later, after);
      String currency = currency(statement, before, after);
      int decimals =
          Math.max(
              ResultsTable.levyDecimals(statement, before),
              ResultsTable.levyDecimals(statement, after));
      statement.execute(
          """
          CREATE TEMP VIEW joined AS
          SELECT entry_id, line,
            CASE WHEN a.levy IS NULL THEN '%1$s' WHEN b.levy IS NULL THEN '%2$s' ELSE '%3$s' END
              AS status,
            b.levy AS levy_before, a.levy AS levy_after,
            CAST(coalesce(a.levy, '0') AS DECIMAL(30, %4$d))
              - CAST(coalesce(b.levy, '0') AS DECIMAL(30, %4$d)) AS levy_difference,
            b.duties AS duties_before, a.duties AS duties_after,
            CAST(coalesce(a.duties, '0') AS DECIMAL(30, %4$d))
              - CAST(coalesce(b.duties, '0') AS DECIMAL(30, %4$d)) AS duties_difference,
            levy_difference + duties_difference AS difference,
            b.rule_id AS rule_before, b.rule_version AS version_before,
            a.rule_id AS rule_after, a.rule_version AS version_after
          FROM %5$s b FULL JOIN %6$s a USING (entry_id, line)
          """
              .formatted(EARLIER, LATER, BOTH, decimals, before, after));
      statement.execute(
          """
          COPY (SELECT * FROM joined
            WHERE status <> '%s' OR levy_difference <> 0 OR duties_difference <> 0
            ORDER BY entry_id, CAST(line AS BIGINT)) TO %s (FORMAT csv)
          """
              .formatted(BOTH, DuckSql.quoted(list)));
      return outcome(statement, currency);
    } catch (SQLException e) {
      throw new IOException("cannot compare the runs: " + e.getMessage(), e);
    }
  }

  private static void requireOnce(Statement statement, Path folder, String results)
      throws SQLException, UnreadableInput {
    String query =
        "SELECT entry_id, line FROM %s GROUP BY entry_id, line HAVING count(*) > 1 LIMIT 1"
            .formatted(results);
    try (ResultSet row = statement.executeQuery(query)) {
      if (row.next()) {
        throw new UnreadableInput(
            "%s has entry %s, line %s more than once"
                    .formatted(folder, row.getString(1), row.getString(2))
                + "\nMaybe settle the lines of its duplicates.csv first");
      }
    }
  }

  private static String currency(Statement statement, String before, String after)
      throws SQLException, UnreadableInput {
    String query =
        "SELECT string_agg(DISTINCT levy_currency, ' and ' ORDER BY levy_currency) FROM"
            + " (SELECT levy_currency FROM %s UNION SELECT levy_currency FROM %s)"
                .formatted(before, after);
    try (ResultSet row = statement.executeQuery(query)) {
      String found = row.next() ? row.getString(1) : null;
      String currency = found == null ? "" : found;
      if (currency.contains(" ")) {
        throw new UnreadableInput(
            "the two runs are in " + currency + ", so there is no difference between them");
      }
      return currency;
    }
  }

  private static Outcome outcome(Statement statement, String currency) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT count(*) FILTER (status = '%1$s'),
              count(*) FILTER
                (status = '%1$s' AND (levy_difference <> 0 OR duties_difference <> 0)),
              count(*) FILTER (status = '%2$s'), count(*) FILTER (status = '%3$s'),
              %4$s, %5$s, %6$s
            FROM joined
            """
                .formatted(
                    BOTH,
                    EARLIER,
                    LATER,
                    due("difference"),
                    due("levy_difference"),
                    due("duties_difference")))) {
      if (!row.next()) {
        throw new SQLException("a sum without a row");
      }
      return new Outcome(
          row.getLong(1),
          row.getLong(2),
          due(row, 5),
          due(row, 7),
          due(row, 9),
          row.getLong(3),
          row.getLong(4),
          currency);
    }
  }

  private static String due(String column) {
    return """
    coalesce(sum(%1$s) FILTER (status = '%2$s' AND %1$s > 0), 0),
      coalesce(-sum(%1$s) FILTER (status = '%2$s' AND %1$s < 0), 0)\
    """
        .formatted(column, BOTH);
  }

  private static Due due(ResultSet row, int column) throws SQLException {
    return new Due(row.getBigDecimal(column), row.getBigDecimal(column + 1));
  }
}
