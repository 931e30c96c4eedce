package org.plimsoll.app.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Reason;
import org.plimsoll.vault.ledger.Transfer;

/** What a participant took from lots, less what was set right. */
class VaultLotsTest {
  private static final Material TIN = new Material(ProductId.parse("tin/refined"), "ingot", "4N");
  private static final AccountId STORED = new AccountId(Book.MASS, TIN.toString(), "north", "l1");

  private static Posted row(Map<String, String> event, Transfer transfer) {
    return new Posted(
        1,
        Instant.parse("2026-06-01T00:00:00Z"),
        Actor.OPERATOR,
        Event.of(event),
        false,
        List.of(transfer),
        Optional.empty(),
        Optional.empty(),
        "0".repeat(64));
  }

  private static Posted draw(String id, long grams) {
    return row(
        Map.of("id", id, "verb", "draw"), new Transfer(STORED, STORED.edge(), grams, Reason.DRAWN));
  }

  private static Posted correction(String of, AccountId from, AccountId to, long grams) {
    return row(
        Map.of("id", "x" + of, "verb", "correction", "corrects", of),
        new Transfer(from, to, grams, Reason.CORRECTED));
  }

  @Test
  void whatWasSetRightWasNotTaken() {
    Lot lot =
        new Lot("l1", TIN, Share.of(new BigDecimal("0.9")), "PER", "k", Optional.empty(), "buy");
    List<Posted> journal =
        List.of(
            draw("d1", 2_000),
            draw("d2", 500),
            correction("d2", STORED.edge(), STORED, 500),
            // The operator's own mistake with the lot is nobody's taking.
            correction("buy", STORED, STORED.edge(), 9_000));
    List<Cell> cells =
        VaultLots.of("acme", journal, id -> Optional.of(lot), LocalDate.of(2026, 6, 1))
            .tables()
            .getFirst()
            .cells()
            .getFirst();
    assertEquals(List.of("l1", "2.000", "0.000"), texts(cells.subList(0, 3)));
  }

  private static List<String> texts(List<Cell> cells) {
    return cells.stream().map(Cell::text).toList();
  }
}
