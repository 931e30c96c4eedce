package org.plimsoll.vault.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Books;
import org.plimsoll.vault.ledger.Catalogue;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Ledger;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.statement.DueDates;
import org.plimsoll.vault.statement.Holdings;
import org.plimsoll.vault.statement.Period;
import org.plimsoll.vault.statement.Statement;
import org.plimsoll.vault.statement.StatementMaker;
import org.plimsoll.vault.terms.TermsBook;

/** What may be read of a vault, and by whom. Each question sees the journal as it is then. */
public final class VaultReader {
  /** After every row: no event is dated later. */
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private final Database database;
  private final InstantSource clock;
  private final Catalogue catalogue;

  VaultReader(Database database, InstantSource clock, Catalogue catalogue) {
    this.database = database;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  private interface Question<T> {
    T ask(Connection reading) throws SQLException;
  }

  /** Asks in one snapshot, and leaves nothing behind. */
  private <T> T ask(String what, Question<T> question) {
    try (Connection reading = database.connect()) {
      reading.setAutoCommit(false);
      reading.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      T answer = question.ask(reading);
      reading.rollback();
      return answer;
    } catch (SQLException | DatabaseShelf.ReadFailure e) {
      throw new StoreFailure(what + " could not be read: " + e.getMessage(), e);
    }
  }

  /** All versions of the terms, which everybody may know. */
  public TermsBook terms() {
    return ask("the terms", TermsTable::read);
  }

  /** The end of the journal. */
  public Head head() {
    return ask("the journal", Rows::head);
  }

  /**
   * What happened to a participant, in the order of the journal: every row of which a transfer
   * touches an account of it, or that closes such a row.
   *
   * @throws StoreFailure if {@code actor} may not see it
   */
  public List<Posted> journalOf(Actor actor, String participant) {
    List<Posted> rows = new ArrayList<>();
    eachRow(actor, Optional.of(participant), Instant.EPOCH, END, rows::add);
    return rows;
  }

  /**
   * Whether the journal has anything of a participant.
   *
   * @throws StoreFailure if {@code actor} may not see it
   */
  public boolean knows(Actor actor, String participant) {
    requireMaySee(actor, Optional.of(participant));
    return ask("the journal", reading -> Rows.knows(reading, participant));
  }

  /**
   * What a participant holds, owes and may expect.
   *
   * @throws StoreFailure if {@code actor} may not see it
   */
  public Statement state(Actor actor, String participant, Period period) {
    return StatementMaker.of(
        participant,
        period,
        journalOf(actor, participant),
        id ->
            findPosted(Actor.AUDITOR, id)
                .orElseThrow(() -> new StoreFailure("the journal has no contract " + id)),
        terms());
  }

  /**
   * A row of the journal by the id of its event; for a participant, only one that touches an
   * account of its own.
   *
   * @throws StoreFailure if the database fails
   */
  public Optional<Posted> findPosted(Actor actor, String id) {
    return ask(
        "the journal",
        reading -> new DatabaseShelf(reading).findPosted(id).filter(row -> maySee(actor, row)));
  }

  private static boolean maySee(Actor actor, Posted row) {
    return actor.maySeeAll()
        || row.transfers().stream()
            .filter(transfer -> transfer.from().book().isOfParticipants())
            .anyMatch(t -> actor.maySee(t.from().party()) || actor.maySee(t.to().party()));
  }

  /**
   * Accounts of a book for a material that are not empty, the edge left out.
   *
   * @throws StoreFailure if {@code actor} is a participant, to whom they do not all belong
   */
  public SortedMap<AccountId, Balance> listAccounts(Actor actor, Book book, Material material) {
    requireMaySee(actor, Optional.empty());
    return ask("accounts", reading -> Rows.accounts(reading, book, material));
  }

  private static void requireMaySee(Actor actor, Optional<String> participant) {
    if (!participant.map(actor::maySee).orElse(actor.maySeeAll())) {
      throw new StoreFailure(
          "%s may not see what belongs to %s".formatted(actor, participant.orElse("others"))
              + "\nMaybe ask as operator or auditor");
    }
  }

  /**
   * What is held at the end of the journal and what is due, in one snapshot.
   *
   * @param participant whose alone; otherwise the vault's and everybody's
   * @throws StoreFailure if {@code actor} may not see it
   */
  public Holdings hold(Actor actor, Optional<String> participant) {
    requireMaySee(actor, participant);
    return ask("accounts", reading -> hold(reading, participant));
  }

  private static Holdings hold(Connection reading, Optional<String> participant)
      throws SQLException {
    Books books =
        new Books(new DatabaseShelf(reading), Rows.head(reading), TermsTable.read(reading));
    SortedMap<AccountId, Balance> accounts = Rows.accounts(reading, participant);
    SortedMap<String, Lot> lots = new TreeMap<>();
    accounts.keySet().stream()
        .filter(account -> account.book() == Book.MASS || account.book() == Book.TOLL)
        .flatMap(account -> books.findLot(account.paper()).stream())
        .forEach(lot -> lots.put(lot.id(), lot));
    List<Posted> held =
        Rows.reservations(reading).stream()
            .filter(row ->
                participant.isEmpty() || row.event().find(Field.PARTICIPANT).equals(participant))
            .toList();
    return new Holdings(books.head(), accounts, lots, DueDates.of(books, accounts, held));
  }

  /**
   * Hands on rows of the journal from a moment on and before another, in their order and few at a
   * time, so that a long journal takes no more memory than a short one.
   *
   * @param participant whose alone, as {@link #journalOf} has them
   * @throws StoreFailure if {@code actor} may not see them
   */
  public void eachRow(
      Actor actor,
      Optional<String> participant,
      Instant from,
      Instant before,
      Consumer<Posted> each) {
    requireMaySee(actor, participant);
    ask(
        "the journal",
        reading -> {
          Rows.journal(reading, participant, from, before, each);
          return true;
        });
  }

  /** A lot, which whoever may post against it may know. */
  public Optional<Lot> findLot(String id) {
    return ask("lots", reading -> new DatabaseShelf(reading).findLot(id));
  }

  /** What would be answered if these events were posted now; nothing is. */
  public List<Answer> judge(Actor actor, List<Event> events) {
    return ask(
        "what the events need",
        reading -> {
          Books trial =
              new Books(new DatabaseShelf(reading), Rows.head(reading), TermsTable.read(reading));
          List<Answer> answers = new ArrayList<>();
          for (Event event : events) {
            answers.add(Ledger.post(trial, actor, event, clock.instant(), catalogue));
          }
          return answers;
        });
  }

  /**
   * Proves the chain, the balances and the invariants, or says what is wrong.
   *
   * @throws StoreFailure if {@code actor} is a participant
   */
  public Verification verify(Actor actor) {
    return verify(actor, Optional.empty());
  }

  /**
   * The same, and that a row with this hash is still there, which somebody has kept elsewhere: by
   * itself a journal does not show that its end was cut off.
   *
   * @throws StoreFailure if {@code actor} is a participant
   */
  public Verification verify(Actor actor, Optional<String> kept) {
    if (!actor.maySeeAll()) {
      throw new StoreFailure(
          actor + " may not verify a vault, which shows it all\nMaybe ask as operator or auditor");
    }
    return ask("the journal", reading -> Verifier.verify(reading, kept));
  }
}
