package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plimsoll serve} as a process: says where it is, answers, and stops when it is told to. */
class ServeProcessTest {
  private static final int SIGTERM = 143;

  @TempDir private Path state;

  @Test
  void itSaysWhereItIsAndStopsOnSigterm() throws Exception {
    Process process = ServeProcess.start(state);
    try (BufferedReader out = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      String said = out.readLine();
      assertTrue(said.matches("Plimsoll is at http://127\\.0\\.0\\.1:[0-9]+/ .*"), said);
      URI health = URI.create(said.replaceAll(".*(http://[0-9.:]+/).*", "$1") + "health/live");
      assertEquals(200, ask(client, health).statusCode());
      process.destroy();
      assertTrue(process.waitFor(5, TimeUnit.SECONDS), "it still runs");
      assertEquals(SIGTERM, process.exitValue());
      Assertions.assertThrows(ConnectException.class, () -> ask(client, health));
    } finally {
      process.destroyForcibly();
    }
  }

  private static HttpResponse<String> ask(HttpClient client, URI address)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
