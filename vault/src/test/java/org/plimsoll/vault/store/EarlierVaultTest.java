package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Status;

/**
 * A vault that an earlier version wrote: its backup, which it made itself, is in the resources. It
 * has a currency XYZ, assays of 99.99 and 0, a product of nowhere, lots past their day, a draw that
 * is never due, a reservation that passed its limit, and a default by the day of a reservation.
 */
class EarlierVaultTest {
  private static final String HASH =
      "bb056350789f8237fb4c8cdbbddc28f36aeab7b786566a58f00ce170932deac5";

  @TempDir private Path kept;

  @BeforeEach
  void copy() throws IOException {
    for (String name : List.of("terms.1.txt", "rows.000000000001-000000000010.txt")) {
      try (InputStream in = EarlierVaultTest.class.getResourceAsStream("earlier/" + name)) {
        Files.copy(Objects.requireNonNull(in, name), kept.resolve(name));
      }
    }
  }

  @Test
  void whatStandsStays() throws Exception {
    try (VaultFolder folder = VaultFolder.withoutVault()) {
      Restoring.restore(Actor.OPERATOR, folder.database(), new Backup(kept), Optional.empty());
      try (Vault vault = folder.another()) {
        assertEquals(HASH, vault.reader().head().hash());
        assertEquals(List.of(), vault.reader().verify(Actor.AUDITOR).findings());

        // It goes on: what is right is posted, what was taken before is not taken again.
        assertEquals(
            Status.POSTED,
            VaultFolder.post(
                vault, "t9 transfer participant=bolt to=acme contract=c1 entitlement_g=100000"));
        assertEquals(
            Status.CURRENCY_UNKNOWN,
            VaultFolder.post(
                vault,
                "c9 commit participant=acme product=gallium/refined form=ingot grade=4N mass_g=1"
                    + " price=300 currency=XYZ"));
        assertEquals(
            Status.LOT_EXPIRED,
            VaultFolder.post(
                vault, "d9 draw participant=acme contract=c1 lot=l3 site=north mass_g=1"));
        assertEquals(List.of(), vault.reader().verify(Actor.AUDITOR).findings());
        assertTrue(
            vault.reader().hold(Actor.AUDITOR, Optional.of("acme")).due().stream()
                .anyMatch(due -> due.id().equals("d1") && due.day().isEmpty()),
            "the draw of the emergency has no day, as before");
      }
    }
  }
}
