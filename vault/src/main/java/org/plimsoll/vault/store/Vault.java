package org.plimsoll.vault.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Books;
import org.plimsoll.vault.ledger.Changes;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Ledger;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Role;
import org.plimsoll.vault.statement.Period;
import org.plimsoll.vault.statement.Statement;
import org.plimsoll.vault.statement.StatementMaker;
import org.plimsoll.vault.terms.Terms;
import org.plimsoll.vault.terms.TermsBook;

/**
 * The ledger on a database. Many threads may post at once: whoever finds the vault free carries out
 * what the others have asked for meanwhile, in one transaction, so that they share its write to the
 * disk. Many processes may, too: a lock of the database lets one write at a time, since every row
 * hashes the one before it. An answer is given when its transaction is on disk.
 *
 * <p>Long because who may read is decided here, beside the one way to write.
 */
public final class Vault implements AutoCloseable {
  /** Any number, the same for all who share a database. */
  private static final long LOCK = 0x506c696d736f6c6cL;

  private static final int BATCH = 1000;
  private static final int ATTEMPTS = 8;

  /** Rows and accounts kept in memory before books are begun anew. */
  private static final int KEPT = 200_000;

  /** Known by what it is, not by what it says: two clients may ask for the same. */
  private static final class Request {
    private final Actor actor;
    private final List<Event> events;
    private List<Answer> answers = List.of();

    boolean isAnswered() {
      return answers.size() == events.size();
    }

    Request(Actor actor, List<Event> events) {
      this.actor = actor;
      this.events = events;
    }
  }

  private final Database database;
  private final InstantSource clock;
  private final Ledger ledger;
  private final Head opened;
  private final ReentrantLock busy = new ReentrantLock();
  private final Condition isFree = busy.newCondition();
  private final Deque<Request> waiting = new ArrayDeque<>();
  private boolean isCarryingOut;
  private @Nullable Connection connection;
  private @Nullable DatabaseShelf shelf;
  private @Nullable Books books;

  private Vault(Database database, InstantSource clock, List<Terms> versions) {
    this.database = database;
    this.clock = clock;
    this.ledger = new Ledger(new TermsBook(versions));
    this.opened = Head.ofTerms(versions.getFirst().toText());
  }

  /**
   * Makes the tables and opens an empty vault under {@code terms}.
   *
   * @throws StoreFailure if there is a vault already
   */
  public static Vault init(Database database, Terms terms, InstantSource clock) {
    try (Connection connection = database.connect()) {
      Migrations.apply(connection);
      refuseSecond(connection);
      insert(connection, terms);
      return new Vault(database, clock, List.of(terms));
    } catch (SQLException e) {
      throw new StoreFailure("the vault could not be made: " + e.getMessage(), e);
    }
  }

  /**
   * Opens a vault that is there.
   *
   * @throws StoreFailure if there is none
   */
  public static Vault open(Database database, InstantSource clock) {
    try (Connection connection = database.connect()) {
      Migrations.apply(connection);
      List<Terms> terms = readTerms(connection);
      if (terms.isEmpty()) {
        throw new StoreFailure("there is no vault in this database\nMaybe begin with vault init");
      }
      return new Vault(database, clock, terms);
    } catch (SQLException e) {
      throw new StoreFailure("the vault could not be opened: " + e.getMessage(), e);
    }
  }

  static void refuseSecond(Connection connection) throws SQLException {
    List<Terms> there = readTerms(connection);
    if (!there.isEmpty()) {
      throw new StoreFailure(
          "there is a vault already, under the terms "
              + there.getFirst().version()
              + "\nMaybe name another folder or database");
    }
  }

  static void insert(Connection connection, Terms terms) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into terms values (?, ?, ?)")) {
      insert.setString(1, terms.version());
      insert.setDate(2, Date.valueOf(terms.from()));
      insert.setString(3, terms.toText());
      insert.executeUpdate();
    }
  }

  static List<Terms> readTerms(Connection connection) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select content from terms order by first_day")) {
      List<Terms> versions = new ArrayList<>();
      while (rows.next()) {
        versions.add(Terms.parse(rows.getString(1)));
      }
      return versions;
    }
  }

  /** The terms in force, all versions. */
  public TermsBook terms() {
    return ledger.terms();
  }

  /**
   * Posts events in order; each is answered. Those that are refused keep nobody else out.
   *
   * @throws StoreFailure if the database fails for good: whatever has no answer may or may not be
   *     booked, and sending it again is safe
   */
  public List<Answer> post(Actor actor, List<Event> events) {
    Request mine = new Request(actor, List.copyOf(events));
    busy.lock();
    try {
      waiting.add(mine);
      // Whoever is answered by another goes home without taking a turn: he would only hold up those
      // who have something to ask, and batches would stay small.
      while (isCarryingOut && !mine.isAnswered()) {
        isFree.awaitUninterruptibly();
      }
      while (!mine.isAnswered()) {
        carryOutFirst();
      }
      return mine.answers;
    } finally {
      waiting.remove(mine);
      busy.unlock();
    }
  }

  /** Carries out what waits, first come, first served; others may ask meanwhile. */
  private void carryOutFirst() {
    List<Request> batch = takeBatch();
    isCarryingOut = true;
    busy.unlock();
    boolean isDone = false;
    try {
      carryOut(batch);
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

  /** At least one request, and more while they fit. */
  private List<Request> takeBatch() {
    List<Request> batch = new ArrayList<>();
    int size = 0;
    while (!waiting.isEmpty()
        && (batch.isEmpty() || size + waiting.getFirst().events.size() <= BATCH)) {
      size += waiting.getFirst().events.size();
      batch.add(waiting.removeFirst());
    }
    return batch;
  }

  private void carryOut(List<Request> batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        List<List<Answer>> answers = attempt(batch);
        for (int i = 0; i < batch.size(); i++) {
          batch.get(i).answers = List.copyOf(answers.get(i));
        }
        return;
      } catch (SQLException e) {
        drop();
        if (attempt == ATTEMPTS || !isPassing(e)) {
          throw new StoreFailure("the database failed: " + e.getMessage(), e);
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

  private List<List<Answer>> attempt(List<Request> batch) throws SQLException {
    Connection open = connect();
    DatabaseShelf reader = shelf;
    if (reader == null) {
      reader = new DatabaseShelf(open);
      shelf = reader;
    }
    try (java.sql.Statement statement = open.createStatement()) {
      // Before the transaction, whose snapshot must see what the holder before us has written.
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      open.setAutoCommit(false);
      Head head = head(open, opened);
      Books current = books;
      if (current == null || !current.head().equals(head) || current.size() > KEPT) {
        current = new Books(reader, head);
      }
      // Until the transaction is on disk, these books are a guess.
      books = null;
      reader.prefetch(batch.stream().flatMap(r -> r.events.stream()).toList());
      List<List<Answer>> answers = new ArrayList<>();
      for (Request request : batch) {
        List<Answer> own = new ArrayList<>();
        for (Event event : request.events) {
          own.add(ledger.post(current, request.actor, event, clock.instant()));
        }
        answers.add(own);
      }
      Changes changes = current.takeChanges();
      if (changes.rows().isEmpty()) {
        open.rollback();
      } else {
        Rows.write(open, changes);
        open.commit();
      }
      open.setAutoCommit(true);
      statement.execute("select pg_advisory_unlock(" + LOCK + ")");
      books = current;
      return answers;
    } catch (DatabaseShelf.ReadFailure e) {
      throw e.failure();
    }
  }

  /** The last row of the journal. */
  static Head head(Connection connection, Head opened) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select number, at, hash from event order by number desc limit 1")) {
      return rows.next()
          ? new Head(rows.getLong(1), rows.getTimestamp(2).toInstant(), rows.getString(3))
          : opened;
    }
  }

  private Connection connect() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = database.connect();
      open.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      connection = open;
      shelf = null;
    }
    return open;
  }

  /** Forgets a connection that failed; closing it gives its lock back. */
  private void drop() {
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

  /** The end of the journal. */
  public Head head() {
    try (Connection reading = database.connect()) {
      return head(reading, opened);
    } catch (SQLException e) {
      throw new StoreFailure("the journal could not be read: " + e.getMessage(), e);
    }
  }

  /**
   * What happened to a participant, in the order of the journal: every row of which a transfer
   * touches an account of it, or that closes such a row.
   *
   * @throws StoreFailure if {@code actor} may not see it
   */
  public List<Posted> journalOf(Actor actor, String participant) {
    if (!actor.maySee(participant)) {
      throw new StoreFailure(
          "%s may not see what belongs to %s".formatted(actor, participant)
              + "\nMaybe ask as operator or auditor");
    }
    try (Connection reading = database.connect()) {
      reading.setAutoCommit(false);
      reading.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      List<Posted> journal = Rows.journalOf(reading, participant);
      reading.rollback();
      return journal;
    } catch (SQLException e) {
      throw new StoreFailure("the journal could not be read: " + e.getMessage(), e);
    }
  }

  /**
   * What a participant holds, owes and may expect.
   *
   * @throws StoreFailure if {@code actor} may not see it
   */
  public Statement state(Actor actor, String participant, Period period) {
    List<Posted> journal = journalOf(actor, participant);
    return StatementMaker.of(
        participant,
        period,
        journal,
        id ->
            findPosted(Actor.AUDITOR, id)
                .orElseThrow(() -> new StoreFailure("the journal has no contract " + id)),
        ledger.terms());
  }

  /**
   * A row of the journal by the id of its event; for a participant, only one that touches an
   * account of its own.
   *
   * @throws StoreFailure if the database fails
   */
  public Optional<Posted> findPosted(Actor actor, String id) {
    try (Connection reading = database.connect()) {
      return new DatabaseShelf(reading).findPosted(id).filter(row -> maySee(actor, row));
    } catch (SQLException e) {
      throw new StoreFailure("the journal could not be read: " + e.getMessage(), e);
    }
  }

  /**
   * Accounts of a book for a material that are not empty, the edge left out.
   *
   * @throws StoreFailure if {@code actor} is a participant, to whom they do not all belong
   */
  public SortedMap<AccountId, Balance> listAccounts(Actor actor, Book book, Material material) {
    if (actor.role() == Role.PARTICIPANT) {
      throw new StoreFailure(
          actor + " may not see what belongs to others\nMaybe ask as operator or auditor");
    }
    try (Connection reading = database.connect()) {
      return Rows.accounts(reading, book, material);
    } catch (SQLException e) {
      throw new StoreFailure("accounts could not be read: " + e.getMessage(), e);
    }
  }

  /** A lot, which whoever may post against it may know. */
  public Optional<Lot> findLot(String id) {
    try (Connection reading = database.connect()) {
      return new DatabaseShelf(reading).findLot(id);
    } catch (SQLException e) {
      throw new StoreFailure("lots could not be read: " + e.getMessage(), e);
    }
  }

  /** What would be answered if these events were posted now; nothing is. */
  public List<Answer> judge(Actor actor, List<Event> events) {
    try (Connection reading = database.connect()) {
      reading.setAutoCommit(false);
      reading.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Books trial = new Books(new DatabaseShelf(reading), head(reading, opened));
      List<Answer> answers = new ArrayList<>();
      for (Event event : events) {
        answers.add(ledger.post(trial, actor, event, clock.instant()));
      }
      reading.rollback();
      return answers;
    } catch (SQLException | DatabaseShelf.ReadFailure e) {
      throw new StoreFailure("the events could not be judged: " + e.getMessage(), e);
    }
  }

  private static boolean maySee(Actor actor, Posted row) {
    return actor.role() != Role.PARTICIPANT
        || row.transfers().stream()
            .filter(transfer -> transfer.from().book().isOfParticipants())
            .anyMatch(t -> actor.maySee(t.from().party()) || actor.maySee(t.to().party()));
  }

  /** Proves the chain, the balances and the invariants, or says what is wrong. */
  public Verification verify() {
    return verify(Optional.empty());
  }

  /**
   * The same, and that a row with this hash is still there, which somebody has kept elsewhere: by
   * itself a journal does not show that its end was cut off.
   */
  public Verification verify(Optional<String> kept) {
    try (Connection reading = database.connect()) {
      return Verification.of(reading, kept);
    } catch (SQLException e) {
      throw new StoreFailure("the journal could not be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    busy.lock();
    try {
      while (isCarryingOut) {
        isFree.awaitUninterruptibly();
      }
      drop();
    } finally {
      busy.unlock();
    }
  }
}
