package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.server.LiveServer;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.app.vault.VaultEvents;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Catalogue;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.store.Database;
import org.plimsoll.vault.store.Vault;
import org.plimsoll.vault.terms.UsReserve;

/** The verb as a process with a vault: who else wants the vault, and how it ends. */
class ServedVaultProcessTest {
  private static final int CLIENTS = 8;
  private static final int ACKNOWLEDGED = 60;
  private static final String CHARGE =
      "{\"verb\":\"charge\",\"participant\":\"acme\",\"amount\":\"1\",\"currency\":\"USD\","
          + "\"reason\":\"storage\"}";

  @TempDir private static Path folder;

  private static int run(StringWriter said, String... words) {
    PrintWriter out = new PrintWriter(said, true);
    Terminal terminal = new Terminal(out, out, false, false);
    return new Shell(new Console(RealWorld::open, folder, terminal)).run(words);
  }

  /** While it posts it is stopped: whatever was acknowledged is there, and nothing else is half. */
  @Test
  void whatWasAcknowledgedIsThereAndOthersAreToldWhoHasTheVault() throws Exception {
    String data = folder.resolve("vault").toString();
    try (Database database = Database.embedded(folder.resolve("vault"))) {
      Vault.init(database, UsReserve.terms(), InstantSource.system()).close();
    }
    StringWriter token = new StringWriter();
    String state = folder.resolve("state").toString();
    assertEquals(0, run(token, "token", "add", "o", "--role", "vault:operator", "--state", state));
    String bearer = "Bearer " + token.toString().lines().findFirst().orElseThrow();

    Process process = ServeProcess.start(Path.of(state), "--vault", data);
    List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    try (BufferedReader out = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      String said = String.valueOf(out.readLine());
      assertTrue(said.startsWith("Plimsoll is at "), said);
      String address = said.replaceAll(".*(http://[0-9.:]+/).*", "$1");

      StringWriter refused = new StringWriter();
      assertEquals(2, run(refused, "vault", "stock", "--vault", data));
      String told = refused.toString();
      assertTrue(
          told.contains("in use by process " + process.pid() + ", which began at 20")
              && told.contains("serves it at " + address)
              && told.contains("Maybe ask there, by the page " + address + "vault"),
          told);

      CompletableFuture<?>[] posting =
          IntStream.range(0, CLIENTS)
              .mapToObj(number ->
                  CompletableFuture.runAsync(
                      () -> post(client, address, bearer, number, acknowledged)))
              .toArray(CompletableFuture<?>[]::new);
      while (acknowledged.size() < ACKNOWLEDGED && process.isAlive()) {
        Thread.onSpinWait();
      }
      process.destroy();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS), "it still runs");
      CompletableFuture.allOf(posting).join();
    } finally {
      process.destroyForcibly();
    }
    assertTrue(acknowledged.size() >= ACKNOWLEDGED, acknowledged::toString);
    try (OpenVault vault = OpenVault.in(Path.of(data), InstantSource.system(), Catalogue.OPEN)) {
      List<Event> again =
          acknowledged.stream().map(id -> VaultEvents.ofObject(id, CHARGE)).toList();
      for (Answer answer : vault.vault().post(Actor.OPERATOR, again)) {
        assertEquals(Status.EXISTS, answer.status(), answer.id() + " was acknowledged");
      }
      assertEquals(List.of(), vault.vault().reader().verify(Actor.OPERATOR).findings());
    }
  }

  /** Posts one event after another until the server is gone. */
  private static void post(
      HttpClient client, String address, String bearer, int number, List<String> acknowledged) {
    try {
      for (int i = 0; ; i++) {
        String id = "e" + number + "-" + i;
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(URI.create(address + "api/v1/vault/events/" + id))
                    .header("Authorization", bearer)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(CHARGE))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 201) {
          acknowledged.add(id);
        }
      }
    } catch (IOException e) {
      // the server is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFolderWithoutAVaultIsSaid() {
    StringWriter said = new StringWriter();
    String nowhere = folder.resolve("nowhere").toString();
    int code =
        Main.shell(
                new Console(
                    RealWorld::open,
                    LiveServer.ROOT,
                    new Terminal(new PrintWriter(said), new PrintWriter(said), false, false)))
            .run("serve", "--vault", nowhere);
    assertEquals(2, code);
    assertTrue(said.toString().contains("there is no vault in " + nowhere), said::toString);
    assertTrue(said.toString().contains("begin with vault init"), said::toString);
  }
}
