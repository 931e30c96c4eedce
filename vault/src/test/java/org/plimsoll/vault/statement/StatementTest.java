package org.plimsoll.vault.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.ledger.TinyVault;
import org.plimsoll.vault.terms.TermsBook;

/** Statements that a person can check: price 300 a kg, interest 5%, storage 0.001 a kg and day. */
class StatementTest {
  private final TinyVault vault = new TinyVault();
  private final List<Posted> journal = new ArrayList<>();

  private void post(String... lines) {
    for (String line : lines) {
      Status status = vault.post(line);
      assertTrue(status.isAccepted(), line + ": " + status);
    }
    journal.addAll(vault.books().takeChanges().rows());
  }

  private void aMonth() {
    post(
        "c1 commit participant=acme ga mass_g=1000000 usd300 day=2026-03-01",
        "l1 acquire lot=l1 site=north ga mass_g=1000000 proof participant=acme contract=c1"
            + " entitlement_g=1000000 day=2026-03-02",
        "d1 draw participant=acme contract=c1 lot=l1 site=north mass_g=400000 day=2026-03-12",
        "t1 transfer participant=acme to=bolt contract=c1 entitlement_g=100000 day=2026-03-22",
        "h1 draw participant=acme contract=c1 lot=l1 site=north mass_g=20000"
            + " hold_until=2026-04-15 day=2026-03-22",
        "p1 pay participant=acme amount=1000 currency=USD day=2026-03-23");
  }

  private Statement state(String participant, String first, String last) {
    Map<String, Posted> byId = new TreeMap<>();
    journal.forEach(row -> byId.put(row.event().id(), row));
    List<Posted> own =
        journal.stream()
            .filter(row ->
                row.closes().isPresent()
                    || row.transfers().stream()
                        .anyMatch(t ->
                            t.from().party().equals(participant)
                                || t.to().party().equals(participant)))
            .toList();
    return StatementMaker.of(
        participant,
        new Period(LocalDate.parse(first), LocalDate.parse(last)),
        own,
        byId::get,
        TermsBook.of(TinyVault.TERMS));
  }

  private static List<String> accounts(Statement statement) {
    return statement.accounts().stream()
        .map(a ->
            "%s %s %d %d"
                .formatted(a.id().book(), a.id().paper(), a.opening(), a.closing())
                .strip())
        .toList();
  }

  @Test
  void accountsAtBothEnds() {
    aMonth();
    // The fee of 1,000 kg at 300 is 1%: 3,000.00, of which 1,000.00 is paid.
    assertEquals(
        List.of("CLAIM c1 1000000 500000", "OUT c1 0 400000", "RECEIVABLE  300000 200000"),
        accounts(state("acme", "2026-03-12", "2026-03-31")));
    assertEquals(
        List.of("PROMISE c1 0 1000000", "RECEIVABLE  0 300000"),
        accounts(state("acme", "2026-02-01", "2026-03-01")));
    assertEquals(List.of("CLAIM c1 0 100000"), accounts(state("bolt", "2026-03-01", "2026-03-31")));
  }

  /** Nothing is promised at either end, but it came and went: whoever adds up wants to see it. */
  @Test
  void anAccountThatMovedIsStated() {
    aMonth();
    assertEquals(
        List.of("PROMISE c1 0 0", "CLAIM c1 0 500000", "OUT c1 0 400000", "RECEIVABLE  0 200000"),
        accounts(state("acme", "2026-03-01", "2026-03-31")));
    post("p2 pay participant=acme amount=2000 currency=USD day=2026-04-01");
    assertTrue(
        accounts(state("acme", "2026-04-01", "2026-04-30")).contains("RECEIVABLE  200000 0"));
    assertEquals(
        List.of("CLAIM c1 500000 500000", "OUT c1 400000 400000"),
        accounts(state("acme", "2026-05-01", "2026-05-31")));
  }

  /** An invoice says for what it is, and what is set right says what was wrong, and why. */
  @Test
  void aPostingSaysWhatItIsAbout() {
    aMonth();
    post(
        "i1 charge participant=acme amount=5 currency=USD reason=storage day=2026-04-01",
        "x1 correction corrects=i1 reason=typo day=2026-04-02",
        "v1 void refers=h1 day=2026-04-02",
        "r1 replenish participant=acme refers=d1 lot=l2 site=north mass_g=1 proof day=2026-04-03");
    assertEquals(
        List.of("i1 storage", "x1 i1, typo", "r1 d1", "r1 d1"),
        state("acme", "2026-04-01", "2026-04-30").postings().stream()
            .map(p -> p.event() + " " + p.about())
            .toList());
    assertEquals("", state("acme", "2026-03-12", "2026-03-12").postings().getFirst().about());
  }

  @Test
  void everyPostingWithItsBalance() {
    aMonth();
    assertEquals(
        List.of(
            "d1 CLAIM -400000 600000",
            "d1 OUT 400000 400000",
            "t1 CLAIM -100000 500000",
            "p1 RECEIVABLE -100000 200000"),
        state("acme", "2026-03-12", "2026-03-31").postings().stream()
            .map(p ->
                "%s %s %d %d".formatted(p.event(), p.account().book(), p.change(), p.balance()))
            .toList());
  }

  /**
   * Ten days of 600 kg held and 400 kg out: 1,000 × 300 × 5% ÷ 365 + 600 × 0.001 = 41.6959 each.
   * Ten of 500 and 400: 900 × 300 × 5% ÷ 365 + 0.5 = 37.4863. Together 791.8219. The receiver of
   * 100 kg bears ten times 4.1096 + 0.1.
   */
  @Test
  void carryingCostOfThePeriod() {
    aMonth();
    Statement acme = state("acme", "2026-03-12", "2026-03-31");
    assertEquals(20, acme.carrying().getFirst().cost().days().size());
    assertEquals("791.82 USD", acme.carrying().getFirst().invoice().toString());
    assertEquals("791.82 USD", acme.invoice(acme.currencies().getFirst()).toString());
    Statement bolt = state("bolt", "2026-03-12", "2026-03-31");
    assertEquals("42.10 USD", bolt.carrying().getFirst().invoice().toString());
    assertEquals(List.of(), state("acme", "2026-02-01", "2026-03-01").carrying());
  }

  /**
   * Eight days of 1,000 kg in euros: 8 × (300,000 × 5% ÷ 365 + 1) = 336.767…; dollars are apart.
   */
  @Test
  void currenciesAreNotAddedUp() {
    aMonth();
    post(
        "c2 commit participant=acme ga mass_g=1000000 price=300 currency=EUR day=2026-03-24",
        "l2 acquire lot=l2 site=north ga mass_g=1000000 proof participant=acme contract=c2"
            + " entitlement_g=1000000 day=2026-03-24");
    Statement acme = state("acme", "2026-03-12", "2026-03-31");
    assertEquals(
        List.of("336.77 EUR", "791.82 USD"),
        acme.currencies().stream().map(currency -> acme.invoice(currency).toString()).toList());
  }

  /** Drawn on 12 March, due 180 days later; the reservation takes from the entitlement. */
  @Test
  void drawsDueAndReservations() {
    aMonth();
    Statement march = state("acme", "2026-03-01", "2026-03-31");
    assertEquals(1, march.draws().size());
    assertEquals(LocalDate.parse("2026-09-08"), march.draws().getFirst().due().orElseThrow());
    assertEquals(400_000, march.draws().getFirst().grams());
    assertEquals("h1", march.reservations().getFirst().id());
    assertEquals(20_000, march.reservations().getFirst().amount());

    post("k1 post refers=h1 day=2026-04-01");
    post(
        "r1 replenish participant=acme refers=d1 lot=l2 site=north mass_g=150000 proof"
            + " day=2026-04-02");
    Statement april = state("acme", "2026-04-01", "2026-04-30");
    assertEquals(List.of(), april.reservations());
    // 180 days from 1 April, when the goods left, not from 22 March, when they were reserved.
    assertEquals(
        List.of("d1 250000 2026-09-08", "h1 20000 2026-09-28"),
        april.draws().stream()
            .map(d -> d.id() + " " + d.grams() + " " + d.due().orElseThrow())
            .toList());
    assertEquals(1, state("acme", "2026-03-01", "2026-03-31").draws().size());
  }

  /** By due day, not by when they were made; what is wholly back is not there. */
  @Test
  void drawsAreInTheOrderInWhichTheyAreDue() {
    aMonth();
    String draw = " draw participant=acme contract=c1 lot=l1 site=north hold_until=2026-04-15 ";
    post(
        "h2" + draw + "mass_g=10 due=2026-06-01 day=2026-03-24",
        "h3" + draw + "mass_g=20 due=2026-05-01 day=2026-03-24",
        "k2 post refers=h2 day=2026-03-25",
        "k3 post refers=h3 day=2026-03-26");
    assertEquals(
        List.of(
            "h3 20 2026-03-26 2026-05-01",
            "h2 10 2026-03-25 2026-06-01",
            "d1 400000 2026-03-12 2026-09-08"),
        draws(state("acme", "2026-03-01", "2026-03-31")));
    post(
        "r1 replenish participant=acme refers=d1 lot=l2 site=north mass_g=400000 proof"
            + " day=2026-04-01");
    assertEquals(2, state("acme", "2026-04-01", "2026-04-30").draws().size());
    assertEquals(List.of(), state("bolt", "2026-03-01", "2026-03-31").draws());
  }

  private static List<String> draws(Statement statement) {
    return statement.draws().stream()
        .map(d -> "%s %d %s %s".formatted(d.id(), d.grams(), d.day(), d.due().orElseThrow()))
        .toList();
  }

  /** What somebody else reserves to give is not taken from who would get it. */
  @Test
  void aReservationIsOfWhoGives() {
    aMonth();
    post(
        "h2 transfer participant=bolt to=acme contract=c1 entitlement_g=7 hold_until=2026-04-30"
            + " day=2026-03-24");
    assertEquals(1, state("acme", "2026-03-01", "2026-03-31").reservations().size());
    assertEquals(
        List.of("h2 7"),
        state("bolt", "2026-03-01", "2026-03-31").reservations().stream()
            .map(held -> held.id() + " " + held.amount())
            .toList());
  }

  /** Earlier versions took such a draw; it stands. */
  @Test
  void aDrawInAnEmergencyMayHaveNoDay() {
    aMonth();
    post("e1 emergency reason=ban day=2026-04-01");
    vault.stand(
        "d2 draw participant=acme contract=c1 lot=l1 site=north mass_g=100000 refers=e1"
            + " day=2026-04-02");
    post();
    Statement april = state("acme", "2026-04-01", "2026-04-30");
    assertEquals("d2", april.draws().getLast().id());
    assertEquals("e1", april.draws().getLast().emergency().orElseThrow());
    assertTrue(april.draws().getLast().due().isEmpty());
  }

  @Test
  void aPeriodHasADay() {
    LocalDate day = LocalDate.parse("2026-03-01");
    assertThrows(IllegalArgumentException.class, () -> new Period(day, day.minusDays(1)));
  }
}
