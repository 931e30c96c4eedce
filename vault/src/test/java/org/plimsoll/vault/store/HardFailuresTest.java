package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.terms.UsReserve;

/** What goes wrong around a vault: it refuses, or tries again, and is never wrong. */
class HardFailuresTest {
  private static final String BIG =
      " acquire site=north product=gallium/refined form=ingot grade=4N mass_g=1000 price=280"
          + " currency=USD assay=0.99 origin=JPN custody=keeper reason="
          + "x".repeat(400)
          + " lot=";

  private static Status post(Vault vault, String line) {
    return vault.post(Actor.OPERATOR, List.of(VaultFolder.event(line))).getFirst().status();
  }

  @Test
  void aClockThatGoesBackwards() throws SQLException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));
    try (VaultFolder folder = new VaultFolder();
        Vault vault = Vault.open(folder.database(), now::get)) {
      String pay = " charge participant=acme amount=1 currency=USD reason=x";
      assertEquals(Status.POSTED, post(vault, "a" + pay));
      now.set(Instant.parse("2025-01-01T00:00:00Z"));
      assertEquals(Status.POSTED, post(vault, "b" + pay));
      assertEquals(
          Instant.parse("2026-03-01T09:00:00Z"), vault.reader().head().at(), "time stands still");
      assertEquals(Status.BEFORE_LAST, post(vault, "c" + pay + " at=2026-02-28T00:00:00Z"));
      now.set(Instant.parse("2026-03-01T09:00:01Z"));
      assertEquals(Status.POSTED, post(vault, "c" + pay));
      assertEquals(
          Instant.parse("2026-03-01T09:00:01Z"), vault.reader().head().at(), "and goes on");
      assertEquals(List.of(), vault.reader().verify(Actor.OPERATOR).findings());
    }
  }

  /** Every connection is cut again and again while eight clients post. */
  @Test
  void connectionsThatAreCutUnderLoad() throws Exception {
    int clients = 8;
    int rounds = 20;
    try (VaultFolder folder = new VaultFolder();
        ExecutorService pool = Executors.newFixedThreadPool(clients + 1)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        String name = "c" + i;
        tasks.add(() -> {
          for (int round = 0; round < rounds; round++) {
            String line = " charge participant=%s amount=1 currency=USD reason=x".formatted(name);
            Status status = postUntilAnswered(folder.vault(), name + "-" + round + line);
            assertTrue(status == Status.POSTED || status == Status.EXISTS, status.word());
          }
          return rounds;
        });
      }
      List<Future<Integer>> running = new ArrayList<>();
      tasks.forEach(task -> running.add(pool.submit(task)));
      int cuts = 0;
      while (running.stream().anyMatch(task -> !task.isDone())) {
        folder.tamper(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where pid <> pg_backend_pid() and datname = current_database()");
        cuts++;
        Thread.sleep(20);
      }
      for (Future<Integer> task : running) {
        assertEquals(rounds, task.get());
      }
      assertTrue(cuts > 3, cuts + " cuts");
      assertEquals((long) clients * rounds, folder.vault().reader().head().number(), "each once");
      assertEquals(List.of(), folder.vault().reader().verify(Actor.OPERATOR).findings());
    }
  }

  /** A client that is told that the database failed sends the same again. */
  private static Status postUntilAnswered(Vault vault, String line) {
    for (int attempt = 0; attempt < 50; attempt++) {
      try {
        return post(vault, line);
      } catch (StoreFailure e) {
        // Sent again.
      }
    }
    throw new AssertionError("never answered: " + line);
  }

  /**
   * A disk of its own; where nobody may mount one, there is nothing to test it with. A limit on the
   * size of files would not do: it fails with another error, which a full disk never gives.
   */
  @Test
  void aDiskThatIsFull(@TempDir Path folder) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=72m,mode=755", "tmpfs", disk.toString()) == 0,
        "may not mount");
    try {
      Path data = disk.resolve("vault");
      List<String> acknowledged = new ArrayList<>();
      Path ballast = disk.resolve("ballast");
      try (Database database = Database.embedded(data);
          Vault vault = Vault.init(database, UsReserve.terms(), VaultFolder.CLOCK)) {
        acknowledged.addAll(batch(vault, 0));
        fill(ballast, 2_000_000);
        // The next file of the server's log finds no room: the server panics.
        try (Connection connection = database.connect();
            Statement statement = connection.createStatement()) {
          statement.execute("select pg_switch_wal()");
        }
        StoreFailure full =
            assertThrows(
                StoreFailure.class,
                () -> {
                  for (int i = 1; i < 1000; i++) {
                    acknowledged.addAll(batch(vault, i));
                  }
                });
        assertTrue(String.valueOf(full.getMessage()).contains("No space left"), full::toString);
        assertTrue(String.valueOf(full.getMessage()).contains(disk.toString()), full::toString);
      }
      fill(ballast, 0);
      StoreFailure still = assertThrows(StoreFailure.class, () -> Database.embedded(data).close());
      assertTrue(String.valueOf(still.getMessage()).contains(disk.toString()), still::toString);
      // With room again, what was acknowledged is there, and what was refused is posted.
      Files.delete(ballast);
      try (Database database = Database.embedded(data);
          Vault vault = Vault.open(database, VaultFolder.CLOCK)) {
        assertTrue(vault.reader().head().number() >= acknowledged.size());
        assertEquals(List.of(), vault.reader().verify(Actor.OPERATOR).findings());
        List<Event> again = acknowledged.stream().map(HardFailuresTest::bigEvent).toList();
        vault
            .post(Actor.OPERATOR, again)
            .forEach(answer -> assertEquals(Status.EXISTS, answer.status(), answer.toString()));
        batch(vault, 1000);
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  /** Lets a file grow until the disk has no more than so many bytes left. */
  private static void fill(Path ballast, long left) throws IOException {
    byte[] block = new byte[1 << 16];
    try (OutputStream out =
        Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.getFileStore(ballast).getUsableSpace() > left) {
        out.write(block);
      }
    } catch (IOException e) {
      if (left > 0) {
        throw e;
      }
    }
  }

  private static Event bigEvent(String id) {
    return VaultFolder.event(id + BIG + id);
  }

  private static List<String> batch(Vault vault, int number) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      events.add(bigEvent("e-" + number + "-" + i));
    }
    List<Answer> answers = vault.post(Actor.OPERATOR, events);
    answers.forEach(answer -> assertEquals(Status.POSTED, answer.status(), answer.toString()));
    return answers.stream().map(Answer::id).toList();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor();
  }
}
