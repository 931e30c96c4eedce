package org.plimsoll.vault.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.vault.terms.Terms;
import org.plimsoll.vault.terms.TermsBook;

/**
 * The state of the vault: a fold of its journal, and nothing else. Not for two threads at once.
 *
 * <p>Laid over a shelf, it reads from there what it has not seen yet and keeps what it read.
 */
public final class Books {
  private final Shelf below;
  private final Map<AccountId, Balance> balances = new HashMap<>();
  private final Map<String, Posted> posted = new HashMap<>();
  private final Map<String, String> closings = new HashMap<>();
  private final Map<String, Lot> lots = new HashMap<>();
  private SequencedMap<AccountId, Balance> touched = new LinkedHashMap<>();
  private List<Posted> fresh = new ArrayList<>();
  private Head head;

  private TermsBook terms;

  /** Books at {@code head} over what lies below, under the terms that were settled until then. */
  public Books(Shelf below, Head head, TermsBook terms) {
    this.below = below;
    this.head = head;
    this.terms = terms;
  }

  /** Books of an empty journal that is opened under {@code terms}. */
  public static Books opened(Terms terms) {
    return new Books(Shelf.EMPTY, Head.ofTerms(terms.toText()), TermsBook.of(terms));
  }

  /** The versions of the terms. */
  public TermsBook terms() {
    return terms;
  }

  /** The end of the chain. */
  public Head head() {
    return head;
  }

  /** A row of the journal. */
  public Optional<Posted> findPosted(String id) {
    Posted known = posted.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Posted> read = below.findPosted(id);
    read.ifPresent(row -> posted.put(id, row));
    return read;
  }

  /** The event that closed {@code id}. */
  public Optional<String> findClosing(String id) {
    String known = closings.get(id);
    return known != null ? Optional.of(known) : below.findClosing(id);
  }

  public Optional<Lot> findLot(String id) {
    Lot known = lots.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Lot> read = below.findLot(id);
    read.ifPresent(lot -> lots.put(id, lot));
    return read;
  }

  /** An account's state; nothing for one that nobody has used. */
  public Balance balance(AccountId account) {
    Balance known = balances.get(account);
    if (known == null) {
      known = below.findBalance(account).orElse(Balance.NONE);
      balances.put(account, known);
    }
    return known;
  }

  /** Accounts seen so far, in their order; of books over an empty shelf, all. */
  public SortedMap<AccountId, Balance> listBalances() {
    return new TreeMap<>(balances);
  }

  /** Rows and accounts kept in memory, by which a store decides when to begin anew. */
  public int size() {
    return posted.size() + balances.size();
  }

  /**
   * Forgets rows and lots that can be read from below by now; few of them are asked for again, and
   * those are kept once they have been.
   */
  public void forget(Changes written) {
    for (Posted row : written.rows()) {
      posted.remove(row.event().id());
      row.closes().ifPresent(closings::remove);
      row.lot().ifPresent(lot -> lots.remove(lot.id()));
    }
  }

  /** Forgets every row and lot, all of which can be read from below; balances stay. */
  public void forgetRows() {
    posted.clear();
    closings.clear();
    lots.clear();
  }

  /** Rows posted since the last call, and the accounts that they changed; then forgets them. */
  public Changes takeChanges() {
    Changes changes = new Changes(fresh, touched);
    fresh = new ArrayList<>();
    touched = new LinkedHashMap<>();
    return changes;
  }

  /**
   * Takes a row of the journal as it stands, as when books are made again from it. Whoever calls
   * has judged the row, or trusts the chain.
   *
   * @throws IllegalStateException if the row cannot follow, which no honest journal can do
   */
  public void replay(Posted row) {
    if (row.number() != head.number() + 1 || row.at().isBefore(head.at())) {
      throw new IllegalStateException(
          "row %d of %s follows row %d of %s"
              .formatted(row.number(), row.at(), head.number(), head.at()));
    }
    Trial trial = new Trial(this);
    Optional<Status> hindrance = move(trial, row.event(), row.isHeld(), row.transfers());
    if (hindrance.isPresent() || !trial.isCovered()) {
      throw new IllegalStateException(
          "row %d (%s) breaks a rule of the books: %s"
              .formatted(
                  row.number(), row.event().id(), hindrance.orElse(Status.UNCOVERED).word()));
    }
    take(trial, row);
  }

  /** Lays what a row moves over a trial; a row that settles a reservation frees it first. */
  Optional<Status> move(Trial trial, Event event, boolean isHeld, List<Transfer> transfers) {
    switch (event.verb()) {
      case POST, VOID, EXPIRE ->
          findPosted(event.get(Field.REFERS)).stream()
              .flatMap(held -> held.transfers().stream())
              .forEach(trial::free);
      case COMMIT,
          ACQUIRE,
          ALLOT,
          DRAW,
          REPLENISH,
          TRANSFER,
          RELEASE,
          ROTATE,
          UPGRADE,
          TOLL,
          MOVE,
          EMERGENCY,
          END,
          BUY_BACK,
          DEFAULT,
          CHARGE,
          PAY,
          CORRECTION,
          AMEND -> {}
    }
    Optional<Status> first = Optional.empty();
    for (Transfer transfer : transfers) {
      Optional<Status> hindrance = isHeld ? trial.reserve(transfer) : trial.move(transfer);
      if (hindrance.isPresent()
          && (first.isEmpty() || hindrance.get().compareTo(first.get()) < 0)) {
        first = hindrance;
      }
    }
    return first;
  }

  void take(Trial trial, Posted row) {
    balances.putAll(trial.changed());
    touched.putAll(trial.changed());
    posted.put(row.event().id(), row);
    row.lot().ifPresent(lot -> lots.put(lot.id(), lot));
    row.closes().ifPresent(closed -> closings.put(closed, row.event().id()));
    row.event().terms().ifPresent(next -> terms = terms.with(next));
    fresh.add(row);
    head = new Head(row.number(), row.at(), row.hash());
  }
}
