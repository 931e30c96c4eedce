package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.market.MakeEnsemble;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/** Ensembles as jobs: made once, the same as on the command line, resumed. */
class EnsemblesTest {
  private static final String[] YAML = {"Content-Type", "application/yaml"};
  private static final String SCENARIO = ScenarioFile.print(TinyWorld.scenario());
  private static final String ASKED = "/ensembles?draws=0..6&seed=7";

  @TempDir private Path folder;

  private static String address(HttpResponse<String> answer, String what) throws Exception {
    assertTrue(answer.statusCode() / 100 == 2, answer::body);
    return new ObjectMapper().readTree(answer.body()).get(what).asText().replace(Api.ROOT, "");
  }

  private static String made(LiveServer server) throws Exception {
    HttpResponse<String> asked = server.post(ASKED, SCENARIO, YAML);
    String events = server.get(address(asked, "job") + "/events").body();
    assertTrue(events.contains("event: done"), events);
    return address(asked, "ensemble");
  }

  @Test
  void anEnsembleIsMadeOnceAndIsTheOneOfTheCommandLine() throws Exception {
    try (LiveServer server = LiveServer.ofTinyWorld(folder);
        ForkJoinPool pool = new ForkJoinPool(1)) {
      String path = made(server);
      StampedWorld world = StampedWorld.inMemory(TinyWorld.evidence());
      Path mine = folder.resolve("mine");
      String answer =
          Rendering.json(
              new MakeEnsemble(MakeEnsemble.Span.parse("draws", "0..6"), 7, mine)
                  .answer(
                      world,
                      PosteriorFolder.drawsOf(world, folder.resolve("world")),
                      List.of(TinyWorld.scenario()),
                      Workers.of(pool))
                  .fact("folder", Api.ROOT + path));

      assertEquals(answer, server.get(path).body());
      for (String name : List.of("draws.parquet", "quantiles.parquet")) {
        assertArrayEquals(
            Files.readAllBytes(mine.resolve(name)), server.bytes(path + "/" + name), name);
      }
      HttpResponse<String> again = server.post(ASKED, SCENARIO, YAML);
      assertEquals(200, again.statusCode());
      assertEquals(path, address(again, "ensemble"));
      String another =
          address(server.post("/ensembles?draws=0..5&seed=7", SCENARIO, YAML), "ensemble");
      assertTrue(!another.equals(path));
    }
  }

  @Test
  void whatWasAskedBeforeAStopIsMadeAfterTheNextStart() throws Exception {
    String path;
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      path = made(server);
    }
    String id = path.replace("/ensembles/", "");
    Path kept = folder.resolve("ensembles");
    // As a stop in the midst of it leaves it: parts, and the scenario that waits.
    Path parts = kept.resolve(id + ".parts");
    Files.move(kept.resolve(id), parts);
    Files.delete(parts.resolve("parts/tiny-000005.csv"));
    Files.writeString(kept.resolve(id + ".0..6.7.yaml"), SCENARIO);
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      assertTrue(server.get("/jobs/" + id + "/events").body().contains("event: done"));
      assertTrue(server.get(path).body().contains("\"found\" : 1"), server.get(path).body());
    }
  }

  @Test
  void whatIsNotUnderstoodSaysWhatToWrite() throws Exception {
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      assertTrue(server.post("/ensembles", SCENARIO, YAML).body().contains("draws=0..99"));
      assertTrue(
          server.post("/ensembles?draws=9..0", SCENARIO, YAML).body().contains("write 0..999"));
      assertTrue(
          server
              .post("/ensembles?draws=0..99999", SCENARIO, YAML)
              .body()
              .contains("at most 10,000"));
      assertEquals(404, server.get("/ensembles/0123456789abcdef").statusCode());
      assertEquals(404, server.get("/jobs/0123456789abcdef").statusCode());
    }
  }
}
