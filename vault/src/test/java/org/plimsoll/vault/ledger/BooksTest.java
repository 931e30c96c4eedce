package org.plimsoll.vault.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.vault.terms.TermsBook;

/** Books over a shelf: what they ask it, what they keep, and what they say has changed. */
class BooksTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final List<String> asked = new ArrayList<>();
  private final TinyVault below = new TinyVault();
  private final Books books;

  /** Below lie a contract of acme and a lot with 1,000 g, of which 900 g are claimed. */
  BooksTest() {
    below.post("c1 commit participant=acme ga mass_g=1000 usd300");
    below.post(
        "l1 acquire lot=l1 site=north ga mass_g=1000 proof participant=acme contract=c1"
            + " entitlement_g=900");
    below.post(
        "h1 draw participant=acme contract=c1 lot=l1 site=north mass_g=1 hold_until=2026-04-01");
    below.post("v1 void refers=h1");
    books = new Books(new Asked(), below.books().head(), TermsBook.of(TinyVault.TERMS));
  }

  /** Notes what it is asked. */
  private final class Asked implements Shelf {
    @Override
    public Optional<Posted> findPosted(String id) {
      asked.add("posted " + id);
      return below.books().findPosted(id);
    }

    @Override
    public Optional<String> findClosing(String id) {
      asked.add("closing " + id);
      return below.books().findClosing(id);
    }

    @Override
    public Optional<Balance> findBalance(AccountId account) {
      asked.add("balance " + account);
      return Optional.of(below.books().balance(account));
    }

    @Override
    public Optional<Lot> findLot(String id) {
      asked.add("lot " + id);
      return below.books().findLot(id);
    }
  }

  private Status post(String line) {
    return Ledger.post(books, Actor.OPERATOR, TinyVault.event(line), NOW).status();
  }

  private long times(String question) {
    return asked.stream().filter(question::equals).count();
  }

  @Test
  void whatLiesBelowIsAskedOnce() {
    String draw = " draw participant=acme contract=c1 lot=l1 site=north mass_g=10";
    assertEquals(Status.POSTED, post("d1" + draw));
    assertEquals(Status.POSTED, post("d2" + draw));
    assertEquals(1, times("posted c1"));
    assertEquals(1, times("lot l1"));
    assertEquals(1, times("balance MASS|gallium/refined ingot 4N|north|l1"));
    assertEquals(980, books.balance(mass("l1")).amount());
    assertEquals(Optional.of("v1"), books.findClosing("h1"));
    assertEquals(below.books().findLot("l1"), books.findLot("l1"));
    assertEquals(below.books().findLot("l1"), books.findLot("l1"));
    assertEquals(below.books().findPosted("c1"), books.findPosted("c1"));
  }

  private static AccountId mass(String lot) {
    return new AccountId(Book.MASS, "gallium/refined ingot 4N", "north", lot);
  }

  /** 9,223 × 10^15 is below 2^63, 9,224 × 10^15 is not. */
  @Test
  void noAccountIsCarriedBeyondItsBits() {
    String charge = " charge participant=acme amount=10000000000000.00 currency=USD reason=x";
    TinyVault vault = new TinyVault();
    for (int i = 0; i < 9223; i++) {
      assertEquals(Status.POSTED, vault.post("i" + i + charge));
    }
    assertEquals(Status.AMOUNT_TOO_LARGE, vault.post("last" + charge));
    assertEquals(9_223_000_000_000_000_000L, vault.balance("receivable USD acme").amount());
  }

  @Test
  void changesAreWhatWasPostedSinceTheyWereTaken() {
    post("t1 transfer participant=acme to=bolt contract=c1 entitlement_g=10");
    post("t2 transfer participant=acme to=bolt contract=c1 entitlement_g=20");
    post("t3 transfer participant=acme to=bolt contract=c1 entitlement_g=9999");
    Changes changes = books.takeChanges();
    assertEquals(
        List.of("t1", "t2"), changes.rows().stream().map(row -> row.event().id()).toList());
    assertEquals(
        List.of(
            "CLAIM|gallium/refined ingot 4N|acme|c1 870",
            "CLAIM|gallium/refined ingot 4N|bolt|c1 30"),
        changes.balances().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue().amount())
            .toList());
    assertTrue(books.takeChanges().rows().isEmpty() && books.takeChanges().balances().isEmpty());
  }

  /** What is on disk is asked for again if somebody wants it; balances stay. */
  @Test
  void whatWasWrittenIsForgotten() {
    post("l2 acquire lot=l2 site=north ga mass_g=5 proof");
    post("h2 draw participant=acme contract=c1 lot=l1 site=north mass_g=1 hold_until=2026-04-01");
    post("v2 void refers=h2");
    assertEquals(Optional.of("v2"), books.findClosing("h2"));
    assertEquals(0, times("closing h2") - 1, "asked when it was closed");
    int size = books.size();
    assertEquals(0, times("balance RECEIVABLE|USD|acme|"));
    books.forget(books.takeChanges());
    assertEquals(size - 3, books.size(), "three rows");
    assertEquals(Optional.empty(), books.findPosted("l2"), "it is not below");
    assertEquals(Optional.empty(), books.findLot("l2"));
    assertEquals(Optional.empty(), books.findClosing("h2"));
    assertEquals(5, books.balance(mass("l2")).amount());
    assertEquals(2, times("closing h2"));
  }
}
