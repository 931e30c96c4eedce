package org.plimsoll.vault.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.vault.terms.Terms;

/**
 * An event before the bench: what speaks against it, and what it would move. Findings are collected
 * and the first in the order of {@link Status} is returned, so that precedence holds by
 * construction and not by the order in which rules are written.
 */
final class Case {
  private final Books books;
  private final Actor actor;
  private final Event event;
  private final Instant at;
  private final boolean isNew;
  private final Set<Status> findings = EnumSet.noneOf(Status.class);
  private final List<Transfer> transfers = new ArrayList<>();
  private Optional<Lot> newLot = Optional.empty();
  private Optional<String> closes = Optional.empty();

  /**
   * @param isNew whether it asks to be booked; otherwise it is a row that stands, which is judged
   *     by the rules that have held for every row
   */
  Case(Books books, Actor actor, Event event, Instant at, boolean isNew) {
    this.books = books;
    this.isNew = isNew;
    this.actor = actor;
    this.event = event;
    this.at = at;
  }

  Books books() {
    return books;
  }

  Actor actor() {
    return actor;
  }

  Event event() {
    return event;
  }

  Instant at() {
    return at;
  }

  LocalDate day() {
    return dayOf(at);
  }

  /** Days are those of UTC. */
  static LocalDate dayOf(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The terms in force when {@code contract} was signed. */
  Terms termsOf(Posted contract) {
    return books.terms().on(dayOf(contract.at()));
  }

  Terms termsToday() {
    return books.terms().on(day());
  }

  void find(Status status) {
    findings.add(status);
  }

  void findIf(boolean applies, Status status) {
    if (applies) {
      findings.add(status);
    }
  }

  boolean isNew() {
    return isNew;
  }

  /** A finding that does not speak against a row that stands. */
  void findIfNew(boolean applies, Status status) {
    findIf(isNew && applies, status);
  }

  /** What was found, the first of the list. An EnumSet goes in the order of its enum. */
  Optional<Status> first() {
    return findings.stream().findFirst();
  }

  void move(AccountId from, AccountId to, long amount, Reason reason) {
    if (amount > 0) {
      transfers.add(new Transfer(from, to, amount, reason));
    }
  }

  /** From the world outside into an account. */
  void bring(AccountId to, long amount, Reason reason) {
    move(to.edge(), to, amount, reason);
  }

  /** Out of an account into the world outside. */
  void remove(AccountId from, long amount, Reason reason) {
    move(from, from.edge(), amount, reason);
  }

  /** An amount that a participant owes from now on. */
  void owe(String participant, Optional<Money> amount, Reason reason) {
    findIf(amount.isEmpty(), Status.AMOUNT_TOO_LARGE);
    amount.ifPresent(money ->
        bring(
            AccountId.ofMoney(Book.RECEIVABLE, money.currency(), participant, ""),
            money.minor(),
            reason));
  }

  void moveAll(List<Transfer> more) {
    transfers.addAll(more);
  }

  List<Transfer> transfers() {
    return transfers;
  }

  void open(Lot lot) {
    findIf(books.findLot(lot.id()).isPresent(), Status.LOT_TAKEN);
    findIfNew(lot.isPast(day()), Status.LOT_EXPIRED);
    newLot = Optional.of(lot);
  }

  Optional<Lot> newLot() {
    return newLot;
  }

  void close(String id) {
    findIf(books.findClosing(id).isPresent(), Status.REFERENCE_CLOSED);
    closes = Optional.of(id);
  }

  Optional<String> closes() {
    return closes;
  }

  /** The row that a field names, if it is there and of that verb. */
  Optional<Posted> refer(Field field, Verb verb) {
    Optional<Posted> row = books.findPosted(event.get(field));
    findIf(row.isEmpty(), Status.REFERENCE_UNKNOWN);
    findIf(row.filter(found -> found.event().verb() != verb).isPresent(), Status.REFERENCE_WRONG);
    return row.filter(found -> found.event().verb() == verb);
  }

  /** The lot that the event takes from. */
  Optional<Lot> lot() {
    Optional<Lot> lot = books.findLot(event.get(Field.LOT));
    findIf(lot.isEmpty(), Status.LOT_UNKNOWN);
    return lot;
  }

  /** The same, for somebody who wants to use it. */
  Optional<Lot> freshLot() {
    Optional<Lot> lot = lot();
    findIf(lot.filter(found -> found.isPast(day())).isPresent(), Status.LOT_EXPIRED);
    return lot;
  }
}
