package org.plimsoll.app.market;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.table.DuckSql;
import org.plimsoll.planner.study.Ensemble;

/**
 * What an ensemble leaves: {@code draws.parquet} with every figure of every draw, and {@code
 * quantiles.parquet} with the 10th, 50th and 90th percentile of each, over how many of how many
 * draws. One thread writes them, in one order, so that the same draws give the same bytes.
 */
final class EnsembleFiles {
  static final String HEAD = "scenario,draw,quantity,product,who,unit,value,bound,why\n";

  private static final String QUANTILES =
      """
      SELECT scenario, quantity, product, who, unit,
        count(value) AS solved,
        count(*) AS draws,
        count(*) FILTER (bound IN ('at least', 'at most')) AS behind_ceiling,
        quantile_cont(value, 0.1) AS low,
        quantile_cont(value, 0.5) AS median,
        quantile_cont(value, 0.9) AS high,
        min(why) FILTER (why <> '') AS why
      FROM figures
      GROUP BY scenario, quantity, product, who, unit
      ORDER BY scenario, quantity, product, who, unit
      """;

  private final Path folder;
  private final List<Row> shown = new ArrayList<>();
  private final List<Failed> failed = new ArrayList<>();

  /** Quantiles of a figure of the alliance. */
  private record Row(
      String scenario,
      String quantity,
      String product,
      String who,
      String unit,
      long solved,
      long draws,
      long behindCeiling,
      OptionalDouble low,
      OptionalDouble median,
      OptionalDouble high) {}

  /** A reason, and how many draws have it. */
  private record Failed(String scenario, String why, long draws) {}

  EnsembleFiles(Path folder) {
    this.folder = folder;
  }

  /** Adds a figure to a part. */
  static void append(String scenario, Ensemble.Line line, StringBuilder csv) {
    csv.append(scenario).append(',').append(line.draw()).append(',').append(line.quantity());
    csv.append(',').append(line.product()).append(',').append(line.who()).append(',');
    csv.append(line.unit()).append(',');
    line.value().ifPresent(csv::append);
    csv.append(',').append(line.bound()).append(",\"").append(line.why()).append("\"\n");
  }

  /** Puts the parts together. */
  void write(List<Path> parts) {
    String files = parts.stream().map(DuckSql::quoted).collect(Collectors.joining(", ", "[", "]"));
    try (Connection connection = DuckSql.connect();
        Statement statement = connection.createStatement()) {
      DuckSql.spill(statement, folder);
      statement.execute(
          """
          CREATE TABLE figures AS
          SELECT * FROM read_csv(%s, header = true, nullstr = '', columns = {
            'scenario': 'VARCHAR', 'draw': 'INTEGER', 'quantity': 'VARCHAR', 'product': 'VARCHAR',
            'who': 'VARCHAR', 'unit': 'VARCHAR', 'value': 'DOUBLE', 'bound': 'VARCHAR',
            'why': 'VARCHAR'})
          """
              .formatted(files));
      copy(statement, "SELECT * FROM figures", "draws.parquet");
      copy(statement, QUANTILES, "quantiles.parquet");
      readShown(statement);
      readFailed(statement);
    } catch (SQLException | java.io.IOException e) {
      throw Refusal.of(
          "the ensemble in %s cannot be put together: %s".formatted(folder, e.getMessage()),
          "delete the part that is named, and run the same command again");
    }
  }

  private void copy(Statement statement, String query, String name)
      throws SQLException, java.io.IOException {
    Path half = folder.resolve(name + ".half");
    statement.execute("COPY (%s) TO %s (FORMAT parquet)".formatted(query, DuckSql.quoted(half)));
    Files.move(
        half,
        folder.resolve(name),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private void readShown(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(QUANTILES)) {
      while (rows.next()) {
        shown.add(
            new Row(
                rows.getString("scenario"),
                rows.getString("quantity"),
                text(rows, "product"),
                rows.getString("who"),
                rows.getString("unit"),
                rows.getLong("solved"),
                rows.getLong("draws"),
                rows.getLong("behind_ceiling"),
                number(rows, "low"),
                number(rows, "median"),
                number(rows, "high")));
      }
    }
  }

  private void readFailed(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            """
            SELECT scenario, why, count(DISTINCT draw) AS draws FROM figures
            WHERE quantity = 'total' AND why IS NOT NULL
            GROUP BY scenario, why ORDER BY scenario, draws DESC, why
            """)) {
      while (rows.next()) {
        failed.add(
            new Failed(rows.getString("scenario"), rows.getString("why"), rows.getLong("draws")));
      }
    }
  }

  private static String text(ResultSet rows, String column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? "" : text;
  }

  private static OptionalDouble number(ResultSet rows, String column) throws SQLException {
    double value = rows.getDouble(column);
    return rows.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Quantiles, and why draws are missing. */
  Answer answer() {
    String none = "no draw has it";
    return Answer.of("Ensemble")
        .with(
            Table.of("quantiles", "10th, 50th and 90th percentile", shown)
                .words("scenario", "scenario", Row::scenario)
                .words("quantity", "quantity", Row::quantity)
                .words("product", "product", Row::product)
                .words("who", "who", Row::who)
                .words("unit", "unit", Row::unit)
                .figure("low", "10%", Row::low, none)
                .figure("median", "median", Row::median, none)
                .figure("high", "90%", Row::high, none)
                .count("solved", "n", Row::solved)
                .count("draws", "of", Row::draws)
                .count("behindCeiling", "behind a ceiling", Row::behindCeiling))
        .with(
            Table.of("failed", "Draws without a solution", failed)
                .words("scenario", "scenario", Failed::scenario)
                .words("why", "why", Failed::why)
                .count("draws", "draws", Failed::draws)
                .ifAny());
  }
}
