package org.plimsoll.border.files.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.plimsoll.border.entry.FormulaCell;
import org.plimsoll.border.files.table.DuckSql;

/** Makes Parquet of a run's results: amounts as decimals, codes as text. */
public final class ResultsParquet {
  public static final String NAME = "results.parquet";

  /** Columns in which anything may have been declared. */
  private static final List<String> TEXTS =
      List.of("entry_id", "hs_edition", "assay_basis", "importer_id", "preference_code");

  private ResultsParquet() {}

  /**
   * Writes {@link #NAME} beside the results of a complete run.
   *
   * @param folder of the run
   */
  public static Path write(Path folder) throws IOException {
    Path target = folder.resolve(NAME);
    String results = ResultsTable.of(folder.resolve(AssessRun.RESULTS));
    try (Connection connection = DuckSql.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (
            SELECT * REPLACE (
              %s,
              CAST(line AS BIGINT) AS line,
              CAST(entry_date AS DATE) AS entry_date,
              CAST(net_mass_kg AS DECIMAL(18, 3)) AS net_mass_kg,
              CAST(nullif(assay, '') AS DECIMAL(9, 6)) AS assay,
              CAST(customs_value AS DECIMAL(20, 3)) AS customs_value,
              CAST(nullif(content_kg, '') AS DECIMAL(22, 9)) AS content_kg,
              CAST(nullif(unit_value, '') AS DECIMAL(24, 6)) AS unit_value,
              CAST(nullif(floor, '') AS DECIMAL(24, 6)) AS floor,
              CAST(levy AS DECIMAL(20, 3)) AS levy,
              CAST(duties AS DECIMAL(20, 3)) AS duties,
              CAST(duties_paid_back AS DECIMAL(20, 3)) AS duties_paid_back)
            FROM %s
          ) TO %s (FORMAT parquet)
          """
              .formatted(
                  TEXTS.stream().map(FormulaCell::restoredSql).collect(Collectors.joining(", ")),
                  results,
                  DuckSql.quoted(target)));
    } catch (SQLException e) {
      throw new IOException("cannot write " + target + ": " + e.getMessage(), e);
    }
    return target;
  }
}
