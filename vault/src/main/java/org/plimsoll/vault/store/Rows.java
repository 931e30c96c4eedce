package org.plimsoll.vault.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Changes;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Reason;
import org.plimsoll.vault.ledger.Transfer;

/**
 * Rows of the tables as values of the ledger, and back: a statement a table, whatever the batch.
 */
final class Rows {
  static final String EVENT = "number, id, at, actor, content, held, closes, hash";

  private Rows() {}

  /** A row of the journal with its transfers; the lot that it brought is kept elsewhere. */
  static Posted posted(ResultSet row, List<Transfer> transfers) throws SQLException {
    return new Posted(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        Actor.parse(row.getString("actor")),
        Event.parse(row.getString("content")),
        row.getBoolean("held"),
        transfers,
        Optional.empty(),
        Optional.ofNullable(row.getString("closes")),
        row.getString("hash"));
  }

  static Transfer transfer(ResultSet row) throws SQLException {
    Book book = Book.valueOf(row.getString("book"));
    String asset = row.getString("asset");
    return new Transfer(
        new AccountId(book, asset, row.getString("from_party"), row.getString("from_paper")),
        new AccountId(book, asset, row.getString("to_party"), row.getString("to_paper")),
        row.getLong("amount"),
        Reason.valueOf(row.getString("reason")));
  }

  static List<Transfer> transfers(Connection connection, long number) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select * from transfer where number = ? order by line")) {
      query.setLong(1, number);
      try (ResultSet rows = query.executeQuery()) {
        List<Transfer> transfers = new ArrayList<>();
        while (rows.next()) {
          transfers.add(transfer(rows));
        }
        return transfers;
      }
    }
  }

  /** Rows that touch accounts of a participant, and those that close them. */
  static List<Posted> journalOf(Connection connection, String participant) throws SQLException {
    String own =
        "select number from transfer where book = any (?) and (from_party = ? or to_party = ?)";
    String rows =
        "number in (%s) or closes in (select id from event where held and number in (%s))"
            .formatted(own, own);
    Object[] books =
        Arrays.stream(Book.values()).filter(Book::isOfParticipants).map(Book::name).toArray();
    try (PreparedStatement events =
            connection.prepareStatement(
                "select " + EVENT + " from event where " + rows + " order by number");
        PreparedStatement transfers =
            connection.prepareStatement(
                "select * from transfer where number in (select number from event where "
                    + rows
                    + ") order by number, line")) {
      for (PreparedStatement query : List.of(events, transfers)) {
        for (int i = 0; i < 2; i++) {
          query.setArray(3 * i + 1, connection.createArrayOf("text", books));
          query.setString(3 * i + 2, participant);
          query.setString(3 * i + 3, participant);
        }
      }
      SortedMap<Long, List<Transfer>> moved = new TreeMap<>();
      try (ResultSet lines = transfers.executeQuery()) {
        while (lines.next()) {
          moved
              .computeIfAbsent(lines.getLong("number"), number -> new ArrayList<>())
              .add(transfer(lines));
        }
      }
      List<Posted> journal = new ArrayList<>();
      try (ResultSet row = events.executeQuery()) {
        while (row.next()) {
          journal.add(posted(row, moved.getOrDefault(row.getLong("number"), List.of())));
        }
      }
      return journal;
    }
  }

  /** Accounts that hold something, the edge left out. */
  static SortedMap<AccountId, Balance> accounts(Connection connection, Book book, Material material)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select party, paper, amount, reserved from account"
                + " where book = ? and asset = ? and party <> '' and amount > 0")) {
      query.setString(1, book.name());
      query.setString(2, material.toString());
      SortedMap<AccountId, Balance> accounts = new TreeMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          accounts.put(
              new AccountId(book, material.toString(), rows.getString(1), rows.getString(2)),
              new Balance(rows.getLong(3), rows.getLong(4)));
        }
      }
      return accounts;
    }
  }

  static Lot lot(ResultSet row) throws SQLException {
    return new Lot(
        row.getString("id"),
        Material.parse(row.getString("material")),
        Share.of(new BigDecimal(row.getString("assay"))),
        row.getString("origin"),
        row.getString("custody"),
        Optional.ofNullable(row.getDate("best_before")).map(Date::toLocalDate),
        row.getString("opened_by"));
  }

  static void write(Connection connection, Changes changes) throws SQLException {
    writeEvents(connection, changes.rows());
    writeTransfers(connection, changes.rows());
    writeLots(connection, changes.rows().stream().flatMap(row -> row.lot().stream()).toList());
    writeAccounts(connection, changes);
  }

  private static void writeEvents(Connection connection, List<Posted> rows) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into event ("
                + EVENT
                + ") select * from unnest(?::bigint[], ?::text[], ?::timestamptz[], ?::text[],"
                + " ?::text[], ?::boolean[], ?::text[], ?::text[])")) {
      set(connection, insert, 1, "bigint", rows.stream().map(Posted::number).toArray());
      set(connection, insert, 2, "text", rows.stream().map(r -> r.event().id()).toArray());
      set(
          connection,
          insert,
          3,
          "timestamptz",
          rows.stream().map(r -> Timestamp.from(r.at())).toArray());
      set(connection, insert, 4, "text", rows.stream().map(r -> r.actor().toString()).toArray());
      set(connection, insert, 5, "text", rows.stream().map(r -> r.event().toText()).toArray());
      set(connection, insert, 6, "boolean", rows.stream().map(Posted::isHeld).toArray());
      set(connection, insert, 7, "text", rows.stream().map(r -> orNull(r.closes())).toArray());
      set(connection, insert, 8, "text", rows.stream().map(Posted::hash).toArray());
      insert.executeUpdate();
    }
  }

  private static void writeTransfers(Connection connection, List<Posted> rows) throws SQLException {
    List<Object[]> lines = new ArrayList<>();
    for (Posted row : rows) {
      int line = 0;
      for (Transfer t : row.transfers()) {
        line++;
        lines.add(
            new Object[] {
              row.number(),
              line,
              t.from().book().name(),
              t.from().asset(),
              t.from().party(),
              t.from().paper(),
              t.to().party(),
              t.to().paper(),
              t.amount(),
              t.reason().name()
            });
      }
    }
    insert(
        connection,
        "insert into transfer",
        "",
        List.of("bigint", "int", "text", "text", "text", "text", "text", "text", "bigint", "text"),
        lines);
  }

  private static void writeLots(Connection connection, List<Lot> lots) throws SQLException {
    List<Object[]> lines = new ArrayList<>();
    for (Lot lot : lots) {
      lines.add(
          new Object[] {
            lot.id(),
            lot.material().toString(),
            lot.assay().toString(),
            lot.origin(),
            lot.custody(),
            orNull(lot.bestBefore().map(Date::valueOf)),
            lot.openedBy()
          });
    }
    insert(
        connection,
        "insert into lot",
        "",
        List.of("text", "text", "text", "text", "text", "date", "text"),
        lines);
  }

  private static void writeAccounts(Connection connection, Changes changes) throws SQLException {
    List<Object[]> lines = new ArrayList<>();
    changes
        .balances()
        .forEach((id, balance) ->
            lines.add(
                new Object[] {
                  id.book().name(),
                  id.asset(),
                  id.party(),
                  id.paper(),
                  balance.amount(),
                  balance.reserved()
                }));
    insert(
        connection,
        "insert into account",
        " on conflict (book, asset, party, paper) do update"
            + " set amount = excluded.amount, reserved = excluded.reserved",
        List.of("text", "text", "text", "text", "bigint", "bigint"),
        lines);
  }

  private static void insert(
      Connection connection,
      String into,
      String otherwise,
      List<String> types,
      List<Object[]> lines)
      throws SQLException {
    if (lines.isEmpty()) {
      return;
    }
    String columns = String.join("[], ?::", types);
    try (PreparedStatement insert =
        connection.prepareStatement(
            into + " select * from unnest(?::" + columns + "[])" + otherwise)) {
      for (int i = 0; i < types.size(); i++) {
        int column = i;
        set(
            connection,
            insert,
            i + 1,
            types.get(i),
            lines.stream().map(line -> line[column]).toArray());
      }
      insert.executeUpdate();
    }
  }

  private static void set(
      Connection connection, PreparedStatement insert, int index, String type, Object[] values)
      throws SQLException {
    insert.setArray(index, connection.createArrayOf(type, values));
  }

  @SuppressWarnings("NullAway")
  private static Object orNull(Optional<?> value) {
    return value.isPresent() ? value.get() : null;
  }
}
