package org.plimsoll.vault.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Changes;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Transfer;

/**
 * Writes what a batch came to: a statement a table and all of them in one message, whatever its
 * size. A column is an array of the type that the driver sends as the database keeps it.
 */
final class Inserts {
  private static final String ROWS =
      """
      insert into event (number, id, at, actor, content, held, closes, hash)
      select number, id, at::timestamptz, actor, content, held, nullif(closes, ''), hash
      from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[],
        ?::text[]) as given (number, id, at, actor, content, held, closes, hash);
      insert into transfer (number, line, book, asset, from_party, from_paper, to_party, to_paper,
        amount, reason)
      select * from unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::bigint[], ?::text[]);
      insert into lot (id, material, assay, origin, custody, best_before, opened_by)
      select id, material, assay, origin, custody, nullif(best_before, '')::date, opened_by
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as given (id, material, assay, origin, custody, best_before, opened_by);
      insert into account (book, asset, party, paper, amount, reserved)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
      on conflict (book, asset, party, paper)
      do update set amount = excluded.amount, reserved = excluded.reserved\
      """;

  /** An insert that fails keeps the commit behind it from being carried out. */
  private static final String ROWS_AND_COMMIT = ROWS + "; commit";

  private final Connection connection;
  private final PreparedStatement insert;
  private int column;

  private Inserts(Connection connection, PreparedStatement insert) {
    this.connection = connection;
    this.insert = insert;
  }

  /** Leaves the transaction open. */
  static void write(Connection connection, Changes changes) throws SQLException {
    write(connection, changes, ROWS);
  }

  /** Comes back when what was written is on disk. */
  static void writeAndCommit(Connection connection, Changes changes) throws SQLException {
    write(connection, changes, ROWS_AND_COMMIT);
  }

  private static void write(Connection connection, Changes changes, String sql)
      throws SQLException {
    for (Posted row : changes.rows()) {
      if (row.event().terms().isPresent()) {
        TermsTable.insert(connection, row.number(), row.event().terms().get());
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      Inserts inserts = new Inserts(connection, insert);
      inserts.events(changes.rows());
      inserts.transfers(changes.rows());
      inserts.lots(changes.rows().stream().flatMap(row -> row.lot().stream()).toList());
      inserts.accounts(List.copyOf(changes.balances().entrySet()));
      insert.execute();
    }
  }

  private void events(List<Posted> rows) throws SQLException {
    longs(rows, Posted::number);
    texts(rows, row -> row.event().id());
    texts(rows, row -> row.at().toString());
    texts(rows, row -> row.actor().toString());
    texts(rows, row -> row.event().toText());
    add("boolean", rows.stream().map(Posted::isHeld).toArray(Boolean[]::new));
    texts(rows, row -> row.closes().orElse(""));
    texts(rows, Posted::hash);
  }

  /** A transfer with its place in the journal. */
  private record Line(long number, int line, Transfer transfer) {}

  private void transfers(List<Posted> rows) throws SQLException {
    List<Line> lines = new ArrayList<>();
    for (Posted row : rows) {
      int line = 0;
      for (Transfer transfer : row.transfers()) {
        line++;
        lines.add(new Line(row.number(), line, transfer));
      }
    }
    longs(lines, Line::number);
    add("int4", lines.stream().map(Line::line).toArray(Integer[]::new));
    texts(lines, line -> line.transfer().from().book().name());
    texts(lines, line -> line.transfer().from().asset());
    texts(lines, line -> line.transfer().from().party());
    texts(lines, line -> line.transfer().from().paper());
    texts(lines, line -> line.transfer().to().party());
    texts(lines, line -> line.transfer().to().paper());
    longs(lines, line -> line.transfer().amount());
    texts(lines, line -> line.transfer().reason().name());
  }

  private void lots(List<Lot> lots) throws SQLException {
    texts(lots, Lot::id);
    texts(lots, lot -> lot.material().toString());
    texts(lots, lot -> lot.assay().toString());
    texts(lots, Lot::origin);
    texts(lots, Lot::custody);
    texts(lots, lot -> lot.bestBefore().map(LocalDate::toString).orElse(""));
    texts(lots, Lot::openedBy);
  }

  private void accounts(List<Map.Entry<AccountId, Balance>> accounts) throws SQLException {
    texts(accounts, account -> account.getKey().book().name());
    texts(accounts, account -> account.getKey().asset());
    texts(accounts, account -> account.getKey().party());
    texts(accounts, account -> account.getKey().paper());
    longs(accounts, account -> account.getValue().amount());
    longs(accounts, account -> account.getValue().reserved());
  }

  private <T> void texts(List<T> rows, Function<T, String> text) throws SQLException {
    add("text", rows.stream().map(text).toArray(String[]::new));
  }

  private <T> void longs(List<T> rows, ToLongFunction<T> number) throws SQLException {
    add("int8", rows.stream().mapToLong(number).boxed().toArray(Long[]::new));
  }

  /** Its own type, not {@code Object}, decides whether the driver sends it as text. */
  private void add(String type, Object[] values) throws SQLException {
    column++;
    insert.setArray(column, connection.createArrayOf(type, values));
  }
}
