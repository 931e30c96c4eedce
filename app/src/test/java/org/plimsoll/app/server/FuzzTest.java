package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.app.vault.SampleVault;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.sources.scenario.ScenarioFile;
import org.plimsoll.vault.ledger.Actor;

/** Requests made up from the list of routes, right and wrong: each gets an answer in its time. */
class FuzzTest {
  private static final int REQUESTS = 10_000;
  private static final long SEED = 20261201;
  private static final long LONGEST_MILLIS = 10_000;

  /** The three countries have no past, codes, priors; VerbsOverHttpTest has these. */
  private static final List<String> OF_REAL_WORLDS =
      List.of(
          "GET /backtest",
          "GET /finance",
          "GET /floors",
          "GET /portfolio",
          "GET /world/check",
          "GET /reference",
          "GET /entries/{id}",
          "GET /entries/{id}/files/{file}");

  private static final List<Route> BORDER =
      Routes.list().stream()
          .filter(route -> route.role() == Role.CUSTOMS || route.path().startsWith("/schedule"))
          .toList();

  private static final List<String> NOISE =
      List.of(
          "",
          "0",
          "-1",
          "999999999999",
          "1e9",
          "NaN",
          "tinium",
          "tinium/refined",
          "AAA",
          "CCC,AAA",
          "AAA+BBB",
          "2026-11-24",
          "2026-02-30",
          "true",
          "maybe",
          "é",
          "\u0000",
          "%",
          "a b",
          "../x",
          "'\"<script>",
          "x".repeat(400),
          "commitments",
          "10",
          "overdue",
          "1..3",
          "AAA:tinium/refined");
  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "[]",
          "name: x",
          "nodes: [",
          "{\"nodes\": []}",
          "\u0001",
          "- - - -",
          "a: &b *b",
          ScenarioFile.print(TinyWorld.scenario()));

  /** A case for GSIM, which a scenario is not. */
  private static final String GSIM = read("examples/gsim/us-eu.yaml");

  private static final List<String> TYPES =
      List.of("application/yaml", "application/json", "text/plain", "image/png", "text/csv");
  private static final String MATERIAL = "product=gallium/refined&form=ingot&grade=4N";
  private static final String PAID = ",\"amount\":\"0.01\",\"currency\":\"USD\"";

  @TempDir private Path folder;

  @Test
  void everyRequestIsAnsweredAndNoneFails() throws Exception {
    Random random = new Random(SEED);
    TreeMap<Integer, Integer> statuses = new TreeMap<>();
    TreeMap<String, TreeSet<Integer>> reached = new TreeMap<>();
    long slowest = 0;
    try (OpenVault vault = SampleVault.open(SampleVault.emptyDatabase(), InstantSource.system());
        LiveServer server = LiveServer.ofTinyWorld(folder, vault)) {
      String plan = make(server, "/plans?quick=true");
      String ensemble = make(server, "/ensembles?draws=0..0");
      String operator = Tokens.in(folder).add("operator", Actor.OPERATOR);
      BorderFuzz border = new BorderFuzz(server, folder);
      Deque<Route> left = new ArrayDeque<>();
      for (int i = 0; i < REQUESTS; i++) {
        if (left.isEmpty()) {
          left.addAll(shuffled(random));
        }
        Route route = left.remove();
        HttpRequest.Builder request = request(server, route, plan, ensemble, border, i, random);
        if (route.role() == Role.VAULT && (i % 3 == 0 || random.nextBoolean())) {
          request.header("Authorization", "Bearer " + operator);
        }
        long begin = System.nanoTime();
        HttpResponse<String> answer = server.send(request);
        slowest = Math.max(slowest, (System.nanoTime() - begin) / 1_000_000);
        int status = answer.statusCode();
        statuses.merge(status, 1, Integer::sum);
        reached
            .computeIfAbsent(route.method() + " " + route.path(), key -> new TreeSet<>())
            .add(status / 100);
        assertTrue(status < 500 || status == 503, () -> i(request, answer));
      }
      assertEquals(List.of(), server.faults());
    }
    System.out.println("fuzzed requests by status: " + statuses + "; slowest " + slowest + " ms");
    assertTrue(slowest < LONGEST_MILLIS, "the slowest took " + slowest + " ms");
    assertEquals(Routes.list().size(), reached.size(), reached::toString);
    reached.keySet().removeAll(OF_REAL_WORLDS);
    reached.forEach((route, kinds) ->
        assertTrue(kinds.contains(2) && kinds.contains(4), () -> route + " got only " + kinds));
  }

  private static String i(HttpRequest.Builder request, HttpResponse<String> answer) {
    return request.build() + ": " + answer.body();
  }

  /** One that is there, so that its files can be asked for. */
  private static String make(LiveServer server, String path) throws Exception {
    String job =
        server
            .post(path, BODIES.getLast(), "Content-Type", "application/yaml")
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replace(Api.ROOT, "");
    assertTrue(server.get(job + "/events").body().contains("event: done"));
    return job.replace("/jobs/", "");
  }

  /** Each third request is as the route wants it; the others are wrong in some way, or not. */
  private static HttpRequest.Builder request(
      LiveServer server,
      Route route,
      String plan,
      String ensemble,
      BorderFuzz border,
      int i,
      Random random) {
    boolean isOfBorder = BORDER.contains(route);
    // Requests of one token are counted, and refused beyond forty a second.
    boolean isRight = i % (isOfBorder ? 9 : 3) == 0;
    String path = route.path();
    for (String name : route.pathParameters()) {
      String right =
          isOfBorder
              ? border.inPath(route, name, i)
              : switch (name) {
                case "table" -> "leverage.csv";
                case "ensemble" -> ensemble;
                case "answer" -> "products.csv";
                case "name" -> "action-plan-2026";
                case "participant" -> "acme";
                case "id" -> "fuzz" + i;
                default -> plan;
              };
      path = path.replace("{" + name + "}", isRight ? right : encoded(noise(random)));
    }
    List<String> query = new ArrayList<>();
    if (route.says() instanceof Route.Says.OfState) {
      query.add("on=tinium/refined&floor.tinium/refined=" + random.nextInt(100));
    }
    if (isRight && route.path().endsWith("/comparison")) {
      query.add("with=" + plan);
    }
    if (isRight && route.path().equals("/ensembles")) {
      query.add("draws=0..0");
    }
    if (isRight && isOfBorder && !border.query(route).isEmpty()) {
      query.add(border.query(route));
    }
    if (!isRight) {
      for (Param param : route.allParams()) {
        if (random.nextInt(4) == 0) {
          query.add(param.name() + "=" + encoded(noise(random)));
        }
      }
      if (random.nextInt(5) == 0) {
        query.add(encoded(noise(random)) + "=" + encoded(noise(random)));
      }
    }
    String address = Api.ROOT + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    HttpRequest.Builder request = server.request(address);
    if (route.role() == Role.CUSTOMS && (isRight || random.nextInt(9) == 0)) {
      request.header("Authorization", "Bearer " + border.token(route));
    }
    String method = isRight || random.nextInt(10) > 0 ? route.method() : "PUT";
    if (route.body() == Route.Body.NONE) {
      return request.method(method, HttpRequest.BodyPublishers.noBody());
    }
    if (route.body() == Route.Body.PIECE) {
      request.header("Upload-Offset", isRight ? "0" : String.valueOf(random.nextInt(9)));
      request.header("Content-Type", isRight ? "application/octet-stream" : "text/plain");
      return request.method(method, HttpRequest.BodyPublishers.ofString("abc"));
    }
    if (isRight && route.path().equals("/vault/allocations")) {
      request.uri(URI.create(server.address() + address + "?" + MATERIAL));
    }
    String body = isRight ? right(route) : BODIES.get(random.nextInt(BODIES.size()));
    request.header(
        "Content-Type",
        isRight ? route.body().types().getFirst() : TYPES.get(random.nextInt(TYPES.size())));
    return request.method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  private static String right(Route route) {
    return switch (route.path()) {
      case "/gsim" -> GSIM;
      case "/vault/events/{id}" -> "{\"verb\":\"pay\",\"participant\":\"acme\"" + PAID + "}";
      case "/vault/events" -> SampleVault.EVENTS;
      case "/vault/allocations" -> "participant,contract,mass_g\nacme,c1,1000\n";
      default -> BODIES.getLast();
    };
  }

  /**
   * All routes in another order each time, but less often those that take long: some solve dozens
   * of markets, and a question to a vault has a connection to its database of its own.
   */
  private static List<Route> shuffled(Random random) {
    List<Route> routes = new ArrayList<>(Routes.list());
    routes.removeIf(route -> {
      boolean isLong =
          List.of(Work.DRAWS, Work.VAULT).contains(route.work()) || route.path().equals("/lab/why");
      return isLong && random.nextInt(12) > 0;
    });
    Collections.shuffle(routes, random);
    return routes;
  }

  private static String read(String file) {
    try {
      return Files.readString(LiveServer.ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String noise(Random random) {
    return NOISE.get(random.nextInt(NOISE.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
