package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.statement.Holdings;

/** What is held, due and written, and who may see it. */
class HoldingsTest {
  private static final Actor BOLT = Actor.participant("bolt");

  private static List<String> due(Holdings holdings) {
    return holdings.due().stream().map(due -> due.kind() + " " + due.id()).toList();
  }

  @Test
  void everybodySeesItsOwn() throws Exception {
    try (VaultFolder folder = new VaultFolder()) {
      folder.fill();
      for (String line :
          List.of(
              "t1 transfer participant=acme to=bolt contract=c1 entitlement_g=100",
              "d1 draw participant=acme contract=c1 lot=l1 site=north mass_g=10",
              "d2 draw participant=bolt contract=c1 lot=l1 site=north mass_g=20")) {
        assertEquals(Status.POSTED, folder.post(line), line);
      }
      String hold =
          " participant=bolt contract=c1 lot=l1 site=north mass_g=1 hold_until=2999-01-01";
      assertEquals(Status.RESERVED, folder.post("h1 draw" + hold));
      assertEquals(Status.RESERVED, folder.post("h2 draw" + hold));
      assertEquals(Status.POSTED, folder.post("v2 void refers=h2"));

      VaultReader reader = folder.vault().reader();
      Holdings all = reader.hold(Actor.AUDITOR, Optional.empty());
      assertEquals(List.of("REPLENISH d1", "REPLENISH d2", "SHELF l1", "RESERVATION h1"), due(all));
      assertEquals(List.of("l1"), List.copyOf(all.lots().keySet()));
      assertEquals(1, all.of(Book.MASS).size());
      assertTrue(all.accounts().keySet().stream().noneMatch(account -> account.isEdge()));
      assertEquals(reader.head(), all.head());

      Holdings own = reader.hold(BOLT, Optional.of("bolt"));
      assertEquals(List.of("REPLENISH d2", "RESERVATION h1"), due(own));
      assertTrue(
          own.accounts().keySet().stream()
              .allMatch(a -> a.party().equals("bolt") && a.book().isOfParticipants()));
      assertEquals(80, own.of(Book.CLAIM).firstEntry().getValue().amount());
      assertEquals(due(own), due(reader.hold(Actor.OPERATOR, Optional.of("bolt"))));

      Optional<String> acme = Optional.of("acme");
      assertThrows(StoreFailure.class, () -> reader.hold(BOLT, acme));
      assertThrows(StoreFailure.class, () -> reader.hold(BOLT, Optional.empty()));
    }
  }

  @Test
  void theJournalFromAMomentOnAndBeforeAnother() throws Exception {
    try (VaultFolder folder = new VaultFolder()) {
      folder.passTo("2027-01-01T00:00:00Z");
      folder.fill();
      folder.passTo("2027-01-02T00:00:00Z");
      folder.post("e1 emergency reason=ban");
      VaultReader reader = folder.vault().reader();
      Instant first = Instant.parse("2027-01-01T00:00:00Z");
      Instant second = Instant.parse("2027-01-02T00:00:00Z");
      List<Posted> rows = journal(reader, Actor.AUDITOR, first, second);
      assertEquals(List.of("c1", "l1"), ids(rows));
      assertEquals(
          reader.findPosted(Actor.OPERATOR, "l1").orElseThrow().transfers(),
          rows.getLast().transfers());
      assertEquals(
          List.of("e1"), ids(journal(reader, Actor.OPERATOR, second, second.plusSeconds(1))));
      assertThrows(StoreFailure.class, () -> journal(reader, BOLT, first, second));
    }
  }

  private static List<Posted> journal(
      VaultReader reader, Actor actor, Instant from, Instant before) {
    List<Posted> rows = new ArrayList<>();
    reader.eachRow(actor, Optional.empty(), from, before, rows::add);
    return rows;
  }

  private static List<String> ids(List<Posted> rows) {
    return rows.stream().map(row -> row.event().id()).toList();
  }
}
