package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Status;

/** What is thought out first and posted afterwards, as shares of a shortage are. */
class AllOrNoneTest {
  private final VaultFolder folder;

  AllOrNoneTest() throws SQLException {
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

  /** What rests on the end of the journal is posted whole, or not at all. */
  @Test
  void allOrNone() {
    Head before = folder.vault().reader().head();
    List<Event> two =
        List.of(
            VaultFolder.event("t1 transfer participant=acme to=bolt contract=c1 entitlement_g=1"),
            VaultFolder.event("t2 transfer participant=acme to=corp contract=c1 entitlement_g=2"));
    List<Event> tooMuch =
        List.of(
            VaultFolder.event("t3 transfer participant=acme to=bolt contract=c1 entitlement_g=3"),
            VaultFolder.event(
                "t4 transfer participant=acme to=bolt contract=c1 entitlement_g=998"));
    assertEquals(
        List.of(Status.POSTED, Status.INSUFFICIENT_CLAIM),
        statuses(folder.vault().postAll(Actor.OPERATOR, tooMuch, before)));
    assertEquals(before, folder.vault().reader().head(), "nothing of it");
    assertEquals(
        List.of(Status.POSTED, Status.POSTED),
        statuses(folder.vault().postAll(Actor.OPERATOR, two, before)));
    // Its answer was lost and it is sent again; something else is late.
    assertEquals(
        List.of(Status.EXISTS, Status.EXISTS),
        statuses(folder.vault().postAll(Actor.OPERATOR, two, before)));
    assertEquals(
        Optional.empty(), folder.vault().postAll(Actor.OPERATOR, tooMuch.subList(0, 1), before));
    assertEquals(before.number() + 2, folder.vault().reader().head().number());
    assertEquals(
        Status.POSTED,
        folder.post("t5 transfer participant=acme to=bolt contract=c1 entitlement_g=997"));
    assertEquals("", folder.verified());
  }

  private static List<Status> statuses(Optional<List<Answer>> answers) {
    return answers.orElseThrow().stream().map(Answer::status).toList();
  }

  /**
   * Two clients think out the same shares from the same end of the journal, while a third goes on
   * posting: in each round at most one of the two books its shares, all of them, and never on
   * another end than the one it saw.
   */
  @Test
  void whatIsThoughtOutAndThenBookedLetsNothingSlipInBetween() throws Exception {
    int rounds = 15;
    int booked = 0;
    try (Vault other = folder.another();
        Vault third = folder.another();
        ExecutorService pool = Executors.newFixedThreadPool(3)) {
      for (int round = 0; round < rounds; round++) {
        Head seen = folder.vault().reader().head();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (Vault vault : List.of(folder.vault(), other)) {
          String name = vault == other ? "other" : "one";
          List<Event> shares =
              List.of(
                  share(name, "bolt", round),
                  share(name, "corp", round),
                  share(name, "dyne", round));
          tasks.add(() -> vault.postAll(Actor.OPERATOR, shares, seen).map(List::size).orElse(0));
        }
        String slip = "s%d charge participant=acme amount=1 currency=USD reason=x".formatted(round);
        if (round % 3 > 0) {
          tasks.add(round % 3, () -> VaultFolder.post(third, slip) == Status.POSTED ? 0 : 99);
        }
        int posted = 0;
        for (Future<Integer> done : pool.invokeAll(tasks)) {
          posted += done.get();
        }
        assertTrue(posted == 0 || posted == 3, "round " + round + ": " + posted);
        assertTrue(round % 3 > 0 || posted == 3, "with nothing between, one of the two books");
        booked += posted;
        assertEquals(
            seen.number() + posted + (round % 3 > 0 ? 1 : 0),
            folder.vault().reader().head().number());
      }
    }
    assertTrue(booked >= rounds, booked + " shares");
    assertEquals("", folder.verified());
  }

  private static Event share(String name, String to, int round) {
    return VaultFolder.event(
        "%s-%s-%d transfer participant=acme to=%s contract=c1 entitlement_g=5"
            .formatted(name, to, round, to));
  }
}
