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
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Books;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Invariants;
import org.plimsoll.vault.ledger.Ledger;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Transfer;
import org.plimsoll.vault.terms.Terms;

/**
 * The whole journal judged once more from nothing: every row must follow from those before it, with
 * the same transfers and the same hash, and what is kept beside the journal must be what comes out.
 *
 * @param head the end of the chain, as far as it is sound
 * @param findings what is wrong, in words; none if all is well
 */
public record Verification(Head head, List<String> findings) {
  private static final int FETCH = 2000;

  public Verification {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return findings.isEmpty();
  }

  static Verification of(Connection connection, Optional<String> kept) throws SQLException {
    List<String> findings = new ArrayList<>();
    SortedMap<Long, Terms> terms = readTerms(connection, findings);
    Terms first = terms.get(0L);
    if (first == null) {
      findings.add("the terms with which the vault was opened are not there");
    }
    if (first == null || !findings.isEmpty()) {
      return new Verification(Head.ofTerms(""), findings);
    }
    Head opened = Head.ofTerms(first.toText());
    Books books = Books.opened(first);
    Brought brought = new Brought(new TreeMap<>(), new TreeMap<>());
    brought.terms().put(0L, first);
    judgeAgain(connection, books, brought, findings);
    if (findings.isEmpty()) {
      SortedMap<AccountId, Balance> made = used(books.listBalances());
      findings.addAll(Invariants.check(made));
      try {
        compare("account", made, readAccounts(connection), findings);
        compare("lot", brought.lots(), readLots(connection), findings);
        compare("terms of row", brought.terms(), terms, findings);
      } catch (IllegalArgumentException e) {
        findings.add("an account or a lot cannot be read: " + e.getMessage());
      }
    }
    if (kept.isPresent() && !has(connection, opened, kept.get())) {
      findings.add(
          "no row has the hash %s, which was kept: the end of the journal was cut off"
              .formatted(kept.get()));
    }
    return new Verification(books.head(), findings);
  }

  /** What rows of the journal bring beside their transfers: lots by name, terms by row. */
  private record Brought(SortedMap<String, Lot> lots, SortedMap<Long, Terms> terms) {}

  private static boolean has(Connection connection, Head opened, String hash) throws SQLException {
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
  private static SortedMap<Long, Terms> readTerms(Connection connection, List<String> findings)
      throws SQLException {
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

  private static void judgeAgain(
      Connection connection, Books books, Brought brought, List<String> findings)
      throws SQLException {
    try (PreparedStatement events =
            connection.prepareStatement("select " + Rows.EVENT + " from event order by number");
        PreparedStatement transfers =
            connection.prepareStatement("select * from transfer order by number, line")) {
      events.setFetchSize(FETCH);
      transfers.setFetchSize(FETCH);
      try (ResultSet rows = events.executeQuery();
          ResultSet lines = transfers.executeQuery()) {
        boolean hasLine = lines.next();
        while (rows.next()) {
          long number = rows.getLong("number");
          List<Transfer> moved = new ArrayList<>();
          while (hasLine && lines.getLong("number") == number) {
            if (lines.getInt("line") != moved.size() + 1) {
              findings.add("row %d: the lines of its transfers have gaps".formatted(number));
              return;
            }
            moved.add(Rows.transfer(lines));
            hasLine = lines.next();
          }
          Posted row = Rows.posted(rows, moved);
          if (!row.event().toText().equals(rows.getString("content"))
              || !row.event().id().equals(rows.getString("id"))) {
            findings.add("row %d: its text is not as it was written".formatted(number));
            return;
          }
          if (!follows(books, row, brought, findings)) {
            return;
          }
        }
        if (hasLine) {
          findings.add("transfers of row %d, which is not there".formatted(lines.getLong(1)));
        }
      }
    } catch (IllegalArgumentException e) {
      findings.add(
          "row %d cannot be read: %s".formatted(books.head().number() + 1, e.getMessage()));
    }
  }

  private static boolean follows(Books books, Posted row, Brought brought, List<String> findings) {
    Answer answer = Ledger.post(books, row.actor(), row.event(), row.at());
    List<Posted> made = books.takeChanges().rows();
    if (made.size() != 1) {
      findings.add(
          "row %d (%s): judged again it is refused: %s"
              .formatted(row.number(), row.event().id(), answer.status().word()));
      return false;
    }
    Posted again = made.getFirst();
    again.lot().ifPresent(lot -> brought.lots().put(lot.id(), lot));
    again.event().terms().ifPresent(terms -> brought.terms().put(again.number(), terms));
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
    return isSame;
  }

  private static SortedMap<AccountId, Balance> used(SortedMap<AccountId, Balance> balances) {
    balances.values().removeIf(balance -> balance.amount() == 0 && balance.reserved() == 0);
    return balances;
  }

  private static SortedMap<AccountId, Balance> readAccounts(Connection connection)
      throws SQLException {
    SortedMap<AccountId, Balance> accounts = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from account")) {
      while (rows.next()) {
        accounts.put(
            new AccountId(
                Book.valueOf(rows.getString("book")),
                rows.getString("asset"),
                rows.getString("party"),
                rows.getString("paper")),
            new Balance(rows.getLong("amount"), rows.getLong("reserved")));
      }
    }
    return used(accounts);
  }

  private static SortedMap<String, Lot> readLots(Connection connection) throws SQLException {
    SortedMap<String, Lot> lots = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from lot")) {
      while (rows.next()) {
        Lot lot = Rows.lot(rows);
        lots.put(lot.id(), lot);
      }
    }
    return lots;
  }

  private static <K extends Comparable<K>, V> void compare(
      String what, SortedMap<K, V> made, SortedMap<K, V> kept, List<String> findings) {
    made.forEach((key, value) -> {
      V other = kept.get(key);
      if (!value.equals(other)) {
        findings.add(
            "%s %s: the journal gives %s, the table has %s"
                .formatted(what, key, value, other == null ? "nothing" : other));
      }
    });
    kept.forEach((key, value) -> {
      if (!made.containsKey(key)) {
        findings.add("%s %s: %s, of which the journal says nothing".formatted(what, key, value));
      }
    });
  }
}
