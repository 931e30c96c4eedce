package org.plimsoll.vault.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws over random histories; the seed is the test's name. */
class HistoryTest {
  private static final int EVENTS = 400;

  private record Played(TinyVault vault, List<Posted> journal, Set<Status> seen) {}

  private static final Map<Long, Played> PLAYED = new TreeMap<>();

  /** Each history is played once for all laws. */
  private static Played play(long seed) {
    return PLAYED.computeIfAbsent(seed, HistoryTest::playAnew);
  }

  private static Played playAnew(long seed) {
    TinyVault vault = new TinyVault();
    RandomHistory history = new RandomHistory(seed);
    List<Posted> journal = new ArrayList<>();
    Set<Status> seen = EnumSet.noneOf(Status.class);
    for (int i = 0; i < EVENTS; i++) {
      String line = history.next();
      SortedMap<AccountId, Balance> before = used(vault.books());
      Head head = vault.books().head();
      Status status = vault.post(line);
      seen.add(status);
      if (status.isAccepted()) {
        history.accept();
        assertEquals(head.number() + 1, vault.books().head().number(), line);
        assertEquals(Status.EXISTS, vault.post(line), line);
        assertEquals(head.number() + 1, vault.books().head().number(), line);
      } else {
        assertEquals(head, vault.books().head(), line);
        assertEquals(before, used(vault.books()), line);
      }
      assertEquals(List.of(), Invariants.check(used(vault.books())), line);
      journal.addAll(vault.books().takeChanges().rows());
    }
    return new Played(vault, journal, seen);
  }

  /** Accounts that were looked at and never used are no difference. */
  private static SortedMap<AccountId, Balance> used(Books books) {
    SortedMap<AccountId, Balance> used = books.listBalances();
    used.values().removeIf(Balance.NONE::equals);
    return used;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void replayGivesTheBooks(long seed) {
    Played played = play(seed);
    Books again = Books.opened(TinyVault.TERMS);
    played.journal().forEach(again::replay);
    assertEquals(used(played.vault().books()), used(again));
    assertEquals(played.vault().books().head(), again.head());
    assertEquals(played.vault().books().terms(), again.terms());

    // Judged once more, every event says and moves the same.
    Books judged = Books.opened(TinyVault.TERMS);
    for (Posted row : played.journal()) {
      Ledger.post(judged, row.actor(), row.event(), row.at());
    }
    assertEquals(played.journal(), judged.takeChanges().rows());

    // And the sums of transfers are the balances.
    SortedMap<AccountId, Long> sums = new TreeMap<>();
    for (Posted row : played.journal()) {
      if (!row.isHeld()) {
        for (Transfer transfer : row.transfers()) {
          sums.merge(transfer.from(), -transfer.amount(), Long::sum);
          sums.merge(transfer.to(), transfer.amount(), Long::sum);
        }
      }
    }
    used(played.vault().books())
        .forEach((account, balance) ->
            assertEquals(balance.amount(), sums.getOrDefault(account, 0L), account + ""));
  }

  /** Content that came in = content that left, was lost, or is there, over all forms. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void massIsConserved(long seed) {
    Played played = play(seed);
    long net = 0;
    long converted = 0;
    for (Posted row : played.journal()) {
      for (Transfer transfer : row.isHeld() ? List.<Transfer>of() : row.transfers()) {
        boolean isMass = transfer.from().book() == Book.MASS || transfer.from().book() == Book.TOLL;
        long in = transfer.from().isEdge() ? transfer.amount() : 0;
        long out = transfer.to().isEdge() ? transfer.amount() : 0;
        if (isMass && transfer.reason() == Reason.CONVERTED) {
          converted += in - out;
        }
        net += isMass ? in - out : 0;
      }
    }
    long there =
        used(played.vault().books()).entrySet().stream()
            .filter(e -> !e.getKey().isEdge())
            .filter(e -> e.getKey().book() == Book.MASS || e.getKey().book() == Book.TOLL)
            .mapToLong(e -> e.getValue().amount())
            .sum();
    assertEquals(net, there);
    assertEquals(0, converted);
  }

  /** Histories that never reach a rule prove nothing about it. */
  @Test
  void historiesReachTheRules() {
    Set<Status> seen = EnumSet.noneOf(Status.class);
    Set<Verb> done = EnumSet.noneOf(Verb.class);
    for (long seed = 1; seed <= 12; seed++) {
      Played played = play(seed);
      seen.addAll(played.seen());
      played.journal().forEach(row -> done.add(row.event().verb()));
    }
    assertEquals(EnumSet.allOf(Verb.class), done);
    assertTrue(seen.size() >= 20, seen.toString());
    assertTrue(seen.contains(Status.RESERVED) && seen.contains(Status.UNCOVERED), seen.toString());
  }

  @Test
  void aRowThatIsLeftOutIsNoticed() {
    List<Posted> journal = play(1).journal();
    Books books = Books.opened(TinyVault.TERMS);
    books.replay(journal.get(0));
    assertThrows(IllegalStateException.class, () -> books.replay(journal.get(2)));
  }
}
