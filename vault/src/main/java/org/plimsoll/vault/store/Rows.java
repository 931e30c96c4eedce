package org.plimsoll.vault.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Reason;
import org.plimsoll.vault.ledger.Transfer;

/** Rows of the tables as values of the ledger. */
final class Rows {
  static final String EVENT = "number, id, at, actor, content, held, closes, hash";

  /** The journal, its transfers and the lots that it brought, each with its row's number. */
  static final String IN_ORDER = "select " + EVENT + " from event order by number";

  static final String TRANSFERS_IN_ORDER = "select * from transfer order by number, line";

  static final String LOTS_IN_ORDER =
      "select event.number, lot.* from lot left join event on event.id = lot.opened_by"
          + " order by event.number";

  static final String HEAD = "select number, at, hash from event order by number desc limit 1";

  /** Numbers of the rows that touch accounts of a participant. */
  private static final String OWN =
      "select number from transfer where book = any (?) and (from_party = ? or to_party = ?)";

  /** Rows that the driver holds at a time. */
  private static final int FETCH = 1000;

  private Rows() {}

  /** The end of the journal. */
  static Head head(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(HEAD)) {
      return rows.next() ? head(rows) : opened(connection);
    }
  }

  static Head head(ResultSet row) throws SQLException {
    return new Head(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3));
  }

  /** The end of an empty journal. */
  static Head opened(Connection connection) throws SQLException {
    return Head.ofTerms(TermsTable.read(connection).versions().getFirst().toText());
  }

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

  /** Whether a transfer touches an account of a participant. */
  static boolean knows(Connection connection, String participant) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select exists (" + OWN + ")")) {
      setOwn(query, 1, participant);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static void setOwn(PreparedStatement query, int at, String participant)
      throws SQLException {
    Object[] books =
        Arrays.stream(Book.values()).filter(Book::isOfParticipants).map(Book::name).toArray();
    query.setArray(at, query.getConnection().createArrayOf("text", books));
    query.setString(at + 1, participant);
    query.setString(at + 2, participant);
  }

  /**
   * Hands on rows of the journal from a moment on and before another, few at a time.
   *
   * @param participant whose alone: rows that touch its accounts, and those that close them
   */
  static void journal(
      Connection connection,
      Optional<String> participant,
      Instant from,
      Instant before,
      Consumer<Posted> each)
      throws SQLException {
    String where =
        " where at >= ? and at < ?"
            + (participant.isEmpty()
                ? ""
                : (" and (number in (%s)"
                        + " or closes in (select id from event where held and number in (%s)))")
                    .formatted(OWN, OWN));
    try (PreparedStatement events =
            connection.prepareStatement(
                "select " + EVENT + " from event" + where + " order by number");
        PreparedStatement transfers =
            connection.prepareStatement(
                "select * from transfer where number in (select number from event"
                    + where
                    + ") order by number, line")) {
      for (PreparedStatement query : List.of(events, transfers)) {
        query.setFetchSize(FETCH);
        query.setTimestamp(1, Timestamp.from(from));
        query.setTimestamp(2, Timestamp.from(before));
        if (participant.isPresent()) {
          setOwn(query, 3, participant.get());
          setOwn(query, 6, participant.get());
        }
      }
      together(events, transfers, each);
    }
  }

  private static void together(
      PreparedStatement events, PreparedStatement transfers, Consumer<Posted> each)
      throws SQLException {
    try (ResultSet row = events.executeQuery();
        ResultSet line = transfers.executeQuery()) {
      boolean isLine = line.next();
      while (row.next()) {
        List<Transfer> moved = new ArrayList<>();
        while (isLine && line.getLong("number") == row.getLong("number")) {
          moved.add(transfer(line));
          isLine = line.next();
        }
        each.accept(posted(row, moved));
      }
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

  /** Accounts that hold something, the edges left out; of one participant, if one is named. */
  static SortedMap<AccountId, Balance> accounts(Connection connection, Optional<String> participant)
      throws SQLException {
    Object[] books =
        Arrays.stream(Book.values())
            .filter(book -> participant.isEmpty() || book.isOfParticipants())
            .map(Book::name)
            .toArray();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select * from account where book = any (?) and party <> '' and amount > 0"
                + (participant.isPresent() ? " and party = ?" : ""))) {
      query.setArray(1, connection.createArrayOf("text", books));
      if (participant.isPresent()) {
        query.setString(2, participant.get());
      }
      SortedMap<AccountId, Balance> accounts = new TreeMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          accounts.put(account(rows), balance(rows));
        }
      }
      return accounts;
    }
  }

  /** Reservations that are neither carried out nor given up. */
  static List<Posted> reservations(Connection connection) throws SQLException {
    String open =
        " from event where held and id not in (select closes from event where closes is not null)";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select " + EVENT + open + " order by number")) {
      List<Posted> all = new ArrayList<>();
      while (rows.next()) {
        all.add(posted(rows, transfers(connection, rows.getLong("number"))));
      }
      return all;
    }
  }

  static AccountId account(ResultSet row) throws SQLException {
    return new AccountId(
        Book.valueOf(row.getString("book")),
        row.getString("asset"),
        row.getString("party"),
        row.getString("paper"));
  }

  static Balance balance(ResultSet row) throws SQLException {
    return new Balance(row.getLong("amount"), row.getLong("reserved"));
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
}
