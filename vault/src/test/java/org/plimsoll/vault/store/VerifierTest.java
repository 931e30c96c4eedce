package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.vault.ledger.Posted;

/** Judging a journal again that does not fit into memory. */
class VerifierTest {
  private static final List<String> EVENTS =
      List.of(
          "h1 draw participant=acme contract=c1 lot=l1 site=north mass_g=300 hold_until=2026-04-01",
          "k1 post refers=h1",
          "h2 draw participant=acme contract=c1 lot=l1 site=north mass_g=100 hold_until=2026-04-01",
          "v2 void refers=h2",
          "t1 transfer participant=acme to=bolt contract=c1 entitlement_g=50",
          "m1 move lot=l1 site=north to_site=south mass_g=200");

  private final VaultFolder folder;

  VerifierTest() throws SQLException {
    folder = new VaultFolder();
  }

  @BeforeEach
  void fill() {
    folder.fill();
    for (String event : EVENTS) {
      assertTrue(folder.post(event).isAccepted(), event);
    }
  }

  @AfterEach
  void close() {
    folder.close();
  }

  /** Whatever is kept of rows that went by, earlier rows are found and the end is the same. */
  @Test
  void keepingFewRowsChangesNothing() throws SQLException {
    for (int keptRows = 1; keptRows <= 3; keptRows++) {
      try (Connection reading = reading()) {
        Verification verification = Verifier.verify(reading, Optional.empty(), keptRows);
        assertEquals(List.of(), verification.findings());
        assertEquals(folder.vault().reader().head(), verification.head());
      }
    }
  }

  /** A lot that was booked without a row, and one that another row is said to have brought. */
  @Test
  void aLotBelongsToTheRowThatBroughtIt() throws SQLException {
    folder.tamper(
        "insert into lot select 'l9', material, assay, origin, custody, best_before, 't1'"
            + " from lot");
    assertTrue(folder.verified().startsWith("row 7 (t1): the journal gives the lot nothing,"));
    folder.tamper("update lot set opened_by = 'nobody' where id = 'l9'");
    assertTrue(folder.verified().startsWith("a lot of which the journal says nothing: Lot[id=l9,"));
    folder.tamper("delete from lot");
    assertTrue(folder.verified().startsWith("row 2 (l1): the journal gives the lot Lot[id=l1,"));
    assertTrue(folder.verified().endsWith("the table has nothing"));
  }

  @Test
  void nothingIsJudgedByWhatComesLater() throws SQLException {
    try (Connection reading = reading()) {
      DatabaseShelf whole = new DatabaseShelf(reading);
      JudgedShelf judged = new JudgedShelf(whole);
      assertEquals(Optional.empty(), judged.findPosted("c1"));
      for (String id : List.of("c1", "l1", "h1")) {
        Posted row = whole.findPosted(id).orElseThrow();
        judged.add(row);
        assertEquals(Optional.of(row), judged.findPosted(id));
      }
      assertEquals(Optional.empty(), judged.findClosing("h1"));
      judged.add(whole.findPosted("k1").orElseThrow());
      assertEquals(Optional.of("k1"), judged.findClosing("h1"));
      assertEquals(Optional.empty(), judged.findPosted("t1"));
    }
  }

  private Connection reading() throws SQLException {
    Connection reading = folder.database().connect();
    reading.setAutoCommit(false);
    return reading;
  }
}
