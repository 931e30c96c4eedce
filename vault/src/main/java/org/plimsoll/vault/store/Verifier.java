package org.plimsoll.vault.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Books;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Invariants;
import org.plimsoll.vault.ledger.Ledger;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Transfer;
import org.plimsoll.vault.terms.Terms;
import org.plimsoll.vault.terms.TermsBook;

/**
 * Judges the whole journal once more from nothing: every row must follow from those before it, with
 * the same transfers, the same lot and the same hash, and what is kept beside the journal must be
 * what comes out. Rows pass by in their order, so that a journal of any length fits into memory as
 * long as its accounts do.
 */
final class Verifier {
  private static final int FETCH = 2000;

  /** Rows kept in memory; earlier ones are read again if somebody refers to them. */
  private static final int KEPT = 50_000;

  private final Connection connection;
  private final JudgedShelf judged;
  private final int keptRows;
  private final List<String> findings = new ArrayList<>();

  private Verifier(Connection connection, int keptRows) {
    this.connection = connection;
    this.keptRows = keptRows;
    judged = new JudgedShelf(new DatabaseShelf(connection));
  }

  /** Everything, and that a row with the hash {@code kept} is there. */
  static Verification verify(Connection connection, Optional<String> kept) throws SQLException {
    return verify(connection, kept, KEPT);
  }

  /** The same with at most {@code keptRows} rows in memory. */
  static Verification verify(Connection connection, Optional<String> kept, int keptRows)
      throws SQLException {
    return new Verifier(connection, keptRows).verify(kept);
  }

  private Verification verify(Optional<String> kept) throws SQLException {
    SortedMap<Long, Terms> terms = readTerms();
    Terms first = terms.get(0L);
    if (first == null) {
      findings.add("the terms with which the vault was opened are not there");
    }
    if (first == null || !findings.isEmpty()) {
      return new Verification(Head.ofTerms(""), findings);
    }
    Head opened = Head.ofTerms(first.toText());
    Books books = new Books(judged, opened, TermsBook.of(first));
    SortedMap<Long, Terms> brought = new TreeMap<>();
    brought.put(0L, first);
    judgeAgain(books, brought);
    if (findings.isEmpty()) {
      SortedMap<AccountId, Balance> made = books.listBalances();
      findings.addAll(Invariants.check(made));
      compareAccounts(made);
      compareTerms(brought, terms);
    }
    if (kept.isPresent() && !has(opened, kept.get())) {
      findings.add(
          "no row has the hash %s, which was kept: the end of the journal was cut off"
              .formatted(kept.get()));
    }
    return new Verification(books.head(), findings);
  }

  private boolean has(Head opened, String hash) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from event where hash = ?")) {
      query.setString(1, hash);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() || opened.hash().equals(hash);
      }
    }
  }

  /**
   * The terms by the row that brought them, each of which says in its columns what its text says.
   */
  private SortedMap<Long, Terms> readTerms() throws SQLException {
    SortedMap<Long, Terms> terms = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from terms order by number")) {
      while (rows.next()) {
        Terms one = Terms.parse(rows.getString("content"));
        if (!one.toText().equals(rows.getString("content"))
            || !one.version().equals(rows.getString("version"))
            || !one.from().equals(rows.getDate("first_day").toLocalDate())) {
          findings.add("terms " + one.version() + ": the columns differ from the text");
        }
        terms.put(rows.getLong("number"), one);
      }
    } catch (IllegalArgumentException e) {
      findings.add("terms cannot be read: " + e.getMessage());
    }
    return terms;
  }

  private void judgeAgain(Books books, SortedMap<Long, Terms> brought) throws SQLException {
    try (Passing events = new Passing(connection, Rows.IN_ORDER);
        Passing transfers = new Passing(connection, Rows.TRANSFERS_IN_ORDER);
        Passing lots = new Passing(connection, Rows.LOTS_IN_ORDER)) {
      while (events.isThere()) {
        long number = events.row().getLong("number");
        List<Transfer> moved = new ArrayList<>();
        while (transfers.isOf(number)) {
          if (transfers.row().getInt("line") != moved.size() + 1) {
            findings.add("row %d: the lines of its transfers have gaps".formatted(number));
            return;
          }
          moved.add(Rows.transfer(transfers.row()));
          transfers.pass();
        }
        Posted row = Rows.posted(events.row(), moved);
        if (!row.event().toText().equals(events.row().getString("content"))
            || !row.event().id().equals(events.row().getString("id"))) {
          findings.add("row %d: its text is not as it was written".formatted(number));
          return;
        }
        Optional<Lot> lot = Optional.empty();
        if (lots.isOf(number)) {
          lot = Optional.of(Rows.lot(lots.row()));
          lots.pass();
        }
        if (!follows(books, row, lot, brought)) {
          return;
        }
        events.pass();
      }
      if (transfers.isThere()) {
        findings.add(
            "transfers of row %d, which is not there".formatted(transfers.row().getLong("number")));
      }
      if (lots.isThere()) {
        findings.add("a lot of which the journal says nothing: " + Rows.lot(lots.row()));
      }
    } catch (IllegalArgumentException e) {
      findings.add(
          "row %d cannot be read: %s".formatted(books.head().number() + 1, e.getMessage()));
    }
  }

  private boolean follows(
      Books books, Posted row, Optional<Lot> lot, SortedMap<Long, Terms> brought) {
    Answer answer = Ledger.stand(books, row.actor(), row.event(), row.at());
    List<Posted> made = books.takeChanges().rows();
    if (made.size() != 1) {
      findings.add(
          "row %d (%s): judged again it is refused: %s"
              .formatted(row.number(), row.event().id(), answer.status().word()));
      return false;
    }
    Posted again = made.getFirst();
    judged.add(again);
    if (again.number() % keptRows == 0) {
      books.forgetRows();
    }
    again.event().terms().ifPresent(terms -> brought.put(again.number(), terms));
    boolean isSame =
        again.number() == row.number()
            && again.at().equals(row.at())
            && again.isHeld() == row.isHeld()
            && again.closes().equals(row.closes())
            && again.transfers().equals(row.transfers())
            && again.hash().equals(row.hash());
    if (!isSame) {
      findings.add(
          "row %d (%s): judged again it is another: %s, but the journal has %s"
              .formatted(row.number(), row.event().id(), again, row));
    }
    if (!again.lot().equals(lot)) {
      findings.add(
          "row %d (%s): the journal gives the lot %s, the table has %s"
              .formatted(row.number(), row.event().id(), orNothing(again.lot()), orNothing(lot)));
    }
    return findings.isEmpty();
  }

  private static String orNothing(Optional<?> value) {
    return value.map(Object::toString).orElse("nothing");
  }

  /** Takes from {@code made} what the table has, too. */
  private void compareAccounts(SortedMap<AccountId, Balance> made) throws SQLException {
    try (Passing accounts = new Passing(connection, "select * from account")) {
      for (; accounts.isThere(); accounts.pass()) {
        AccountId account = Rows.account(accounts.row());
        Balance kept = Rows.balance(accounts.row());
        Balance own = Optional.ofNullable(made.remove(account)).orElse(Balance.NONE);
        compare("account", account, Optional.of(own), Optional.of(kept));
      }
    } catch (IllegalArgumentException e) {
      findings.add("an account cannot be read: " + e.getMessage());
    }
    made.values().removeIf(Balance.NONE::equals);
    made.forEach((account, own) -> compare("account", account, Optional.of(own), Optional.empty()));
  }

  private void compareTerms(SortedMap<Long, Terms> made, SortedMap<Long, Terms> kept) {
    SortedMap<Long, Terms> all = new TreeMap<>(made);
    all.putAll(kept);
    for (long number : all.keySet()) {
      compare(
          "terms of row",
          number,
          Optional.ofNullable(made.get(number)),
          Optional.ofNullable(kept.get(number)));
    }
  }

  private <V> void compare(String what, Object key, Optional<V> made, Optional<V> kept) {
    if (!made.equals(kept)) {
      findings.add(
          "%s %s: the journal gives %s, the table has %s"
              .formatted(what, key, orNothing(made), orNothing(kept)));
    }
  }

  /** Rows of a query, a few thousand in memory at a time, of which one is looked at. */
  private static final class Passing implements AutoCloseable {
    private final Statement statement;
    private final ResultSet rows;
    private boolean isThere;

    Passing(Connection connection, String query) throws SQLException {
      statement = connection.createStatement();
      try {
        statement.setFetchSize(FETCH);
        rows = statement.executeQuery(query);
        isThere = rows.next();
      } catch (SQLException e) {
        statement.close();
        throw e;
      }
    }

    boolean isThere() {
      return isThere;
    }

    /** Whether it is of that row of the journal. */
    boolean isOf(long number) throws SQLException {
      return isThere && rows.getLong("number") == number;
    }

    ResultSet row() {
      return rows;
    }

    void pass() throws SQLException {
      isThere = rows.next();
    }

    @Override
    public void close() throws SQLException {
      statement.close();
    }
  }
}
