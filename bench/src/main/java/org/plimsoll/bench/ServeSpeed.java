package org.plimsoll.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A server from its start to its end: how soon it says where it is, answers, is warm, makes a plan
 * as a job, and stops.
 */
public final class ServeSpeed {
  private static final int STARTS = 5;
  private static final int QUESTIONS = 200;
  private static final List<String> PRODUCTS =
      List.of("gallium/refined", "neodymium-praseodymium/oxide", "dysprosium/oxide");

  private ServeSpeed() {}

  /** Takes the project's folder. */
  public static void main(String[] words) throws IOException, InterruptedException {
    Path root = Path.of(words[0]);
    System.out.println(Machine.describe());
    System.out.println("| what | median (least to most) |\n|---|---|");
    List<Double> said = new ArrayList<>();
    List<Double> warm = new ArrayList<>();
    List<Double> stopped = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < STARTS; i++) {
        Path state = Files.createTempDirectory("bench-serve");
        long begin = System.nanoTime();
        try (ServedProcess server = ServedProcess.start(root, state)) {
          said.add(server.saidAfter().toNanos() / 1e9);
          server.awaitWarm(client);
          warm.add((System.nanoTime() - begin) / 1e9);
          if (i == STARTS - 1) {
            questions(server, client);
            plan(root, server, client, "?quick=true", "plan --quick as a job");
            plan(root, server, client, "", "plan as a job");
          }
          stopped.add(server.stop().toNanos() / 1e9);
        }
      }
    }
    row("start until it says where it is, s", said);
    row("start until it is warm, s", warm);
    row("SIGTERM until it is gone, s", stopped);
  }

  private static void questions(ServedProcess server, HttpClient client)
      throws IOException, InterruptedException {
    for (String product : PRODUCTS) {
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < QUESTIONS; i++) {
        String query = "on=%s&floor.%s=%.2f".formatted(product, product, 1 + i * 7.31);
        long begin = System.nanoTime();
        HttpResponse<String> answer = server.get(client, "/api/v1/lab?" + query);
        millis.add((System.nanoTime() - begin) / 1e6);
        if (answer.statusCode() != 200) {
          throw new IOException(query + " got " + answer.statusCode());
        }
      }
      millis.sort(null);
      System.out.printf(
          Locale.ROOT,
          "| a floor on %s, new each time, ms: p50, p95 of %d | %.1f, %.1f |%n",
          product,
          QUESTIONS,
          millis.get(QUESTIONS / 2),
          millis.get(QUESTIONS * 95 / 100));
    }
  }

  private static void plan(
      Path root, ServedProcess server, HttpClient client, String query, String what)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    HttpResponse<String> asked =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/plans" + query))
                .header("Content-Type", "application/yaml")
                .POST(
                    HttpRequest.BodyPublishers.ofFile(
                        root.resolve("scenarios/action-plan-2026.yaml")))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String job = asked.headers().firstValue("Location").orElseThrow();
    String state = "";
    while (!state.contains("\"done\"")) {
      Thread.sleep(20);
      state = server.get(client, job).body().replaceAll("(?s).*\"state\" : (\"[a-z]+\").*", "$1");
      if (state.contains("failed")) {
        throw new IOException("the plan failed");
      }
    }
    System.out.printf(Locale.ROOT, "| %s, s | %.1f |%n", what, (System.nanoTime() - begin) / 1e9);
  }

  private static void row(String what, List<Double> seconds) {
    double[] sorted = seconds.stream().mapToDouble(each -> each).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f (%.2f to %.2f) of %d |%n",
        what,
        sorted[sorted.length / 2],
        Arrays.stream(sorted).min().orElse(0),
        Arrays.stream(sorted).max().orElse(0),
        sorted.length);
  }
}
