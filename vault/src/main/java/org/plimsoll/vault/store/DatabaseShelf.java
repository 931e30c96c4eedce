package org.plimsoll.vault.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Shelf;

/** Reads from the tables what the books ask for. Belongs to one connection and its transaction. */
final class DatabaseShelf implements Shelf {
  private final Connection connection;
  private final Absent ids = new Absent("select id from event where id = any (?)");
  private final Absent lots = new Absent("select id from lot where id = any (?)");

  DatabaseShelf(Connection connection) {
    this.connection = connection;
  }

  /**
   * Asks for all ids and lots of a batch at once: most of them are new, and each would be a
   * question.
   */
  void prefetch(List<Event> events) throws SQLException {
    ids.ask(events.stream().map(Event::id).toList());
    lots.ask(
        events.stream()
            .flatMap(e -> Stream.of(e.find(Field.LOT), e.find(Field.NEW_LOT)))
            .flatMap(Optional::stream)
            .toList());
  }

  /** Keys of which it is known that the tables have them not. */
  private final class Absent {
    private final String query;
    private Set<String> absent = new HashSet<>();

    Absent(String query) {
      this.query = query;
    }

    void ask(List<String> keys) throws SQLException {
      absent = new HashSet<>(keys);
      if (absent.isEmpty()) {
        return;
      }
      try (PreparedStatement asked = connection.prepareStatement(query)) {
        asked.setArray(1, connection.createArrayOf("text", absent.toArray()));
        try (ResultSet rows = asked.executeQuery()) {
          while (rows.next()) {
            absent.remove(rows.getString(1));
          }
        }
      }
    }

    boolean has(String key) {
      return absent.contains(key);
    }
  }

  @Override
  public Optional<Posted> findPosted(String id) {
    if (ids.has(id)) {
      return Optional.empty();
    }
    return find(
        "select " + Rows.EVENT + " from event where id = ?",
        row -> Rows.posted(row, Rows.transfers(connection, row.getLong("number"))),
        id);
  }

  @Override
  public Optional<String> findClosing(String id) {
    return find("select id from event where closes = ?", row -> row.getString(1), id);
  }

  @Override
  public Optional<Balance> findBalance(AccountId account) {
    // Nobody has an account under a paper that is not there yet.
    boolean isNew =
        switch (account.book()) {
          case MASS, TOLL, COST -> lots.has(account.paper());
          case PROMISE, CLAIM, OUT, DEBT -> ids.has(account.paper());
          case RECEIVABLE -> false;
        };
    if (isNew) {
      return Optional.empty();
    }
    return find(
        "select amount, reserved from account"
            + " where book = ? and asset = ? and party = ? and paper = ?",
        row -> new Balance(row.getLong(1), row.getLong(2)),
        account.book().name(),
        account.asset(),
        account.party(),
        account.paper());
  }

  @Override
  public Optional<Lot> findLot(String id) {
    return lots.has(id) ? Optional.empty() : find("select * from lot where id = ?", Rows::lot, id);
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> Optional<T> find(String sql, Reading<T> reading, String... arguments) {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        query.setString(i + 1, arguments[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(reading.read(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new ReadFailure(e);
    }
  }

  /** Carries a database's complaint through the ledger, which knows of none. */
  static final class ReadFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final SQLException failure;

    ReadFailure(SQLException failure) {
      super(failure);
      this.failure = failure;
    }

    SQLException failure() {
      return failure;
    }
  }
}
