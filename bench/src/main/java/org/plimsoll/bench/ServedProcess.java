package org.plimsoll.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code ./plimsoll serve} as a process of its own, on a free port.
 *
 * @param process that serves
 * @param address without the last slash
 * @param saidAfter from its start until it said where it is
 */
record ServedProcess(Process process, String address, Duration saidAfter) implements AutoCloseable {
  /** Starts it. */
  static ServedProcess start(Path root, Path state) throws IOException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(
                List.of(
                    root.resolve("plimsoll").toString(),
                    "serve",
                    "--port",
                    "0",
                    "--state",
                    state.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader();
    String said = out.readLine();
    if (said == null) {
      throw new IOException("the server said nothing");
    }
    return new ServedProcess(
        process,
        said.replaceAll(".*(http://[0-9.:]+)/.*", "$1"),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Waits until it says that it is warm. */
  void awaitWarm(HttpClient client) throws IOException, InterruptedException {
    while (!get(client, "/health/ready").body().contains("warm")) {
      Thread.sleep(50);
    }
  }

  HttpResponse<String> get(HttpClient client, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The memory that the system gives it, in MB. */
  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** Tells it to stop, and waits; returns how long it took. */
  Duration stop() throws InterruptedException {
    long begin = System.nanoTime();
    process.destroy();
    process.waitFor();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
