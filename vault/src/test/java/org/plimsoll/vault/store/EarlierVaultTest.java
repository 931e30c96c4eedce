package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Books;
import org.plimsoll.vault.ledger.Ledger;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.terms.UsReserve;

/** A vault with rows that would be refused today opens, verifies, posts, and is restored. */
class EarlierVaultTest {
  private static final String MATERIAL = " product=unobtainium/ore form=lump grade=1N";
  private static final List<String> ROWS =
      List.of(
          "c1 commit participant=acme" + MATERIAL + " mass_g=1000 price=3 currency=XYZ",
          "l1 acquire lot=l1 site=north"
              + MATERIAL
              + " mass_g=1000 assay=99.99 origin=nowhere custody=keeper participant=acme"
              + " contract=c1 entitlement_g=1000",
          "e1 emergency reason=ban",
          "d1 draw participant=acme contract=c1 lot=l1 site=north mass_g=10 refers=e1");

  @TempDir private Path kept;

  @Test
  void whatStandsStays() throws Exception {
    try (VaultFolder folder = new VaultFolder();
        VaultFolder fresh = VaultFolder.withoutVault()) {
      Books books = Books.opened(UsReserve.terms());
      for (String row : ROWS) {
        Instant at = Instant.parse("2026-03-01T00:00:00Z");
        Status status = Ledger.stand(books, Actor.OPERATOR, VaultFolder.event(row), at).status();
        assertEquals(Status.POSTED, status, row);
      }
      try (Connection connection = folder.database().connect()) {
        Inserts.write(connection, books.takeChanges());
      }
      assertEquals("", folder.verified());
      assertEquals(Status.EXISTS, folder.post(ROWS.get(1)));
      assertEquals(Status.DUE_MISSING, folder.post(ROWS.get(3).replace("d1 ", "d2 ")));
      assertEquals(
          Status.POSTED,
          folder.post(
              "t1 transfer participant=acme to=bolt contract=c1 entitlement_g=10" + MATERIAL));
      assertEquals("", folder.verified());

      Backup backup = new Backup(kept.resolve("backup"));
      backup.take(Actor.OPERATOR, folder.database());
      assertEquals(
          folder.vault().reader().head(),
          Restoring.restore(Actor.OPERATOR, fresh.database(), backup, Optional.empty()));
    }
  }
}
