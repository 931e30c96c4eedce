package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.terms.UsReserve;

/** Who may change the terms, prove the vault, take it elsewhere and bring it back. */
class RolesTest {
  private static final String GALLIUM = "product=gallium/refined form=ingot grade=4N";

  @TempDir private Path kept;
  private final VaultFolder folder;

  RolesTest() throws SQLException {
    folder = new VaultFolder();
  }

  @BeforeEach
  void fill() {
    folder.fill();
  }

  @AfterEach
  void close() {
    folder.close();
  }

  /** Who may prove the vault, take it elsewhere and bring it back. */
  @Test
  void whoMayVerifyBackUpAndRestore() throws SQLException {
    Actor acme = Actor.participant("acme");
    assertTrue(folder.vault().reader().verify(Actor.AUDITOR).isSound());
    assertTrue(folder.vault().reader().verify(Actor.OPERATOR).isSound());
    String refused = message(() -> folder.vault().reader().verify(acme));
    assertTrue(
        refused.contains("participant:acme may not verify")
            && refused.contains("Maybe ask as operator or auditor"),
        refused);
    Backup backup = new Backup(kept);
    for (Actor actor : List.of(acme, Actor.AUDITOR)) {
      String backedUp = message(() -> backup.take(actor, folder.database()));
      assertTrue(backedUp.startsWith(actor + " may not take a backup"), backedUp);
    }
    assertThrows(StoreFailure.class, backup::head, "nothing is kept");
    backup.take(Actor.OPERATOR, folder.database());
    VaultFolder empty = VaultFolder.withoutVault();
    for (Actor actor : List.of(acme, Actor.AUDITOR)) {
      String restored =
          message(() -> Restoring.restore(actor, empty.database(), backup, Optional.empty()));
      assertTrue(restored.startsWith(actor + " may not restore a vault"), restored);
      assertThrows(StoreFailure.class, empty::another, "there is none");
    }
    Restoring.restore(Actor.OPERATOR, empty.database(), backup, Optional.empty());
  }

  private static String message(Executable refused) {
    return String.valueOf(assertThrows(StoreFailure.class, refused).getMessage());
  }

  /** Terms that an event brings are those of all who open the vault, and of what is restored. */
  @Test
  void termsComeByEvents() throws SQLException {
    String terms =
        UsReserve.terms()
            .toText()
            .replace("us-reserve-2", "two")
            .replace("2026-02-02", "2026-04-01")
            .replace("entry_fee | 0.01", "entry_fee | 0.02");
    Map<String, String> columns =
        new TreeMap<>(Map.of("id", "m1", "verb", "amend", "reason", "vote", "terms", terms));
    Event amend = Event.of(columns);
    assertEquals(
        Status.NOT_ALLOWED,
        folder.vault().post(Actor.participant("acme"), List.of(amend)).getFirst().status());
    assertEquals(
        Status.POSTED, folder.vault().post(Actor.OPERATOR, List.of(amend)).getFirst().status());
    String commit = " commit participant=bolt " + GALLIUM + " mass_g=1000 price=300 currency=USD";
    folder.passTo("2026-04-01T00:00:00Z");
    try (Vault other = folder.another()) {
      assertEquals("two", other.reader().terms().on(LocalDate.of(2026, 4, 1)).version());
      assertEquals(
          Status.POSTED, VaultFolder.post(other, "c2" + commit + " at=2026-03-31T23:59:59Z"));
      assertEquals(
          Status.POSTED, VaultFolder.post(other, "c3" + commit + " at=2026-04-01T00:00:00Z"));
    }
    // 1 kg at 300: 1% under the old terms, 2% under the new.
    assertEquals(Status.POSTED, folder.post("p1 pay participant=bolt amount=9.00 currency=USD"));
    assertEquals(
        Status.INSUFFICIENT_RECEIVABLE,
        folder.post("p2 pay participant=bolt amount=.01 currency=USD"));
    assertEquals("", folder.verified());

    Backup backup = new Backup(kept);
    Head head = backup.take(Actor.OPERATOR, folder.database());
    VaultFolder empty = VaultFolder.withoutVault();
    assertEquals(
        head, Restoring.restore(Actor.OPERATOR, empty.database(), backup, Optional.empty()));
    try (Vault restored = empty.another()) {
      assertEquals(folder.vault().reader().terms(), restored.reader().terms());
      assertEquals(List.of(), restored.reader().verify(Actor.AUDITOR).findings());
    }
    for (String act :
        List.of(
            "update terms set number = 2 where number = 3",
            "delete from terms where number = 3",
            "update terms set content = replace(content, '0.02', '0.03') where number = 3",
            "insert into terms select 'three', first_day, replace(content, 'two', 'three'), 4"
                + " from terms where number = 3")) {
      folder.tamper("create table kept_terms as table terms", act);
      assertFalse(folder.vault().reader().verify(Actor.AUDITOR).isSound(), act);
      folder.tamper(
          "delete from terms",
          "insert into terms select * from kept_terms",
          "drop table kept_terms");
      assertEquals("", folder.verified(), act);
    }
  }
}
