package org.plimsoll.app.vault;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.session.CsvRows;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Verb;
import org.plimsoll.vault.shortage.Allocation;
import org.plimsoll.vault.shortage.Request;
import org.plimsoll.vault.store.VaultReader;
import org.plimsoll.vault.terms.ShortageRule;
import org.plimsoll.vault.terms.Term;
import org.plimsoll.vault.terms.TermsBook;

/**
 * An allocation with the draws and invoices that it comes to, and the mark by which it is known.
 *
 * @param allocation who gets how much
 * @param supplyGrams what was shared
 * @param pastGrams what is in store past its day and free, hence not shared
 * @param events draws, from the lots whose day comes first, and invoices of an auction
 * @param head the end of the journal on which it rests
 * @param mark of the end of the journal and of all of this: another one, if anything differs
 */
public record AllocationDraft(
    Allocation allocation,
    long supplyGrams,
    long pastGrams,
    List<Event> events,
    Head head,
    String mark) {
  private static final int MARK_DIGITS = 16;
  private static final int GRAMS = 3;

  public AllocationDraft {
    events = List.copyOf(events);
  }

  /** Somebody's wish, before it is seen what it is entitled to. */
  public record Wish(
      String participant, String contract, long grams, boolean isDefence, BigDecimal bid) {
    /** No exponent: it makes numbers that take hours to print. */
    private static final String BID = "-?[0-9]{0,20}(\\.[0-9]{1,20})?";

    /**
     * The wishes in a CSV.
     *
     * @throws Refusal naming the first line that is none
     */
    public static List<Wish> read(Path file) {
      return CsvRows.read(file).stream().map(row -> of(file, row)).toList();
    }

    /** The same in a text of this name. */
    public static List<Wish> parse(String name, String text) {
      return CsvRows.parse(name, text).stream().map(row -> of(name, row)).toList();
    }

    private static Wish of(Object name, NamedCsvRecord row) {
      try {
        String use = row.findField("use").orElse("").strip();
        if (!use.isEmpty() && !use.equals("defence")) {
          throw new IllegalArgumentException("use is '" + use + "'");
        }
        String bid = row.findField("bid").orElse("").strip();
        if (!bid.matches(BID)) {
          throw new IllegalArgumentException("bid is '" + bid + "'");
        }
        return new Wish(
            row.getField("participant").strip(),
            row.getField("contract").strip(),
            Long.parseLong(row.getField("mass_g").strip()),
            use.equals("defence"),
            bid.isEmpty() ? BigDecimal.ZERO : new BigDecimal(bid));
      } catch (IllegalArgumentException | NoSuchElementException e) {
        throw Refusal.of(
            "%s:%d: %s".formatted(name, row.getStartingLineNumber(), e.getMessage()),
            "write participant,contract,mass_g,use,bid with whole grams, defence or nothing");
      }
    }
  }

  /**
   * Shares what is in store.
   *
   * @param most grams at most, if less than what is in store is to be shared
   * @param leave in which emergency it is drawn, and when it comes back
   * @param today lots past their day on it are left out
   */
  public static AllocationDraft of(
      VaultReader vault,
      Actor actor,
      ShortageRule rule,
      Material material,
      List<Wish> wishes,
      Optional<Long> most,
      Leave leave,
      LocalDate today) {
    Head head = vault.head();
    SortedMap<AccountId, Balance> claims = vault.listAccounts(actor, Book.CLAIM, material);
    List<Request> requests = new ArrayList<>();
    for (Wish wish : wishes) {
      AccountId claim =
          new AccountId(Book.CLAIM, material.toString(), wish.participant(), wish.contract());
      Balance balance = claims.getOrDefault(claim, new Balance(0, 0));
      requests.add(
          new Request(
              wish.participant(),
              wish.contract(),
              balance.available(),
              wish.grams(),
              wish.isDefence(),
              wish.bid()));
    }
    List<Pile> all = piles(vault, actor, material);
    List<Pile> piles = all.stream().filter(pile -> !pile.lot().isPast(today)).toList();
    long there = piles.stream().mapToLong(Pile::grams).sum();
    long past = all.stream().mapToLong(Pile::grams).sum() - there;
    long supply = Math.min(there, most.orElse(there));
    Allocation allocation = Allocation.of(rule, supply, requests);
    List<Event> events = new Drafting(vault, actor, head, leave, today).events(allocation, piles);
    String whole = head.hash() + rule + supply + allocation + events;
    return new AllocationDraft(allocation, supply, past, events, head, mark(whole));
  }

  /**
   * How draws are made.
   *
   * @param emergency in which; none in normal times
   * @param due last day by which they come back; otherwise by the terms, which a draw in an
   *     emergency has to say
   */
  public record Leave(Optional<String> emergency, Optional<LocalDate> due) {}

  /** Part of a lot at a site that nobody has reserved. */
  private record Pile(Lot lot, String site, long grams) {
    LocalDate last() {
      return lot.bestBefore().orElse(LocalDate.MAX);
    }
  }

  private static List<Pile> piles(VaultReader vault, Actor actor, Material material) {
    List<Pile> piles = new ArrayList<>();
    vault
        .listAccounts(actor, Book.MASS, material)
        .forEach((account, balance) -> {
          if (balance.available() > 0) {
            Lot lot = vault.findLot(account.paper()).orElseThrow();
            piles.add(new Pile(lot, account.party(), balance.available()));
          }
        });
    piles.sort(
        Comparator.comparing(Pile::last)
            .thenComparing(pile -> pile.lot().id())
            .thenComparing(Pile::site));
    return piles;
  }

  private static String mark(String text) {
    return Sha256.of(text).substring(0, MARK_DIGITS);
  }

  /** Numbers the events after the end of the journal, so that no other draft has their ids. */
  private static final class Drafting {
    private final VaultReader vault;
    private final Actor actor;
    private final Head head;
    private final Leave leave;
    private final LocalDate today;
    private final TermsBook terms;
    private final List<Event> events = new ArrayList<>();

    Drafting(VaultReader vault, Actor actor, Head head, Leave leave, LocalDate today) {
      this.vault = vault;
      this.actor = actor;
      this.head = head;
      this.leave = leave;
      this.today = today;
      terms = vault.terms();
    }

    List<Event> events(Allocation allocation, List<Pile> piles) {
      List<Pile> left = new ArrayList<>(piles);
      for (Allocation.Share share : allocation.listServed()) {
        long wanted = share.grams();
        while (wanted > 0) {
          Pile pile = left.removeFirst();
          long taken = Math.min(wanted, pile.grams());
          wanted -= taken;
          if (taken < pile.grams()) {
            left.addFirst(new Pile(pile.lot(), pile.site(), pile.grams() - taken));
          }
          draw(share.request(), pile, taken);
        }
        if (allocation.pricePerKilogram().signum() > 0) {
          charge(share, allocation.pricePerKilogram());
        }
      }
      return events;
    }

    private void draw(Request request, Pile pile, long grams) {
      SortedMap<Field, String> fields = new TreeMap<>();
      fields.put(Field.PARTICIPANT, request.participant());
      fields.put(Field.CONTRACT, request.contract());
      fields.put(Field.LOT, pile.lot().id());
      fields.put(Field.SITE, pile.site());
      fields.put(Field.MASS_G, Long.toString(grams));
      fields.put(Field.REASON, "allocated in shortage");
      leave.due().ifPresent(day -> fields.put(Field.DUE, day.toString()));
      leave
          .emergency()
          .ifPresent(id -> {
            fields.put(Field.REFERS, id);
            fields.computeIfAbsent(Field.DUE, due -> byTerms(request.contract()).toString());
          });
      add(Verb.DRAW, fields);
    }

    private LocalDate byTerms(String id) {
      return today.plusDays(terms.on(contract(id).day()).days(Term.REPLENISH_DAYS));
    }

    private Posted contract(String id) {
      return vault
          .findPosted(actor, id)
          .orElseThrow(() -> new IllegalArgumentException("there is no contract " + id));
    }

    /** Price × grams, rounded to the minor unit, halves up. */
    private void charge(Allocation.Share share, BigDecimal price) {
      CurrencyCode currency = contract(share.request().contract()).event().currency();
      SortedMap<Field, String> fields = new TreeMap<>();
      fields.put(Field.PARTICIPANT, share.request().participant());
      fields.put(
          Field.AMOUNT,
          price
              .multiply(BigDecimal.valueOf(share.grams(), GRAMS))
              .setScale(currency.minorDigits(), RoundingMode.HALF_UP)
              .toPlainString());
      fields.put(Field.CURRENCY, currency.code());
      fields.put(Field.REASON, "auction in shortage at " + price.toPlainString() + " a kg");
      add(Verb.CHARGE, fields);
    }

    private void add(Verb verb, SortedMap<Field, String> fields) {
      String id = "allocation-%d-%d".formatted(head.number() + 1, events.size() + 1);
      events.add(new Event(id, verb, fields));
    }
  }
}
