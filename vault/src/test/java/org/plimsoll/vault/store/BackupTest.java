package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Status;

/** Backups, restores to any moment, and what both notice. */
class BackupTest {
  private static final String GALLIUM = "product=gallium/refined form=ingot grade=4N";

  @TempDir private Path folder;
  private final VaultFolder vault;
  private final VaultFolder empty;

  BackupTest() throws SQLException {
    vault = new VaultFolder();
    empty = VaultFolder.withoutVault();
  }

  @AfterEach
  void close() {
    vault.close();
  }

  private void post(Actor actor, String... lines) {
    List<Event> events = Stream.of(lines).map(VaultFolder::event).toList();
    vault
        .vault()
        .post(actor, events)
        .forEach(answer -> assertTrue(answer.status().isAccepted(), answer.toString()));
  }

  private void aDay() {
    post(
        Actor.participant("acme"),
        "c1 commit participant=acme " + GALLIUM + " mass_g=1000 price=300 currency=USD");
    post(
        Actor.OPERATOR,
        "l1 acquire lot=l1 site=north "
            + GALLIUM
            + " mass_g=1500 price=280 currency=USD participant=acme contract=c1"
            + " entitlement_g=1000 best_before=2030-01-01 assay=0.99 origin=JPN custody=keeper",
        "h1 draw participant=acme contract=c1 lot=l1 site=north mass_g=100 hold_until=2026-04-01");
    vault.passTo("2026-03-02T12:00:00Z");
    post(
        Actor.OPERATOR,
        "k1 post refers=h1 at=2026-03-02T09:00:00Z",
        "x1 pay participant=acme amount=3 currency=USD at=2026-03-02T10:00:00.000001Z"
            + " reason=first");
  }

  @Test
  void whatIsRestoredIsTheSameVault() {
    aDay();
    Head head = new Backup(folder).take(Actor.OPERATOR, vault.database());
    assertEquals(vault.vault().reader().head(), head);
    assertEquals(
        head,
        Restoring.restore(Actor.OPERATOR, empty.database(), new Backup(folder), Optional.empty()));
    try (Vault restored = empty.another()) {
      assertEquals(
          List.of(), restored.reader().verify(Actor.AUDITOR, Optional.of(head.hash())).findings());
      assertEquals(
          vault.vault().reader().journalOf(Actor.AUDITOR, "acme"),
          restored.reader().journalOf(Actor.AUDITOR, "acme"));
      // And it goes on where it was.
      assertEquals(
          Status.EXISTS,
          restored
              .post(
                  Actor.OPERATOR,
                  List.of(VaultFolder.event("k1 post refers=h1 at=2026-03-02T09:00:00Z")))
              .getFirst()
              .status());
    }
  }

  /** At every moment of the journal and between: what was there then, and nothing later. */
  @Test
  void anyMomentCanBeRestored() throws SQLException {
    aDay();
    new Backup(folder).take(Actor.OPERATOR, vault.database());
    List<String> moments =
        List.of(
            "2026-03-01T08:59:59Z 0",
            "2026-03-01T09:00:00Z 3",
            "2026-03-02T08:59:59.999999Z 3",
            "2026-03-02T09:00:00Z 4",
            "2026-03-02T10:00:00Z 4",
            "2026-03-02T10:00:00.000001Z 5");
    for (String moment : moments) {
      String[] words = moment.split(" ", -1);
      VaultFolder another = VaultFolder.withoutVault();
      Head head =
          Restoring.restore(
              Actor.OPERATOR,
              another.database(),
              new Backup(folder),
              Optional.of(Instant.parse(words[0])));
      assertEquals(Long.parseLong(words[1]), head.number(), moment);
      try (Vault restored = another.another()) {
        assertEquals(List.of(), restored.reader().verify(Actor.OPERATOR).findings(), moment);
        assertEquals(head, restored.reader().head(), moment);
      }
    }
  }

  @Test
  void aSecondBackupAddsWhatIsNew() throws IOException {
    aDay();
    new Backup(folder).take(Actor.OPERATOR, vault.database());
    List<String> before = files();
    new Backup(folder).take(Actor.OPERATOR, vault.database());
    assertEquals(before, files(), "nothing new, no file");
    post(Actor.OPERATOR, "p2 charge participant=acme amount=1 currency=USD reason=x");
    // A backup that was killed leaves a part behind, which is written again.
    Files.writeString(folder.resolve("rows.000000000006-000000000006.txt.partial"), "row 6");
    Head head = new Backup(folder).take(Actor.OPERATOR, vault.database());
    assertEquals(
        List.of(
            "rows.000000000001-000000000005.txt",
            "rows.000000000006-000000000006.txt",
            "terms.1.txt"),
        files());
    assertEquals(
        head,
        Restoring.restore(Actor.OPERATOR, empty.database(), new Backup(folder), Optional.empty()));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** A sound shorter chain: nothing in the database shows it, what was kept elsewhere does. */
  @Test
  void anEndThatWasCutOffIsFound() throws SQLException {
    aDay();
    Head head = new Backup(folder).take(Actor.OPERATOR, vault.database());
    vault.tamper(
        "delete from transfer where number = 5",
        "delete from event where number = 5",
        "update account set amount = 300 where book = 'RECEIVABLE' and party = 'acme'",
        "update account set amount = -300 where book = 'RECEIVABLE' and party = ''");
    assertTrue(vault.vault().reader().verify(Actor.OPERATOR).isSound());
    assertFalse(vault.vault().reader().verify(Actor.AUDITOR, Optional.of(head.hash())).isSound());
    StoreFailure refused =
        assertThrows(
            StoreFailure.class, () -> new Backup(folder).take(Actor.OPERATOR, vault.database()));
    assertTrue(String.valueOf(refused.getMessage()).contains("cut off"), refused::toString);
    // Another journal that grew as long has other hashes.
    post(Actor.OPERATOR, "p2 charge participant=acme amount=1 currency=USD reason=x");
    assertThrows(
        StoreFailure.class, () -> new Backup(folder).take(Actor.OPERATOR, vault.database()));
  }

  @Test
  void aBackupOfAnEmptyVaultIsOne() {
    Head head = new Backup(folder).take(Actor.OPERATOR, vault.database());
    assertEquals(0, head.number());
    assertEquals(
        head,
        Restoring.restore(Actor.OPERATOR, empty.database(), new Backup(folder), Optional.empty()));
    assertTrue(vault.vault().reader().verify(Actor.AUDITOR, Optional.of(head.hash())).isSound());
  }

  /** Any change of any line is refused, and nothing of the backup is in the database then. */
  @Test
  void aBackupThatWasChangedIsRefused() throws IOException {
    aDay();
    new Backup(folder).take(Actor.OPERATOR, vault.database());
    Path rows = folder.resolve("rows.000000000001-000000000005.txt");
    Path terms = folder.resolve("terms.1.txt");
    String whole = Files.readString(rows);
    String agreed = Files.readString(terms);
    List<String> changed = new ArrayList<>();
    changed.add(whole.replace("mass_g=1500", "mass_g=1501"));
    changed.add(whole.replace("participant:acme", "operator"));
    changed.add(whole.replace("2026-03-01T09:00:00Z operator", "2026-03-01T09:00:01Z operator"));
    changed.add(whole.replace("id=h1", "id=h2"));
    changed.add(whole.replace("reason=first", "reason=worst"));
    changed.add(whole.substring(0, whole.lastIndexOf("end ")));
    changed.add(whole.substring(0, whole.length() / 2));
    changed.add(whole.substring(whole.indexOf("row 2 ")));
    changed.add(whole.replace("amount=3\n", ""));
    for (String text : changed) {
      assertFalse(text.equals(whole));
      Files.writeString(rows, text);
      assertThrows(
          StoreFailure.class,
          () ->
              Restoring.restore(
                  Actor.OPERATOR, empty.database(), new Backup(folder), Optional.empty()),
          text);
      assertThrows(StoreFailure.class, empty::another, "there is no vault, not half of one");
    }
    Files.writeString(rows, whole);
    Files.writeString(terms, agreed.replace("entry_fee | 0.01", "entry_fee | 0.02"));
    assertThrows(
        StoreFailure.class,
        () ->
            Restoring.restore(
                Actor.OPERATOR, empty.database(), new Backup(folder), Optional.empty()));
    Files.writeString(terms, agreed);
    Restoring.restore(Actor.OPERATOR, empty.database(), new Backup(folder), Optional.empty());
    assertThrows(
        StoreFailure.class,
        () ->
            Restoring.restore(
                Actor.OPERATOR, empty.database(), new Backup(folder), Optional.empty()),
        "there is a vault already");
  }
}
