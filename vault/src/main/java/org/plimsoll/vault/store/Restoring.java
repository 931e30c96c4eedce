package org.plimsoll.vault.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Books;
import org.plimsoll.vault.ledger.Changes;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Ledger;
import org.plimsoll.vault.terms.Terms;
import org.plimsoll.vault.terms.TermsBook;

/**
 * Makes a vault from a backup: every row is judged again, as if it came in for the first time, and
 * must get the hash that it had. All of it is one transaction: there is the whole vault, or none.
 */
public final class Restoring {
  private static final int BATCH = 1000;

  /** Rows kept in memory; earlier ones are read again if somebody refers to them. */
  private static final int KEPT = 50_000;

  private final Connection connection;
  private final JudgedShelf written;
  private final Books books;
  private final Optional<Instant> until;
  private int waiting;

  private Restoring(Connection connection, Terms opened, Optional<Instant> until) {
    this.connection = connection;
    this.until = until;
    written = new JudgedShelf(new DatabaseShelf(connection));
    books = new Books(written, Head.ofTerms(opened.toText()), TermsBook.of(opened));
  }

  /**
   * Restores into an empty database; returns the end of the chain.
   *
   * @param until rows after this moment are left out
   * @throws StoreFailure if somebody else than the operator asks, there is a vault already, or the
   *     backup was changed
   */
  public static Head restore(
      Actor actor, Database database, Backup backup, Optional<Instant> until) {
    Backup.checkOperator(actor, "restore a vault");
    try (Connection connection = database.connect()) {
      Migrations.apply(connection);
      DatabaseShelf.askByKey(connection);
      connection.setAutoCommit(false);
      Terms opened = backup.readTerms();
      TermsTable.refuseSecond(connection);
      TermsTable.insert(connection, 0, opened);
      Restoring restoring = new Restoring(connection, opened, until);
      backup.read(restoring::take);
      restoring.write();
      connection.commit();
      return restoring.books.head();
    } catch (SQLException e) {
      throw new StoreFailure("the vault could not be restored: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new StoreFailure("the backup cannot be read: " + e.getMessage(), e);
    }
  }

  private boolean take(Backup.Row row) throws SQLException {
    if (until.filter(row.at()::isAfter).isPresent()) {
      return false;
    }
    Answer answer = Ledger.stand(books, row.actor(), row.event(), row.at());
    if (!answer.hash().equals(Optional.of(row.hash()))) {
      throw new StoreFailure(
          "row %d (%s) of the backup does not follow: judged again it is %s, hash %s, not %s"
                  .formatted(
                      row.number(),
                      row.event().id(),
                      answer.status().word(),
                      answer.hash().orElse("none"),
                      row.hash())
              + "\nMaybe the backup was changed: take it from another copy");
    }
    waiting++;
    if (waiting == BATCH) {
      write();
    }
    return true;
  }

  private void write() throws SQLException {
    waiting = 0;
    Changes changes = books.takeChanges();
    Inserts.write(connection, changes);
    changes.rows().forEach(written::add);
    if (books.head().number() % KEPT == 0) {
      books.forgetRows();
    }
  }
}
