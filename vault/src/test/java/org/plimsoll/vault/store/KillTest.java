package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.server.ServerState;
import org.plimsoll.vault.terms.UsReserve;

/**
 * A process posts from many threads as fast as it can and says what was acknowledged; it is killed,
 * and the database with it or without it. What it said is there, once and whole.
 */
class KillTest {
  /** One with the database, one without it; {@code bench/vault kills} asks for more. */
  private static final int ROUNDS = Integer.getInteger("plimsoll.kills", 2);

  private static final int ACKNOWLEDGED = 200;

  @Test
  void whatWasAcknowledgedOutlivesTheKill() throws Exception {
    Path folder = Files.createTempDirectory("plimsoll-kill");
    Path data = folder.resolve("data");
    try {
      try (Database database = Database.embedded(data);
          Vault vault = Vault.init(database, UsReserve.terms(), VaultFolder.CLOCK)) {
        vault.post(Actor.OPERATOR, events(Poster.BEFORE));
      }
      List<String> acknowledged = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        acknowledged.addAll(runAndKill(data, round, round % 2 == 0));
        long rows = check(data, acknowledged);
        System.out.printf(
            "kill %d: %,d acknowledged so far, all there once; %,d rows, sound%n",
            round, acknowledged.size(), rows);
      }
      assertEquals(ROUNDS * ACKNOWLEDGED, acknowledged.size());
    } finally {
      VaultFolder.kill(data);
      VaultFolder.delete(folder);
    }
  }

  /** The ids that a process of its own said were posted, before it was killed. */
  private static List<String> runAndKill(Path data, int round, boolean isDatabaseKilled)
      throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Poster.class.getName(),
                data.toString(),
                "r" + round)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      while (said.size() < ACKNOWLEDGED) {
        String line = lines.readLine();
        assertTrue(line != null, "the process ended by itself after " + said);
        said.add(line);
      }
      StoreFailure refused = assertThrows(StoreFailure.class, () -> Database.embedded(data));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("in use by process " + child.pid()),
          refused::toString);
      if (isDatabaseKilled) {
        VaultFolder.kill(data);
      }
      child.destroyForcibly().waitFor();
    }
    ServerState left = ServerState.of(data);
    assertEquals(!isDatabaseKilled, left.isOrphaned(), left::toString);
    if (left.isOrphaned()) {
      refuseUnlessTheRecordFits(data, left);
    }
    return said;
  }

  /** Another process may have the number by now: one of another start is named, not stopped. */
  private static void refuseUnlessTheRecordFits(Path data, ServerState left) throws IOException {
    Path record = left.socket().resolveSibling("server");
    String written = Files.readString(record);
    Files.writeString(record, written.replaceFirst(":\\d+\n", ":1\n"));
    StoreFailure refused = assertThrows(StoreFailure.class, () -> Database.embedded(data));
    String server = "process " + left.server().orElseThrow();
    assertTrue(String.valueOf(refused.getMessage()).contains(server), refused::toString);
    assertTrue(ServerState.of(data).foreign().isPresent(), "it still runs");
    Files.writeString(record, written);
  }

  /** Returns the rows of the journal, which posting again what was acknowledged must not change. */
  private static long check(Path data, List<String> acknowledged) throws IOException {
    try (Database database = Database.embedded(data);
        Vault vault = Vault.open(database, VaultFolder.CLOCK)) {
      assertEquals(List.of(), vault.reader().verify(Actor.OPERATOR).findings());
      Head head = vault.reader().head();
      List<Event> again = events(acknowledged.stream().map(Poster::line).toList());
      for (Answer answer : vault.post(Actor.OPERATOR, again)) {
        assertEquals(Status.EXISTS, answer.status(), answer.id() + " was acknowledged");
      }
      assertEquals(head, vault.reader().head());
      return head.number();
    }
  }

  private static List<Event> events(List<String> lines) {
    return lines.stream().map(VaultFolder::event).toList();
  }

  /** The process that is killed. */
  static final class Poster {
    static final List<String> BEFORE =
        List.of(
            "c1 commit participant=acme product=gallium/refined form=ingot grade=4N"
                + " mass_g=1000000000 price=300 currency=USD",
            "l1 acquire lot=l1 site=north product=gallium/refined form=ingot grade=4N"
                + " mass_g=1000000000 participant=acme contract=c1 entitlement_g=1000000000"
                + " assay=0.99 origin=JPN custody=keeper");

    private static final int THREADS = 16;
    private static final int BATCH = 3;

    private Poster() {}

    /** A lot, or a gram of one hot account, by the last digit. */
    static String line(String id) {
      return id.endsWith("0")
          ? id
              + " acquire lot="
              + id
              + " site=north product=gallium/refined form=ingot grade=4N mass_g=1000 price=280"
              + " currency=USD assay=0.99 origin=JPN custody=keeper"
          : id + " transfer participant=acme to=bolt contract=c1 entitlement_g=1";
    }

    /** Posts until it is killed; prints an id once it is acknowledged. */
    public static void main(String[] arguments) {
      try (Database database = Database.embedded(Path.of(arguments[0]));
          Vault vault = Vault.open(database, VaultFolder.CLOCK);
          ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
        for (int thread = 0; thread < THREADS; thread++) {
          String name = arguments[1] + "-" + thread + "-";
          pool.execute(() -> postForEver(vault, name));
        }
      }
    }

    private static void postForEver(Vault vault, String name) {
      for (int i = 0; ; i += BATCH) {
        List<String> lines =
            IntStream.range(i, i + BATCH).mapToObj(number -> line(name + number)).toList();
        for (Answer answer : vault.post(Actor.OPERATOR, events(lines))) {
          if (answer.status() == Status.POSTED) {
            System.out.println(answer.id());
          }
        }
      }
    }
  }
}
