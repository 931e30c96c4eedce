package org.plimsoll.vault.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.CarryingCost;
import org.plimsoll.vault.ledger.Reason;
import org.plimsoll.vault.ledger.Verb;

/**
 * What a participant holds, owes and may expect, and how it came to that.
 *
 * @param participant whose
 * @param period of which days
 * @param accounts with what they held before the first day and hold after the last, in their order;
 *     none that is empty at both ends and did not move between
 * @param postings what moved, in order
 * @param draws that are not replenished at the end, by due date; those without one last
 * @param reservations that are open at the end
 * @param carrying cost of each contract over the period, not booked by being stated
 */
public record Statement(
    String participant,
    Period period,
    List<Account> accounts,
    List<Posting> postings,
    List<OpenDraw> draws,
    List<Reservation> reservations,
    List<Carrying> carrying) {
  public Statement {
    accounts = List.copyOf(accounts);
    postings = List.copyOf(postings);
    draws = List.copyOf(draws);
    reservations = List.copyOf(reservations);
    carrying = List.copyOf(carrying);
  }

  /**
   * An account at both ends: grams or minor units.
   *
   * @param id of a promise, an entitlement, what is out, or money owed
   */
  public record Account(AccountId id, long opening, long closing) {}

  /**
   * A change of one account.
   *
   * @param at when
   * @param event its id
   * @param verb what happened
   * @param account which changed
   * @param change grams or minor units, above or below zero
   * @param balance of the account afterwards
   * @param reason why
   * @param about the event that it settles or sets right, or the invoice's words; may be empty
   */
  public record Posting(
      Instant at,
      String event,
      Verb verb,
      AccountId account,
      long change,
      long balance,
      Reason reason,
      String about) {}

  /**
   * A draw that is owed.
   *
   * @param id of the draw
   * @param day on which it was made
   * @param material in words
   * @param contract under which
   * @param grams still owed
   * @param due day by which it comes back; a draw in an emergency may have none
   * @param emergency in which it was made
   */
  public record OpenDraw(
      String id,
      LocalDate day,
      String material,
      String contract,
      long grams,
      Optional<LocalDate> due,
      Optional<String> emergency) {}

  /**
   * What is reserved and not yet carried out.
   *
   * @param id of the reservation
   * @param verb what it reserves
   * @param until its last day
   * @param account from which it would take
   * @param amount grams or minor units
   */
  public record Reservation(
      String id, Verb verb, LocalDate until, AccountId account, long amount) {}

  /**
   * The carrying cost of a contract.
   *
   * @param contract its id
   * @param price of a kilogram
   * @param terms their version
   * @param cost day by day, exact
   */
  public record Carrying(String contract, PricePerKilogram price, String terms, CarryingCost cost) {
    /** The sum, rounded once. */
    public Money invoice() {
      return cost.invoice();
    }
  }

  /** Carrying cost of all contracts in one currency: the sum of their invoices. */
  public Money invoice(CurrencyCode currency) {
    return new Money(
        carrying.stream()
            .map(Carrying::invoice)
            .filter(money -> money.currency().equals(currency))
            .mapToLong(Money::minor)
            .reduce(0, Math::addExact),
        currency);
  }

  /** The currencies of its invoices, each once. */
  public List<CurrencyCode> currencies() {
    return carrying.stream().map(one -> one.cost().currency()).distinct().sorted().toList();
  }
}
