package org.plimsoll.vault.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/** What a new event may say; what stands is not asked again. */
class IntakeTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant EARLY = Instant.parse("2026-03-01T12:00:00Z");
  private static final Catalogue WORLD =
      new Catalogue(
          new TreeSet<>(List.of(ProductId.parse("gallium/refined"))),
          new TreeSet<>(List.of(CountryCode.of("JPN"))));
  private static final String LOT = "l1 acquire lot=l1 site=north mass_g=10 custody=keeper ";

  private static Status post(String line) {
    return Ledger.post(
            Books.opened(TinyVault.TERMS), Actor.OPERATOR, TinyVault.event(line), NOW, WORLD)
        .status();
  }

  private static Answer stand(Books books, String line) {
    Event event = TinyVault.event(line);
    return Ledger.stand(books, Actor.OPERATOR, event, event.at().orElse(EARLY));
  }

  @Test
  void productsAndOriginsAreThoseOfTheWorld() {
    assertEquals(Status.POSTED, post(LOT + "assay=1 origin=JPN ga"));
    assertEquals(Status.POSTED, post(LOT + "assay=1 origin=JPN:certificate-7 ga"));
    assertEquals(Status.PLACE_UNKNOWN, post(LOT + "assay=1 origin=JAP ga"));
    assertEquals(Status.PLACE_UNKNOWN, post(LOT + "assay=1 origin=JPNX ga"));
    assertEquals(Status.PLACE_UNKNOWN, post(LOT + "assay=1 origin=JP:JPN ga"));
    assertEquals(Status.PRODUCT_UNKNOWN, post(LOT + "assay=1 origin=JPN ndox"));
    // Both faults: the product stands earlier in the list.
    assertEquals(Status.PRODUCT_UNKNOWN, post(LOT + "assay=1 origin=JAP ndox"));
    assertEquals(Status.PRODUCT_UNKNOWN, post("c1 commit participant=acme ndmet mass_g=1 usd300"));
  }

  /** A product of the terms or of the world; without a world, of the terms, if they list some. */
  @Test
  void termsMayHaveMoreThanTheWorld() {
    Books books = Books.opened(TinyVault.TERMS);
    String amend = "m1 amend terms=two,2026-06-01,products:neodymium/oxide reason=vote";
    assertEquals(Status.POSTED, stand(books, amend + " day=2026-05-01").status());
    assertEquals(Status.POSTED, acquire(books, "ndox", WORLD));
    assertEquals(Status.POSTED, acquire(books, "ga", WORLD));
    assertEquals(Status.PRODUCT_UNKNOWN, acquire(books, "ndmet", WORLD));
    assertEquals(Status.PRODUCT_UNKNOWN, acquire(books, "ndmet", Catalogue.OPEN));
    assertEquals(Status.PRODUCT_UNKNOWN, acquire(books, "ga", Catalogue.OPEN));
    assertEquals(Status.POSTED, acquire(books, "ndox", Catalogue.OPEN));
    assertEquals(Status.POSTED, acquire(Books.opened(TinyVault.TERMS), "ndmet", Catalogue.OPEN));
  }

  private static Status acquire(Books books, String material, Catalogue catalogue) {
    String id = "l" + books.head().number();
    Event event = TinyVault.event(LOT.replace("l1", id) + "assay=1 origin=JPN " + material);
    return Ledger.post(books, Actor.OPERATOR, event, NOW, catalogue).status();
  }

  /** Each row was taken before the rule that would refuse it today. */
  @Test
  void whatStandsIsNotAskedAgain() {
    Books books = Books.opened(TinyVault.TERMS);
    for (String line : OLD_ROWS) {
      Answer answer = stand(books, line);
      assertEquals(true, answer.status().isAccepted(), line + ": " + answer.status());
    }
    assertEquals(List.of(), Invariants.check(books.listBalances()));
  }

  /** Each of these is refused as a new event, on the same books. */
  @Test
  void theSameIsRefusedWhenItIsNew() {
    Books books = Books.opened(TinyVault.TERMS);
    for (String line : OLD_ROWS) {
      Event event = TinyVault.event(line);
      Optional<String> refused = find(line);
      if (refused.isPresent()) {
        assertEquals(
            refused.get(),
            Ledger.post(books, Actor.OPERATOR, event, event.at().orElse(EARLY)).status().word(),
            line);
      }
      stand(books, line);
    }
  }

  /** What a line says in its reason that it is refused as. */
  private static Optional<String> find(String line) {
    int at = line.indexOf("reason=today-");
    return at < 0
        ? Optional.empty()
        : Optional.of(line.substring(at + "reason=today-".length()).split(" ", -1)[0]);
  }

  private static final List<String> OLD_ROWS =
      List.of(
          "c1 commit participant=acme ga mass_g=1000 usd300 day=2026-03-01",
          "c2 commit participant=acme ga mass_g=9 price=3 currency=XYZ"
              + " reason=today-currency-unknown",
          "l1 acquire lot=l1 site=north ga mass_g=1000 assay=99.99 origin=JPN custody=keeper"
              + " participant=acme contract=c1 entitlement_g=1000 reason=today-assay-out-of-range",
          "l2 acquire lot=l2 site=north ga mass_g=500 assay=0 origin=nowhere custody=keeper"
              + " best_before=2026-03-31 reason=today-assay-out-of-range",
          "l3 acquire lot=l3 site=north ga mass_g=10 proof best_before=2026-02-01"
              + " reason=today-lot-expired",
          "e1 emergency reason=ban",
          "d1 draw participant=acme contract=c1 lot=l1 site=north mass_g=10 refers=e1"
              + " reason=today-due-missing",
          "h1 draw participant=acme contract=c1 lot=l2 site=north mass_g=400 hold_until=2026-04-30"
              + " due=2026-03-30",
          "h2 draw participant=acme contract=c1 lot=l1 site=north mass_g=50 hold_until=2026-04-30",
          "t1 transfer participant=acme to=bolt contract=c1 entitlement_g=500",
          "k1 post refers=h1 day=2026-04-10 reason=today-lot-expired",
          "k2 post refers=h2 reason=today-draw-limit",
          // 180 days and 30 of grace after 1 March, not after 10 April.
          "f2 default participant=acme refers=h2 day=2026-09-28 reason=today-not-due");
}
