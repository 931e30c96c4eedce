package org.plimsoll.vault.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Catalogue;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.terms.Terms;

/**
 * The ledger on a database. Many threads may post at once: whoever finds the vault free carries out
 * what the others have asked for meanwhile, in one transaction, so that they share its write to the
 * disk. Many processes may, too: they take turns, since every row hashes the one before it. An
 * answer is given when its transaction is on disk.
 */
public final class Vault implements AutoCloseable {
  private static final int BATCH = 1000;

  private final VaultReader reader;
  private final Bookkeeper bookkeeper;
  private final ReentrantLock busy = new ReentrantLock();
  private final Condition isFree = busy.newCondition();
  private final Deque<Errand> waiting = new ArrayDeque<>();
  private boolean isCarryingOut;

  private Vault(Database database, InstantSource clock, Catalogue catalogue) {
    reader = new VaultReader(database, clock, catalogue);
    bookkeeper = new Bookkeeper(database, clock, catalogue);
  }

  /**
   * Makes the tables and opens an empty vault under {@code terms}.
   *
   * @throws StoreFailure if there is a vault already
   */
  public static Vault init(Database database, Terms terms, InstantSource clock) {
    try (Connection connection = database.connect()) {
      Migrations.apply(connection);
      TermsTable.refuseSecond(connection);
      TermsTable.insert(connection, 0, terms);
      return new Vault(database, clock, Catalogue.OPEN);
    } catch (SQLException e) {
      throw database.failure("the vault could not be made", e);
    }
  }

  /**
   * Opens a vault that is there.
   *
   * @throws StoreFailure if there is none
   */
  public static Vault open(Database database, InstantSource clock) {
    return open(database, clock, Catalogue.OPEN);
  }

  /**
   * The same, where it is known which products and countries the world has.
   *
   * @throws StoreFailure if there is none
   */
  public static Vault open(Database database, InstantSource clock, Catalogue catalogue) {
    try (Connection connection = database.connect()) {
      Migrations.apply(connection);
      TermsTable.read(connection);
      return new Vault(database, clock, catalogue);
    } catch (SQLException e) {
      throw database.failure("the vault could not be opened", e);
    }
  }

  /** What may be read of it. */
  public VaultReader reader() {
    return reader;
  }

  /**
   * Posts events in order; each is answered. Those that are refused keep nobody else out.
   *
   * @throws StoreFailure if the database fails for good: whatever has no answer may or may not be
   *     booked, and sending it again is safe
   */
  public List<Answer> post(Actor actor, List<Event> events) {
    return wait(Errand.ofEach(actor, events)).orElseThrow();
  }

  /**
   * Posts all of these events or none, and only if the journal still ends as it did when they were
   * thought out: nothing slips in between. One that is refused keeps all others out.
   *
   * @param after the end of the journal on which they rest
   * @return nothing if the journal has gone on
   * @throws StoreFailure as {@link #post}
   */
  public Optional<List<Answer>> postAll(Actor actor, List<Event> events, Head after) {
    return wait(Errand.ofAll(actor, events, after));
  }

  private Optional<List<Answer>> wait(Errand mine) {
    busy.lock();
    try {
      waiting.add(mine);
      // Whoever is answered by another goes home without taking a turn: he would only hold up those
      // who have something to ask, and batches would stay small.
      while (isCarryingOut && !mine.isDone()) {
        isFree.awaitUninterruptibly();
      }
      while (!mine.isDone()) {
        carryOutFirst();
      }
      return mine.answers();
    } finally {
      waiting.remove(mine);
      busy.unlock();
    }
  }

  /** Carries out what waits, first come, first served; others may ask meanwhile. */
  private void carryOutFirst() {
    List<Errand> batch = takeBatch();
    isCarryingOut = true;
    busy.unlock();
    boolean isDone = false;
    try {
      bookkeeper.carryOut(batch);
      isDone = true;
    } finally {
      busy.lock();
      isCarryingOut = false;
      if (!isDone) {
        // The others ask for themselves and hear of it themselves.
        batch.reversed().forEach(waiting::addFirst);
      }
      isFree.signalAll();
    }
  }

  /** At least one errand, and more while they fit; one that rests on the journal's end is alone. */
  private List<Errand> takeBatch() {
    List<Errand> batch = new ArrayList<>();
    batch.add(waiting.removeFirst());
    int size = batch.getFirst().events().size();
    while (batch.getFirst().after().isEmpty()
        && !waiting.isEmpty()
        && waiting.getFirst().after().isEmpty()
        && size + waiting.getFirst().events().size() <= BATCH) {
      size += waiting.getFirst().events().size();
      batch.add(waiting.removeFirst());
    }
    return batch;
  }

  @Override
  public void close() {
    busy.lock();
    try {
      while (isCarryingOut) {
        isFree.awaitUninterruptibly();
      }
      bookkeeper.drop();
    } finally {
      busy.unlock();
    }
  }
}
