package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.plan.MakePlan;
import org.plimsoll.app.plan.PlanMaker;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/** Plans as jobs: made once, watched, resumed, stopped, and the same as on the command line. */
class PlansTest {
  private static final String[] YAML = {"Content-Type", "application/yaml"};
  private static final String SCENARIO = ScenarioFile.print(TinyWorld.scenario());

  @TempDir private Path folder;

  @Test
  void aPlanIsMadeOnceAndIsTheOneOfTheCommandLine() throws Exception {
    String path;
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      HttpResponse<String> asked = server.post("/plans?quick=true", SCENARIO, YAML);
      assertEquals(202, asked.statusCode(), asked::body);
      String job = asked.headers().firstValue("Location").orElseThrow().replace(Api.ROOT, "");
      List<String> events = server.get(job + "/events").body().lines().toList();
      assertTrue(events.contains("event: done"), events::toString);
      List<Long> ids =
          events.stream()
              .filter(line -> line.startsWith("id: "))
              .map(line -> Long.valueOf(line.substring(4)))
              .toList();
      assertEquals(ids.stream().distinct().sorted().toList(), ids);
      HttpResponse<String> resumed =
          server.get(job + "/events", "Last-Event-ID", Long.toString(ids.getLast() - 1));
      assertEquals(1, resumed.body().lines().filter(l -> l.startsWith("id: ")).count());

      path = json(asked).get("plan").asText().replace(Api.ROOT, "");
      assertEquals(
          Files.readString(onTheCommandLine(SCENARIO).resolve("plan.json")),
          server.get(path + "/plan.json").body());
      assertEquals(
          "done", json(server.post("/plans?quick=true", SCENARIO, YAML)).get("state").asText());
      HttpResponse<String> page = server.get(path + "/plan.html");
      assertTrue(page.body().startsWith("<!DOCTYPE html>"));
      assertTrue(
          page.headers().firstValue("Content-Security-Policy").orElse("").contains("sha256-"));
      assertTrue(server.get(path + "/tables/leverage.csv").body().contains("exporter"));
      for (String none :
          List.of(
              "/plans/0123456789abcdef/plan.json",
              path + "/tables/x.csv",
              "/plans/x/plan.json",
              "/jobs/0123456789abcdef")) {
        assertEquals(404, server.get(none).statusCode(), none);
      }
    }
    try (LiveServer again = LiveServer.ofTinyWorld(folder)) {
      assertEquals(200, again.get(path + "/plan.json").statusCode(), "lost by a restart");
    }
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("plans"))));
  }

  @Test
  void whatWasAskedForBeforeAStopIsMadeAfterIt() throws Exception {
    String job;
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      job =
          server
              .post("/plans", SCENARIO, YAML)
              .headers()
              .firstValue("Location")
              .orElseThrow()
              .replace(Api.ROOT, "");
    }
    try (LiveServer again = LiveServer.ofTinyWorld(folder)) {
      assertTrue(again.get(job + "/events").body().contains("event: done"));
    }
  }

  @Test
  void aJobThatNobodyWantsEnds() throws Exception {
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      String job =
          server
              .post("/plans", SCENARIO, YAML)
              .headers()
              .firstValue("Location")
              .orElseThrow()
              .replace(Api.ROOT, "");
      assertEquals(200, server.send(server.request(Api.ROOT + job).DELETE()).statusCode());
      String events = server.get(job + "/events").body();
      assertTrue(events.contains("event: cancelled") || events.contains("event: done"), events);
      assertEquals(List.of(), server.faults());
      assertNothingWaits();
    }
  }

  @Test
  void aDiskThatFailsIsSaidAndQuestionsGoOn() throws Exception {
    Files.writeString(folder.resolve("plans"), "a file in the way");
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      HttpResponse<String> asked = server.post("/plans", SCENARIO, YAML);
      assertEquals(503, asked.statusCode(), asked::body);
      assertTrue(asked.body().contains("see to the disk"), asked::body);
      assertEquals(200, server.get("/partners").statusCode());
      assertEquals(List.of(), server.faults());
    }
  }

  @Test
  void aJobThatFailsSaysWhyAndIsNotTriedAtEachStart() throws Exception {
    PlanMaker failing =
        (evidence, scenario, settings, workers) -> {
          throw new IllegalStateException("no such market");
        };
    try (LiveServer server = LiveServer.ofTinyWorld(folder, failing)) {
      String job =
          server
              .post("/plans", SCENARIO, YAML)
              .headers()
              .firstValue("Location")
              .orElseThrow()
              .replace(Api.ROOT, "");
      String events = server.get(job + "/events").body();
      assertTrue(events.contains("event: failed") && events.contains("no such market"), events);
      assertNothingWaits();
    }
  }

  @Test
  void whatIsRefusedForWantOfRoomIsNotMadeLater() throws Exception {
    CountDownLatch let = new CountDownLatch(1);
    PlanMaker waiting =
        (evidence, scenario, settings, workers) -> {
          try {
            let.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new CancellationException("stopped");
        };
    try (LiveServer server = LiveServer.ofTinyWorld(folder, waiting)) {
      int refused = 0;
      for (int i = 0; i < 12; i++) {
        String another = SCENARIO.replaceFirst("(?m)^name: .*$", "name: plan-" + i);
        refused += server.post("/plans", another, YAML).statusCode() == 503 ? 1 : 0;
      }
      assertEquals(3, refused, "one runs and eight wait");
      try (var left = Files.list(folder.resolve("plans"))) {
        assertEquals(9, left.filter(file -> file.toString().endsWith(".yaml")).count());
      }
      let.countDown();
    }
  }

  private void assertNothingWaits() throws IOException {
    try (var left = Files.list(folder.resolve("plans"))) {
      assertFalse(left.anyMatch(file -> file.toString().endsWith(".yaml")), "it would resume");
    }
  }

  /**
   * From the command line, over the API, and by the Lab's own button: the same scenario, to the
   * byte, as the manifest says, and so the same plan.
   */
  @Test
  void theSameScenarioIsTheSamePlanWhereverItIsAskedFor() throws Exception {
    String state = "on=tinium/refined&from=action-plan-2026&floor.tinium/refined=20";
    String yaml;
    List<String> overTheApi;
    try (LiveServer server = LiveServer.ofTinyWorld(folder.resolve("api"))) {
      yaml = server.get("/lab/scenario.yaml?" + state).body();
      HttpResponse<String> asked = server.post("/plans?quick=true", yaml, YAML);
      overTheApi = made(server, json(asked).get("plan").asText().replaceAll(".*/", ""));
    }
    try (LiveServer server = LiveServer.ofTinyWorld(folder.resolve("page"))) {
      HttpResponse<String> asked =
          server.send(
              server
                  .request(
                      "/lab/plan?" + state, "Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString("quick=true")));
      assertEquals(303, asked.statusCode(), asked::body);
      String page = asked.headers().firstValue("Location").orElseThrow();
      assertEquals(overTheApi, made(server, page.replaceAll(".*/", "")));
    }
    Path out = onTheCommandLine(yaml);
    assertEquals(
        overTheApi,
        List.of(
            Files.readString(out.resolve("plan.json")),
            Files.readString(out.resolve("manifest.json"))));
    assertTrue(overTheApi.getLast().contains(Sha256.of(yaml)), overTheApi::toString);
  }

  /** The plan and its manifest. */
  private static List<String> made(LiveServer server, String plan) throws Exception {
    String events = server.get("/jobs/" + plan + "/events").body();
    assertTrue(events.contains("event: done"), events);
    return List.of(
        server.get("/plans/" + plan + "/plan.json").body(),
        server.get("/plans/" + plan + "/manifest.json").body());
  }

  /** The plan as {@code plimsoll plan --quick} makes it. */
  private Path onTheCommandLine(String yaml) throws Exception {
    StampedWorld world = StampedWorld.inMemory(TinyWorld.evidence());
    Scenario scenario = ScenarioFile.parse("x", yaml, world.evidence()).value().orElseThrow();
    Path out = folder.resolve("out");
    new MakePlan(world, folder.resolve("world"), scenario, Sha256.of(yaml), Settings.QUICK)
        .into(out, LiveServer::sample, Workers.ofAllProcessors());
    return out;
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
