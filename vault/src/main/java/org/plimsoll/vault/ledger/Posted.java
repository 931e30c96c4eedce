package org.plimsoll.vault.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plimsoll.vault.terms.Term;
import org.plimsoll.vault.terms.Terms;

/**
 * A row of the journal: an event with what it moved. Never changed.
 *
 * @param number from 1, without gaps
 * @param at when, never before the row before it
 * @param actor who
 * @param event what was asked
 * @param isHeld whether it only reserves
 * @param transfers what moves, or is reserved to move
 * @param lot the lot that it brought, if any
 * @param closes the event that is closed by it, if any
 * @param hash of this row and the hash before it, 64 hexadecimal digits
 */
public record Posted(
    long number,
    Instant at,
    Actor actor,
    Event event,
    boolean isHeld,
    List<Transfer> transfers,
    Optional<Lot> lot,
    Optional<String> closes,
    String hash) {
  public Posted {
    transfers = List.copyOf(transfers);
  }

  /** When, as a day in UTC. */
  public LocalDate day() {
    return Case.dayOf(at);
  }

  /**
   * The day by which a draw is replenished: what it says, or the days of the terms from the day the
   * goods leave. A draw in an emergency that says none, which earlier versions took, has none.
   *
   * @param terms of its contract
   * @param left the day the goods leave, which is later than the row's if it only reserves
   */
  public Optional<LocalDate> dueDay(Terms terms, LocalDate left) {
    Optional<LocalDate> said = event.day(Field.DUE);
    return said.isPresent() || event.has(Field.REFERS)
        ? said
        : Optional.of(left.plusDays(terms.days(Term.REPLENISH_DAYS)));
  }
}
