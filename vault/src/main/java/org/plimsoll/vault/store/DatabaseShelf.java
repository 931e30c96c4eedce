package org.plimsoll.vault.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Shelf;

/** Reads from the tables what the books ask for. Belongs to one connection and its transaction. */
final class DatabaseShelf implements Shelf {
  /**
   * The table turn is locked before the transaction has its snapshot, which therefore shows what
   * whoever had his turn before has written.
   */
  private static final String TURN =
      "lock table turn in exclusive mode; "
          + Rows.HEAD
          + "; select id from event where id = any (?); select id from lot where id = any (?)";

  private final Connection connection;
  private Set<String> newIds = new HashSet<>();
  private Set<String> newLots = new HashSet<>();

  DatabaseShelf(Connection connection) {
    this.connection = connection;
  }

  /**
   * For a connection that writes as well: a plan that was made while the tables were small would
   * read them whole for ever, and did: at 100,000 rows that was half of the time.
   */
  static void askByKey(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
    }
  }

  /**
   * Waits until nobody else writes, then sees where the journal ends and which ids and lots of a
   * batch are new: most of them are, and each would be a question. All of it is one message.
   */
  Head takeTurn(List<Event> events) throws SQLException {
    newIds = new HashSet<>();
    newLots = new HashSet<>();
    for (Event event : events) {
      newIds.add(event.id());
      event.find(Field.LOT).ifPresent(newLots::add);
      event.find(Field.NEW_LOT).ifPresent(newLots::add);
    }
    try (PreparedStatement asked = connection.prepareStatement(TURN)) {
      asked.setArray(1, texts(newIds));
      asked.setArray(2, texts(newLots));
      asked.execute();
      Optional<Head> head = Optional.empty();
      try (ResultSet rows = next(asked)) {
        if (rows.next()) {
          head = Optional.of(Rows.head(rows));
        }
      }
      removeAll(newIds, asked);
      removeAll(newLots, asked);
      return head.isPresent() ? head.get() : Rows.opened(connection);
    }
  }

  private Array texts(Set<String> keys) throws SQLException {
    return connection.createArrayOf("text", keys.toArray(String[]::new));
  }

  private static void removeAll(Set<String> keys, PreparedStatement asked) throws SQLException {
    try (ResultSet rows = next(asked)) {
      while (rows.next()) {
        keys.remove(rows.getString(1));
      }
    }
  }

  /** The answer of the next of several statements. */
  private static ResultSet next(PreparedStatement asked) throws SQLException {
    if (!asked.getMoreResults()) {
      throw new SQLException("the database left a question without an answer");
    }
    return asked.getResultSet();
  }

  @Override
  public Optional<Posted> findPosted(String id) {
    if (newIds.contains(id)) {
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
          case MASS, TOLL, COST -> newLots.contains(account.paper());
          case PROMISE, CLAIM, OUT, DEBT -> newIds.contains(account.paper());
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
    return newLots.contains(id)
        ? Optional.empty()
        : find("select * from lot where id = ?", Rows::lot, id);
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
