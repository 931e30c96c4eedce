package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.terms.UsReserve;

/**
 * A process posts as fast as it can and says what was acknowledged; it is killed, and the database
 * with it or without it. What it said is there, once and whole.
 */
class KillTest {
  /** One with the database, one without it; {@code bench/vault kills} asks for more. */
  private static final int ROUNDS = Integer.getInteger("plimsoll.kills", 2);

  private static final int ACKNOWLEDGED = 40;

  @Test
  void whatWasAcknowledgedOutlivesTheKill() throws Exception {
    Path folder = Files.createTempDirectory("plimsoll-kill");
    Path data = folder.resolve("data");
    try {
      try (Database database = Database.embedded(data)) {
        Vault.init(database, UsReserve.terms(), VaultFolder.CLOCK).close();
      }
      List<String> acknowledged = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        acknowledged.addAll(runAndKill(data, round, round % 2 == 0));
        check(data, acknowledged);
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
      if (isDatabaseKilled) {
        VaultFolder.kill(data);
      }
      child.destroyForcibly().waitFor();
    }
    return said;
  }

  private static void check(Path data, List<String> acknowledged) throws IOException {
    try (Database database = Database.embedded(data);
        Vault vault = Vault.open(database, VaultFolder.CLOCK)) {
      assertEquals(List.of(), vault.reader().verify(Actor.OPERATOR).findings());
      for (String id : acknowledged) {
        assertTrue(
            vault.reader().findPosted(Actor.AUDITOR, id).isPresent(),
            id + " was acknowledged and is gone");
        assertEquals(
            Status.EXISTS,
            vault
                .post(Actor.OPERATOR, List.of(VaultFolder.event(Poster.line(id))))
                .getFirst()
                .status());
      }
    }
  }

  /** The process that is killed. */
  static final class Poster {
    private Poster() {}

    static String line(String id) {
      return id
          + " acquire lot="
          + id
          + " site=north product=gallium/refined form=ingot grade=4N mass_g=1000 price=280"
          + " currency=USD assay=0.99 origin=JPN custody=keeper";
    }

    /** Posts until it is killed; prints an id once it is acknowledged. */
    public static void main(String[] arguments) {
      try (Database database = Database.embedded(Path.of(arguments[0]));
          Vault vault = Vault.open(database, VaultFolder.CLOCK)) {
        for (int i = 0; ; i++) {
          String id = arguments[1] + "-" + i;
          Status status =
              vault.post(Actor.OPERATOR, List.of(VaultFolder.event(line(id)))).getFirst().status();
          if (status == Status.POSTED) {
            System.out.println(id);
          }
        }
      }
    }
  }
}
