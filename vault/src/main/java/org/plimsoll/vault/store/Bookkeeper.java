package org.plimsoll.vault.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Books;
import org.plimsoll.vault.ledger.Catalogue;
import org.plimsoll.vault.ledger.Changes;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Ledger;
import org.plimsoll.vault.ledger.Status;

/**
 * Posts on the one connection of a vault that writes. A batch is one transaction, in three messages
 * to the database: its turn and what it has to know; what it writes, with the commit; and between
 * them a question for each thing that neither the batch nor the books know yet. Not for two threads
 * at once.
 */
final class Bookkeeper {
  private static final int ATTEMPTS = 8;

  /** Rows and accounts kept in memory before books are begun anew. */
  private static final int KEPT = 200_000;

  private final Database database;
  private final InstantSource clock;
  private final Catalogue catalogue;
  private @Nullable Connection connection;
  private @Nullable DatabaseShelf shelf;
  private @Nullable Books books;

  Bookkeeper(Database database, InstantSource clock, Catalogue catalogue) {
    this.database = database;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  /**
   * Does errands in order; those that rest on the end of the journal come alone.
   *
   * @throws StoreFailure if the database fails for good
   */
  void carryOut(List<Errand> batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        attempt(batch);
        return;
      } catch (SQLException e) {
        drop();
        if (attempt == ATTEMPTS || !isPassing(e)) {
          throw database.failure("the database failed", e);
        }
      } catch (RuntimeException e) {
        drop();
        throw e;
      }
    }
  }

  /** What another attempt may overcome: a lost race, a lost connection, a server that restarts. */
  private static boolean isPassing(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && (state.startsWith("40") || state.startsWith("08") || state.startsWith("57P"));
  }

  private void attempt(List<Errand> batch) throws SQLException {
    Connection open = connect();
    DatabaseShelf reader = shelf;
    if (reader == null) {
      reader = new DatabaseShelf(open);
      shelf = reader;
    }
    try {
      Head head = reader.takeTurn(batch.stream().flatMap(e -> e.events().stream()).toList());
      Books current = books;
      if (current == null || !current.head().equals(head) || current.size() > KEPT) {
        current = new Books(reader, head, TermsTable.read(open));
      }
      // Until the transaction is on disk, these books are a guess.
      books = null;
      List<Optional<List<Answer>>> answers = new ArrayList<>();
      for (Errand errand : batch) {
        answers.add(answer(current, errand));
      }
      Changes changes = current.takeChanges();
      if (changes.rows().isEmpty()) {
        open.rollback();
      } else if (batch.getFirst().after().isPresent() && !isWhole(answers.getFirst())) {
        // The books have what is not to be, so they are begun anew.
        open.rollback();
        current = null;
      } else {
        Inserts.writeAndCommit(open, changes);
        current.forget(changes);
      }
      books = current;
      for (int i = 0; i < batch.size(); i++) {
        answers.get(i).ifPresentOrElse(batch.get(i)::done, batch.get(i)::late);
      }
    } catch (DatabaseShelf.ReadFailure e) {
      throw e.failure();
    }
  }

  /** Nothing, if it rests on an end that the journal has gone beyond by something else. */
  private Optional<List<Answer>> answer(Books current, Errand errand) {
    boolean isLate = errand.after().filter(head -> !head.equals(current.head())).isPresent();
    if (isLate) {
      // Sent again after its answer was lost, it is there already.
      boolean isThere =
          errand.events().stream()
              .allMatch(event ->
                  current.findPosted(event.id()).filter(r -> r.event().equals(event)).isPresent());
      if (!isThere) {
        return Optional.empty();
      }
    }
    List<Answer> own = new ArrayList<>();
    for (Event event : errand.events()) {
      own.add(Ledger.post(current, errand.actor(), event, clock.instant(), catalogue));
    }
    return Optional.of(own);
  }

  private static boolean isWhole(Optional<List<Answer>> answers) {
    return answers.stream()
        .flatMap(List::stream)
        .map(Answer::status)
        .allMatch(status -> status.isAccepted() || status == Status.EXISTS);
  }

  private Connection connect() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = database.connect();
      open.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      DatabaseShelf.askByKey(open);
      open.setAutoCommit(false);
      connection = open;
      shelf = null;
    }
    return open;
  }

  /** Forgets a connection, which may have failed; closing it gives its turn back. */
  void drop() {
    Connection open = connection;
    connection = null;
    shelf = null;
    books = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      // It was broken; the server notices by itself.
    }
  }
}
