package org.plimsoll.vault.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.CarryingCost;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Transfer;
import org.plimsoll.vault.statement.Statement.Account;
import org.plimsoll.vault.statement.Statement.Carrying;
import org.plimsoll.vault.statement.Statement.OpenDraw;
import org.plimsoll.vault.statement.Statement.Posting;
import org.plimsoll.vault.statement.Statement.Reservation;
import org.plimsoll.vault.terms.Terms;
import org.plimsoll.vault.terms.TermsBook;

/** Reads a participant's part of the journal from its beginning, and states what came of it. */
public final class StatementMaker {
  private final String participant;
  private final Period period;
  private final SortedMap<AccountId, Long> opening = new TreeMap<>();
  private final SortedMap<AccountId, Long> balances = new TreeMap<>();
  private final SortedMap<String, SortedMap<LocalDate, CarryingCost.Position>> positions =
      new TreeMap<>();
  private final List<Posting> postings = new ArrayList<>();
  private final List<Posted> draws = new ArrayList<>();
  private final List<Posted> held = new ArrayList<>();
  private final Set<String> closed = new HashSet<>();
  private final Set<AccountId> moved = new HashSet<>();

  private StatementMaker(String participant, Period period) {
    this.participant = participant;
    this.period = period;
  }

  /**
   * The statement.
   *
   * @param journal every row that touches the participant or closes a reservation of it, in order
   * @param contracts the commitment of that id, whoever made it
   */
  public static Statement of(
      String participant,
      Period period,
      List<Posted> journal,
      Function<String, Posted> contracts,
      TermsBook terms) {
    StatementMaker maker = new StatementMaker(participant, period);
    for (Posted row : journal) {
      if (!period.isOver(row.day())) {
        maker.take(row);
      }
    }
    return maker.state(contracts, terms);
  }

  private void take(Posted row) {
    row.closes().ifPresent(closed::add);
    if (row.isHeld()) {
      held.add(row);
      return;
    }
    boolean isDraw = false;
    for (Transfer transfer : row.transfers()) {
      change(row, transfer, transfer.from(), -transfer.amount());
      change(row, transfer, transfer.to(), transfer.amount());
      isDraw |= transfer.to().book() == Book.DEBT && isOwn(transfer.to());
    }
    if (isDraw) {
      draws.add(row);
    }
  }

  private boolean isOwn(AccountId account) {
    return account.book().isOfParticipants() && account.party().equals(participant);
  }

  private void change(Posted row, Transfer transfer, AccountId account, long amount) {
    if (!isOwn(account)) {
      return;
    }
    long balance = balances.merge(account, amount, Math::addExact);
    if (period.isBefore(row.day())) {
      opening.put(account, balance);
    } else if (account.book() != Book.DEBT) {
      // What is out by draw is what is out by contract, once more.
      moved.add(account);
      postings.add(
          new Posting(
              row.at(),
              row.event().id(),
              row.event().verb(),
              account,
              amount,
              balance,
              transfer.reason(),
              about(row.event())));
    }
    if (account.book() == Book.CLAIM || account.book() == Book.OUT) {
      positions
          .computeIfAbsent(account.paper(), contract -> new TreeMap<>())
          .put(
              row.day(),
              new CarryingCost.Position(
                  sum(Book.CLAIM, account.paper()), sum(Book.OUT, account.paper())));
    }
  }

  /** Which event it refers to, and what was said of it. */
  private static String about(Event event) {
    return Stream.of(Field.REFERS, Field.CORRECTS, Field.REASON)
        .flatMap(field -> event.find(field).stream())
        .collect(Collectors.joining(", "));
  }

  /** Over the materials of a contract. */
  private long sum(Book book, String contract) {
    return balances.entrySet().stream()
        .filter(e -> e.getKey().book() == book && e.getKey().paper().equals(contract))
        .mapToLong(e -> e.getValue())
        .reduce(0, Math::addExact);
  }

  private Statement state(Function<String, Posted> contracts, TermsBook terms) {
    List<Account> accounts = new ArrayList<>();
    balances.forEach((id, closing) -> {
      long before = opening.getOrDefault(id, 0L);
      if (id.book() != Book.DEBT && (before != 0 || closing != 0 || moved.contains(id))) {
        accounts.add(new Account(id, before, closing));
      }
    });
    return new Statement(
        participant,
        period,
        accounts,
        postings,
        openDraws(contracts, terms),
        openReservations(),
        carrying(contracts, terms));
  }

  private List<OpenDraw> openDraws(Function<String, Posted> contracts, TermsBook terms) {
    List<OpenDraw> open = new ArrayList<>();
    balances.forEach((account, grams) -> {
      if (account.book() == Book.DEBT && grams > 0) {
        Posted row =
            draws.stream()
                .filter(draw -> draws(draw, account))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no draw made " + account));
        // A draw that was reserved first is the reservation; what carried it out says when.
        Posted draw =
            row.closes()
                .flatMap(id -> held.stream().filter(h -> isNamed(h, id)).findFirst())
                .orElse(row);
        String contract = draw.event().find(Field.CONTRACT).orElse("");
        Terms signed = terms.on(contracts.apply(contract).day());
        open.add(
            new OpenDraw(
                account.paper(),
                row.day(),
                account.asset(),
                contract,
                grams,
                draw.dueDay(signed, row.day()),
                draw.event().find(Field.REFERS)));
      }
    });
    open.sort(
        Comparator.comparing((OpenDraw draw) -> draw.due().orElse(LocalDate.MAX))
            .thenComparing(OpenDraw::id));
    return open;
  }

  private static boolean draws(Posted row, AccountId debt) {
    return row.transfers().stream().anyMatch(transfer -> transfer.to().equals(debt));
  }

  private static boolean isNamed(Posted row, String id) {
    return row.event().id().equals(id);
  }

  private List<Reservation> openReservations() {
    List<Reservation> open = new ArrayList<>();
    for (Posted row : held) {
      Optional<LocalDate> until = row.event().find(Field.HOLD_UNTIL).map(LocalDate::parse);
      for (Transfer transfer : row.transfers()) {
        if (isOwn(transfer.from()) && !closed.contains(row.event().id()) && until.isPresent()) {
          open.add(
              new Reservation(
                  row.event().id(),
                  row.event().verb(),
                  until.get(),
                  transfer.from(),
                  transfer.amount()));
        }
      }
    }
    return open;
  }

  private List<Carrying> carrying(Function<String, Posted> contracts, TermsBook terms) {
    List<Carrying> all = new ArrayList<>();
    positions.forEach((id, days) -> {
      Posted contract = contracts.apply(id);
      Terms signed = terms.on(contract.day());
      CarryingCost cost =
          CarryingCost.of(contract.event().price(), signed, days, period.first(), period.last());
      if (!cost.isNothing()) {
        all.add(new Carrying(id, contract.event().price(), signed.version(), cost));
      }
    });
    return all;
  }
}
