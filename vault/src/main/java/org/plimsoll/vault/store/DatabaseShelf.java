package org.plimsoll.vault.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Shelf;

/** Reads from the tables what the books ask for. Belongs to one connection and its transaction. */
final class DatabaseShelf implements Shelf {
  private final Connection connection;
  private final Set<String> known = new HashSet<>();
  private Set<String> asked = new HashSet<>();

  DatabaseShelf(Connection connection) {
    this.connection = connection;
  }

  /** Asks for all ids of a batch at once: most of them are new, and each would be a question. */
  void prefetch(List<String> ids) throws SQLException {
    asked = new HashSet<>(ids);
    known.clear();
    try (PreparedStatement query =
        connection.prepareStatement("select id from event where id = any (?)")) {
      query.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getString(1));
        }
      }
    }
  }

  @Override
  public Optional<Posted> findPosted(String id) {
    if (asked.contains(id) && !known.contains(id)) {
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
    return find("select * from lot where id = ?", Rows::lot, id);
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
