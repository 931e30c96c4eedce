package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.plan.PlanMaker;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/** Uploads in pieces: what a break leaves of them, what there is no room for, what nobody wants. */
class UploadsTest {
  private static final String LAW = "schedule-made-up";
  private static final long ROOM = 8 << 20;

  @TempDir private Path folder;
  private LiveServer server;
  private Officer officer;

  @BeforeEach
  void start() {
    server = start(LiveServer::sample);
    officer = Officer.of(server, folder, "officer");
  }

  private LiveServer start(PlanMaker maker) {
    return LiveServer.ofTinyWorld(
        folder, new Server.Customs(LiveServer.CUSTOMS.schedules(), ROOM), maker);
  }

  @AfterEach
  void stop() {
    assertEquals(List.of(), server.faults());
    server.close();
  }

  private static String entries() throws IOException {
    return Files.readString(LiveServer.ROOT.resolve("examples/border/entries.csv"));
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private static String offset(HttpResponse<String> answer) {
    return answer.headers().firstValue("Upload-Offset").orElse("none");
  }

  @Test
  void aFileComesInPiecesAndGoesOnAfterAnyBreak() throws Exception {
    byte[] whole = entries().getBytes(StandardCharsets.UTF_8);
    String path = officer.begin("entries.csv", whole.length);
    assertEquals("500", offset(officer.patch(path, 0, Arrays.copyOf(whole, 500))));

    HttpResponse<String> wrong = officer.patch(path, 400, Arrays.copyOf(whole, 10));
    assertEquals(409, wrong.statusCode());
    assertEquals("500", offset(wrong), "says where the next piece begins");
    String order = "/assessments?schedule=" + LAW + "&entries=" + path.replace("/uploads/", "");
    assertEquals(409, officer.post(order).statusCode(), "it is not whole");

    server.close();
    server = start(LiveServer::sample);
    officer = officer.at(server);
    assertEquals("500", offset(officer.head(path)));
    assertEquals(500, json(officer.get(path)).get("offset").asInt());
    byte[] rest = Arrays.copyOfRange(whole, 500, whole.length);
    assertEquals(200, officer.patch(path, 500, rest).statusCode());
    assertEquals(413, officer.patch(path, whole.length, new byte[1]).statusCode());

    String result = officer.done(order);
    assertEquals(13, json(officer.get(result)).get("read").asInt());
    assertEquals(200, officer.post(order).statusCode(), "the same question is the same answer");
    assertTrue(officer.get("/uploads").body().contains("entries.csv"));
    assertEquals(204, officer.delete(path).statusCode());
    assertEquals(404, officer.get(path).statusCode());
  }

  @Test
  void whatThereIsNoRoomForIsRefused() throws Exception {
    assertEquals(413, officer.post("/uploads?name=x.csv&bytes=" + 2 * ROOM).statusCode());
    String late = officer.begin("late.csv", 200_000);
    String first = officer.begin("x.csv", ROOM - 100_000);
    byte[] piece = new byte[4 << 20];
    assertEquals(200, officer.patch(first, 0, piece).statusCode());
    byte[] rest = new byte[(4 << 20) - 100_000];
    assertEquals(200, officer.patch(first, piece.length, rest).statusCode());
    assertEquals(507, officer.patch(late, 0, new byte[200_000]).statusCode());
    HttpResponse<String> full = officer.post("/uploads?name=y.csv&bytes=100000");
    assertEquals(507, full.statusCode(), full::body);
    assertTrue(full.body().contains("delete what is no longer needed"), full::body);
    assertEquals(204, officer.delete(first).statusCode());
    officer.begin("y.csv", 100_000);

    String large = officer.upload("z.csv", entries().repeat(1700));
    HttpResponse<String> results =
        officer.post("/assessments?schedule=" + LAW + "&entries=" + large);
    assertEquals(507, results.statusCode(), "nor is there room for its results");
    byte[] tooLarge = new byte[(4 << 20) + 1];
    assertEquals(413, officer.patch("/uploads/" + large, 0, tooLarge).statusCode());
  }

  @Test
  void whatWasAskedBeforeAStopIsDoneAfterIt() throws Exception {
    CountDownLatch let = new CountDownLatch(1);
    server.close();
    server = start(waiting(let));
    officer = officer.at(server);
    server.post(
        "/plans", ScenarioFile.print(TinyWorld.scenario()), "Content-Type", "application/yaml");
    String result =
        officer.ordered(
            "/assessments?schedule=%s&entries=%s"
                .formatted(LAW, officer.upload("entries.csv", entries())));
    HttpResponse<String> waits = officer.get(result);
    assertEquals(202, waits.statusCode());
    assertEquals("waiting", json(waits).get("state").asText());
    server.close();
    let.countDown();

    server = start(LiveServer::sample);
    officer = officer.at(server);
    assertTrue(officer.get(result + "/events").body().contains("event: done"));
    assertEquals(13, json(officer.get(result)).get("read").asInt());
  }

  @Test
  void whatNobodyWantsIsGone() throws Exception {
    CountDownLatch let = new CountDownLatch(1);
    server.close();
    server = start(waiting(let));
    officer = officer.at(server);
    server.post(
        "/plans", ScenarioFile.print(TinyWorld.scenario()), "Content-Type", "application/yaml");
    String result =
        officer.ordered(
            "/assessments?schedule=%s&entries=%s"
                .formatted(LAW, officer.upload("entries.csv", entries())));
    assertEquals(204, officer.delete(result).statusCode());
    assertEquals(404, officer.get(result).statusCode());
    let.countDown();
    String done =
        officer.done(
            "/assessments?schedule=%s&entries=%s"
                .formatted(LAW, officer.upload("more.csv", entries())));
    assertEquals(204, officer.delete(done).statusCode(), "and what is done as well");
  }

  /** Plans whose maker waits, so that whatever is asked behind one waits too. */
  private static PlanMaker waiting(CountDownLatch let) {
    return (evidence, scenario, settings, workers) -> {
      try {
        let.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new CancellationException("stopped");
    };
  }
}
