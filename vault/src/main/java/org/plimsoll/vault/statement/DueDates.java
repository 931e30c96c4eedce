package org.plimsoll.vault.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Books;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Transfer;
import org.plimsoll.vault.ledger.Verb;
import org.plimsoll.vault.statement.DueDate.Kind;
import org.plimsoll.vault.terms.Term;
import org.plimsoll.vault.terms.Terms;

/** What is due, from what accounts hold and from reservations that are open. */
public final class DueDates {
  private final Books books;
  private final List<DueDate> dates = new ArrayList<>();

  private DueDates(Books books) {
    this.books = books;
  }

  /**
   * In the order of their days.
   *
   * @param books from which rows and lots are asked
   * @param accounts that hold something
   * @param held reservations that are open
   */
  public static List<DueDate> of(
      Books books, SortedMap<AccountId, Balance> accounts, List<Posted> held) {
    DueDates due = new DueDates(books);
    accounts.forEach((account, balance) -> {
      if (account.book() == Book.DEBT) {
        due.draw(account, balance.amount());
      } else if (account.book() == Book.MASS) {
        due.shelf(account, balance.amount());
      }
    });
    held.forEach(due::reservation);
    return due.dates.stream().sorted().toList();
  }

  private void draw(AccountId debt, long grams) {
    Posted draw = get(debt.paper());
    Posted left =
        books
            .findClosing(debt.paper())
            .map(this::get)
            .filter(closing -> closing.event().verb() == Verb.POST)
            .orElse(draw);
    String contract = draw.event().find(Field.CONTRACT).orElse("");
    Terms terms = books.terms().on(get(contract).day());
    Optional<LocalDate> day = draw.dueDay(terms, left.day());
    dates.add(
        new DueDate(
            Kind.REPLENISH,
            debt.paper(),
            day,
            day.map(last -> last.plusDays(terms.days(Term.GRACE_DAYS) + 1L)),
            debt.party(),
            debt.asset(),
            contract,
            "",
            grams,
            draw.hash()));
  }

  private void shelf(AccountId stored, long grams) {
    books
        .findLot(stored.paper())
        .filter(lot -> lot.bestBefore().isPresent())
        .ifPresent(lot ->
            dates.add(
                new DueDate(
                    Kind.SHELF,
                    lot.id(),
                    lot.bestBefore(),
                    Optional.empty(),
                    "",
                    stored.asset(),
                    "",
                    stored.party(),
                    grams,
                    get(lot.openedBy()).hash())));
  }

  private void reservation(Posted held) {
    Event event = held.event();
    dates.add(
        new DueDate(
            Kind.RESERVATION,
            event.id(),
            event.find(Field.HOLD_UNTIL).map(LocalDate::parse),
            Optional.empty(),
            event.find(Field.PARTICIPANT).orElse(""),
            held.transfers().stream()
                .map(Transfer::from)
                .filter(account -> !account.book().isMoney())
                .map(AccountId::asset)
                .findFirst()
                .orElse(""),
            event.find(Field.CONTRACT).orElse(""),
            event.find(Field.SITE).orElse(""),
            event
                .find(Field.MASS_G)
                .or(() -> event.find(Field.ENTITLEMENT_G))
                .map(Long::parseLong)
                .orElse(0L),
            held.hash()));
  }

  private Posted get(String id) {
    return books
        .findPosted(id)
        .orElseThrow(() -> new IllegalStateException("the journal has no event " + id));
  }
}
