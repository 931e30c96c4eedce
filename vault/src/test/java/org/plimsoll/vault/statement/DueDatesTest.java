package org.plimsoll.vault.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.TinyVault;

/** Days by hand: 180 days to replenish, 30 of grace. */
class DueDatesTest {
  private final TinyVault vault = new TinyVault();

  private List<DueDate> due(String... reserved) {
    List<Posted> held = new ArrayList<>();
    for (String id : reserved) {
      held.add(vault.books().findPosted(id).orElseThrow());
    }
    return DueDates.of(vault.books(), accounts(), held);
  }

  private SortedMap<AccountId, Balance> accounts() {
    SortedMap<AccountId, Balance> some = new TreeMap<>(vault.books().listBalances());
    some.entrySet().removeIf(e -> e.getKey().isEdge() || e.getValue().amount() == 0);
    return some;
  }

  private void post(String... lines) {
    for (String line : lines) {
      assertEquals(true, vault.post(line).isAccepted(), line);
    }
  }

  private static String line(DueDate due) {
    return "%s %s %s %s %s %s %s %d"
        .formatted(
            due.kind(),
            due.id(),
            due.day().map(LocalDate::toString).orElse("-"),
            due.defaultFrom().map(LocalDate::toString).orElse("-"),
            due.participant(),
            due.contract(),
            due.place(),
            due.grams());
  }

  @Test
  void everythingInTheOrderOfItsDay() {
    post(
        "c1 commit participant=acme ga mass_g=1000 usd300 day=2026-03-01",
        "l1 acquire lot=l1 site=north ga mass_g=1000 proof participant=acme contract=c1"
            + " entitlement_g=1000 best_before=2027-01-31",
        "l2 acquire lot=l2 site=south ndox mass_g=50 proof",
        "g1 move lot=l1 site=north to_site=south mass_g=300",
        "d1 draw participant=acme contract=c1 lot=l1 site=north mass_g=100",
        "h1 draw participant=acme contract=c1 lot=l1 site=north mass_g=20 hold_until=2026-04-30",
        "k1 post refers=h1 day=2026-04-10",
        "r1 replenish participant=acme refers=d1 lot=l3 site=north mass_g=40 proof",
        "h2 transfer participant=acme to=bolt contract=c1 entitlement_g=7 hold_until=2026-06-30",
        "h3 release lot=l2 site=south mass_g=5 hold_until=2026-06-30 to=corp price=3 currency=USD",
        "e1 emergency reason=ban");
    vault.stand("d2 draw participant=acme contract=c1 lot=l1 site=north mass_g=9 refers=e1");
    assertEquals(
        List.of(
            "RESERVATION h2 2026-06-30 - acme c1  7",
            "RESERVATION h3 2026-06-30 -   south 5",
            // 180 days from 1 March, and 30 more; a day later a default can be declared.
            "REPLENISH d1 2026-08-28 2026-09-28 acme c1  60",
            // 180 days from 10 April, when it left.
            "REPLENISH h1 2026-10-07 2026-11-07 acme c1  20",
            "SHELF l1 2027-01-31 -   north 571",
            "SHELF l1 2027-01-31 -   south 300",
            "REPLENISH d2 - - acme c1  9"),
        due("h3", "h2").stream().map(DueDatesTest::line).toList());
    List<DueDate> due = due("h3", "h2");
    assertEquals("neodymium/oxide powder 2N5", due.get(1).material());
    assertEquals("gallium/refined ingot 4N", due.get(2).material());
    assertEquals(hash("d1"), due.get(2).hash());
    assertEquals(hash("l1"), due.get(4).hash());
    assertEquals(hash("h3"), due.get(1).hash());
  }

  /** A draw that was set right by another hand than carrying out counts from its own day. */
  @Test
  void aDrawIsDueByTheTermsOfItsContract() {
    post(
        "c1 commit participant=acme ga mass_g=1000 usd300 day=2026-03-01",
        "m1 amend terms=two,2026-04-01,replenish_days:10,grace_days:0 reason=vote",
        "c2 commit participant=acme ga mass_g=1000 usd300 day=2026-04-01",
        "l1 acquire lot=l1 site=north ga mass_g=2000 proof participant=acme contract=c1"
            + " entitlement_g=1000",
        "a1 allot participant=acme contract=c2 entitlement_g=1000",
        "d1 draw participant=acme contract=c1 lot=l1 site=north mass_g=1",
        "d2 draw participant=acme contract=c2 lot=l1 site=north mass_g=1");
    assertEquals(
        List.of(
            "REPLENISH d2 2026-04-11 2026-04-12 acme c2  1",
            "REPLENISH d1 2026-09-28 2026-10-29 acme c1  1"),
        due().stream().map(DueDatesTest::line).toList());
  }

  @Test
  void holdingsKnowTheirBooksAndLots() {
    post("l1 acquire lot=l1 site=north ga mass_g=1000 proof price=1 currency=USD day=2026-03-01");
    SortedMap<String, Lot> lots = new TreeMap<>();
    vault.books().findLot("l1").ifPresent(lot -> lots.put("l1", lot));
    Holdings holdings = new Holdings(vault.books().head(), accounts(), lots, List.of());
    assertEquals(2, holdings.accounts().size());
    AccountId stored = holdings.of(Book.MASS).firstKey();
    assertEquals(1, holdings.of(Book.MASS).size());
    assertEquals("l1", holdings.lot(stored).id());
    Holdings none = new Holdings(Head.ofTerms(""), new TreeMap<>(), new TreeMap<>(), List.of());
    assertThrows(IllegalArgumentException.class, () -> none.lot(stored));
    assertEquals(Optional.empty(), none.due().stream().findFirst());
  }

  private String hash(String id) {
    return vault.books().findPosted(id).orElseThrow().hash();
  }
}
