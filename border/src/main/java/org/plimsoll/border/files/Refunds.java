package org.plimsoll.border.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.border.levy.Drawback;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;

/**
 * Pays back on goods that leave again: exports in their order, each against the line of a run by
 * which levy and duties were paid. The parts of a line together get exactly the levy that was paid
 * on it, and exactly the duties for which the schedule allows drawback.
 */
public final class Refunds {
  /** The first line of a file of exports. */
  public static final String HEADER = "entry_id,line,export_id,net_mass_kg";

  private Refunds() {}

  /**
   * What came of the exports.
   *
   * @param refunded how many
   * @param refused how many; the list says why
   * @param sums paid back, one for each currency of levies
   */
  public record Outcome(long refunded, long refused, List<Money> sums) {}

  /** Levy and duties of a line: two accounts, each paid back to its last cent. */
  private record Paid(Drawback levy, Drawback duties) {
    static Paid of(Money levy, Money duties, Mass mass) {
      return new Paid(Drawback.of(levy, mass), Drawback.of(duties, mass));
    }

    Paid export(Mass more) {
      return new Paid(levy.export(more), duties.export(more));
    }
  }

  /** An export and where it stands. */
  private record Export(String entry, String line, String id, String kilograms) {
    String key() {
      return Refunds.key(entry, line);
    }
  }

  /**
   * Reads exports, looks up their lines in a run, and writes a row for each export: what is paid
   * back, or why nothing is. Memory grows with the exports, not with the run.
   *
   * @param run folder of a complete run
   * @throws UnreadableInput if the exports are no such file, or the folder holds no run
   */
  public static Outcome write(Path exports, Path run, Path list) throws IOException {
    List<Export> all = read(exports);
    Map<String, Optional<Paid>> lines = paid(run, exports);
    Map<CurrencyCode, Money> sums = new HashMap<>();
    long refused = 0;
    try (BufferedWriter out = Files.newBufferedWriter(list)) {
      out.write(HEADER + ",refund,of_levy,of_duties,currency,reason\n");
      for (Export export : all) {
        String answer;
        try {
          Paid before =
              lines
                  .getOrDefault(export.key(), Optional.empty())
                  .orElseThrow(() ->
                      new IllegalArgumentException("the run has no such line, or has it twice"));
          Paid after = before.export(Mass.ofKilograms(new BigDecimal(export.kilograms())));
          Money levy = after.levy().refunded().minus(before.levy().refunded());
          Money duties = after.duties().refunded().minus(before.duties().refunded());
          Money refund = levy.plus(duties);
          lines.put(export.key(), Optional.of(after));
          sums.merge(refund.currency(), refund, Money::plus);
          answer =
              "%s,%s,%s,%s,"
                  .formatted(plain(refund), plain(levy), plain(duties), refund.currency());
        } catch (IllegalArgumentException e) {
          refused++;
          String reason = String.valueOf(e.getMessage()).replace('\n', ' ');
          answer = ",,,," + EntryCsv.quoted(reason);
        }
        out.write(
            String.join(
                ",",
                EntryCsv.quoted(export.entry()),
                export.line(),
                EntryCsv.quoted(export.id()),
                export.kilograms(),
                answer));
        out.write('\n');
      }
    }
    return new Outcome(
        all.size() - refused,
        refused,
        sums.values().stream().sorted((a, b) -> a.currency().compareTo(b.currency())).toList());
  }

  private static String plain(Money amount) {
    return amount.toDecimal().toPlainString();
  }

  private static List<Export> read(Path exports) throws IOException {
    if (!Files.isRegularFile(exports)) {
      throw new UnreadableInput("there is no file " + exports + "\nMaybe check the path");
    }
    List<String> rows = Files.readAllLines(exports);
    if (rows.isEmpty() || !rows.getFirst().equals(HEADER)) {
      throw new UnreadableInput(exports + " does not begin with its header\nMaybe write " + HEADER);
    }
    List<Export> all = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      String[] cells = rows.get(i).split(",", -1);
      if (cells.length != 4) {
        throw new UnreadableInput(
            "%s, line %d has %d cells\nMaybe write all of %s"
                .formatted(exports, i + 1, cells.length, HEADER));
      }
      all.add(new Export(cells[0], cells[1], cells[2], cells[3]));
    }
    return all;
  }

  /** What was paid on each line that is asked for; nothing for one that stands twice. */
  private static Map<String, Optional<Paid>> paid(Path run, Path exports) throws IOException {
    Path results = run.resolve(AssessRun.RESULTS);
    if (!Files.exists(results)) {
      throw new UnreadableInput(
          "there is no " + results + "\nMaybe name the folder of a run of plimsoll assess");
    }
    String query =
        """
        SELECT entry_id, line, net_mass_kg, levy, duties_paid_back, levy_currency FROM %s
        WHERE (entry_id, line) IN (SELECT (entry_id, line) FROM read_csv(%s, header = true,
          all_varchar = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
          columns = {'entry_id': 'VARCHAR', 'line': 'VARCHAR', 'export_id': 'VARCHAR',
            'net_mass_kg': 'VARCHAR'}))
        """
            .formatted(ResultsTable.of(results), ResultsTable.quoted(exports));
    Map<String, Optional<Paid>> lines = new HashMap<>();
    try (Connection connection = ParquetSource.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        CurrencyCode currency = CurrencyCode.of(row.getString(6));
        Money levy = Money.of(new BigDecimal(row.getString(4)), currency);
        Money duties = Money.of(new BigDecimal(row.getString(5)), currency);
        Mass mass = Mass.ofKilograms(new BigDecimal(row.getString(3)));
        lines.merge(
            key(row.getString(1), row.getString(2)),
            Optional.of(Paid.of(levy, duties, mass)),
            (first, second) -> Optional.empty());
      }
      return lines;
    } catch (SQLException e) {
      throw new IOException("cannot read " + results + ": " + e.getMessage(), e);
    }
  }

  private static String key(String entry, String line) {
    return entry + '\u001f' + line;
  }
}
