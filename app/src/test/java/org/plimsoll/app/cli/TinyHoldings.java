package org.plimsoll.app.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.vault.DailyUse;
import org.plimsoll.app.vault.PoolCover;
import org.plimsoll.app.vault.VaultDue;
import org.plimsoll.app.vault.VaultHolding;
import org.plimsoll.app.vault.VaultJournal;
import org.plimsoll.app.vault.VaultLots;
import org.plimsoll.app.vault.VaultProof;
import org.plimsoll.app.vault.VaultStock;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Reason;
import org.plimsoll.vault.ledger.Transfer;
import org.plimsoll.vault.statement.DueDate;
import org.plimsoll.vault.statement.Holdings;
import org.plimsoll.vault.store.Verification;

/** A vault of one lot, of which acme drew some: its answers. */
final class TinyHoldings {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final Material TIN = new Material(TinyWorld.REFINED, "ingot", "4N");
  private static final AccountId STORED = account(Book.MASS, "north", "l1");

  private TinyHoldings() {}

  static SequencedMap<String, Answer> answers(Evidence world) {
    PoolCover cover = PoolCover.of(DailyUse.parse(List.of()), Optional.of(world), Optional.empty());
    SequencedMap<String, Answer> answers = new LinkedHashMap<>();
    answers.put("vault stock", new VaultStock(holdings(), DAY, cover).answer());
    answers.put("vault stock --participant", VaultHolding.answer("acme", holdings(), DAY, cover));
    answers.put("vault lots", VaultLots.answer(holdings(), DAY));
    answers.put(
        "vault lots --participant",
        VaultLots.of("acme", List.of(draw()), id -> Optional.of(lot()), DAY));
    answers.put(
        "vault due", VaultDue.of(Optional.empty(), holdings(), DAY, Optional.of(DAY)).answer());
    answers.put(
        "vault journal", VaultJournal.answer(Optional.empty(), take -> take.accept(draw())));
    answers.put(
        "vault verify",
        VaultProof.answer(new Verification(holdings().head(), List.of("row 3 is missing"))));
    return answers;
  }

  private static Holdings holdings() {
    return new Holdings(
        new Head(3, Instant.parse("2026-06-01T00:00:00Z"), "0".repeat(64)),
        new TreeMap<>(
            Map.of(
                STORED,
                new Balance(900_000, 1_000),
                account(Book.CLAIM, "acme", "c1"),
                new Balance(900_000, 0),
                account(Book.OUT, "acme", "c1"),
                new Balance(100_000, 0))),
        new TreeMap<>(Map.of("l1", lot())),
        List.of(
            new DueDate(
                DueDate.Kind.REPLENISH,
                "d1",
                Optional.of(DAY),
                Optional.of(DAY),
                "acme",
                TIN.toString(),
                "c1",
                "",
                100_000,
                "0".repeat(64))));
  }

  private static Lot lot() {
    return new Lot(
        "l1", TIN, Share.of(new BigDecimal("0.99")), "AAA", "keeper", Optional.of(DAY), "l1");
  }

  private static AccountId account(Book book, String party, String paper) {
    return new AccountId(book, TIN.toString(), party, paper);
  }

  private static Posted draw() {
    return new Posted(
        3,
        Instant.parse("2026-06-01T00:00:00Z"),
        Actor.OPERATOR,
        Event.of(
            Map.of(
                "id",
                "d1",
                "verb",
                "draw",
                "participant",
                "acme",
                "contract",
                "c1",
                "lot",
                "l1",
                "site",
                "north",
                "mass_g",
                "100000")),
        false,
        List.of(new Transfer(STORED, STORED.edge(), 100_000, Reason.DRAWN)),
        Optional.empty(),
        Optional.empty(),
        "0".repeat(64));
  }
}
