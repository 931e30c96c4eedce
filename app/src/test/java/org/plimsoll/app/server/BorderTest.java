package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.plan.PlanMaker;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/** Uploads in pieces, and what is done with them: whose it is, how much, after which breaks. */
class BorderTest {
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

  private String assessed() throws Exception {
    return officer.done(
        "/assessments?entries=" + officer.upload("entries.csv", entries()) + "&schedule=" + LAW);
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
  void anotherTokenKnowsNothingOfIt() throws Exception {
    String result = assessed();
    String upload = json(officer.get("/uploads")).get("uploads").get(0).get("upload").asText();
    Officer other = Officer.of(server, folder, "other");
    for (String path :
        List.of(
            "/uploads/" + upload,
            result,
            result + "/events",
            result + "/part.html",
            result + "/files/results.csv",
            result + "/lines/E1")) {
      assertEquals(200, officer.get(path).statusCode(), path);
      assertEquals(404, other.get(path).statusCode(), path);
      assertEquals(401, server.get(path).statusCode(), path);
    }
    assertEquals(404, other.patch("/uploads/" + upload, 0, new byte[1]).statusCode());
    assertEquals(404, other.delete("/uploads/" + upload).statusCode());
    assertEquals(404, other.delete(result).statusCode());
    assertEquals(
        404, other.post("/assessments?schedule=%s&entries=%s".formatted(LAW, upload)).statusCode());
    assertFalse(other.get("/uploads").body().contains(upload));
    String analyst = Tokens.in(folder).add("analyst", Role.ANALYST);
    assertEquals(403, server.get(result, "Authorization", "Bearer " + analyst).statusCode());
  }

  @Test
  void theFilesOfAnAssessmentAreThere() throws Exception {
    String result = assessed();
    assertTrue(officer.get(result + "/files/results.csv").body().startsWith("entry_id,line,"));
    assertTrue(
        officer.get(result + "/files/rejects.csv").body().contains("entries.csv,12,net_mass_kg,"));
    for (String none : List.of("progress.tsv", ".lock", "..", "asked.json", "x.csv")) {
      assertEquals(4, officer.get(result + "/files/" + none).statusCode() / 100, none);
    }
    String explained = officer.get(result + "/lines/E1?line=1").body();
    assertTrue(explained.contains("\"steps\""), explained);
    HttpResponse<String> unknown = officer.get(result + "/lines/E99");
    assertEquals(400, unknown.statusCode());
    assertTrue(unknown.body().contains("'E99'"), unknown::body);
  }

  @Test
  void thePageShowsTheReportsOwnSections() throws Exception {
    String result = assessed();
    String report = officer.get(result + "/files/summary.html").body();
    String part = officer.get(result + "/part.html").body();
    SameSections.check(report, part);
    assertTrue(part.contains("id=\"result\" data-state=\"over\""), part);
    String line = officer.get(result + "/lines/E1/part.html?line=1").body();
    assertTrue(line.startsWith("<div id=\"line\"") && line.contains("E1/1"), line);
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
    assertEquals(204, officer.delete(assessed()).statusCode(), "and what is done as well");
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

  @Test
  void whatCannotBeReadSaysWhyAndNamesNoFolderOfTheServer() throws Exception {
    String order =
        "/assessments?schedule=%s&entries=%s"
            .formatted(LAW, officer.upload("horse.pdf", "%PDF-1.7 " + "x".repeat(600)));
    String result = officer.ordered(order);
    String events = officer.get(result + "/events").body();
    assertTrue(events.contains("event: failed"), events);
    HttpResponse<String> failed = officer.get(result);
    assertEquals(422, failed.statusCode(), failed::body);
    assertTrue(failed.body().contains("horse.pdf is a PDF"), failed::body);
    String part = officer.get(result + "/part.html").body();
    assertTrue(part.contains("horse.pdf is a PDF"), part);
    assertFalse((events + failed.body() + part).contains(folder.toString()), events);
    for (String wrong :
        List.of(
            "/uploads?bytes=3",
            "/uploads?name=x",
            "/uploads?name=a%2Fb&bytes=3",
            "/assessments?schedule=" + LAW,
            "/corrections?earlier=0123456789abcdef&later=0123456789abcdef")) {
      assertEquals(4, officer.post(wrong).statusCode() / 100, wrong);
    }
    assertEquals(404, officer.post(order.replace(LAW, "none")).statusCode());
    HttpResponse<String> image =
        server.send(
            server
                .request(
                    Api.ROOT + "/uploads/0123456789abcdef",
                    "Upload-Offset",
                    "0",
                    "Content-Type",
                    "image/png",
                    "Authorization",
                    "Bearer " + officer.token())
                .method("PATCH", HttpRequest.BodyPublishers.ofString("x")));
    assertEquals(415, image.statusCode());
  }

  @Test
  void itsFoldersAreItsOwnersAloneAndWhatIsOldGoes() throws Exception {
    String result = assessed();
    String upload = json(officer.get("/uploads")).get("uploads").get(0).get("upload").asText();
    try (Stream<Path> all = Files.walk(folder.resolve("border"))) {
      for (Path each : all.filter(Files::isDirectory).toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
        assertEquals("rwx------", mode, each::toString);
      }
    }
    FileTime old = FileTime.from(Instant.now().minus(BorderFolder.KEPT).minus(Duration.ofHours(1)));
    try (Stream<Path> all = Files.walk(folder.resolve("border"))) {
      for (Path each : all.filter(one -> one.toString().contains(upload)).toList().reversed()) {
        Files.setLastModifiedTime(each, old);
      }
    }
    officer.begin("another.csv", 1);
    assertEquals(404, officer.get("/uploads/" + upload).statusCode());
    assertEquals(200, officer.get(result).statusCode(), "it is not as old");
  }

  @Test
  void nothingOfItIsWrittenIntoTheLog() throws Exception {
    String secret = "secret-importer";
    String upload = officer.upload(secret + ".csv", entries());
    String result = officer.done("/assessments?schedule=%s&entries=%s".formatted(LAW, upload));
    officer.get(result + "/lines/" + secret);
    officer.get("/uploads/" + secret);
    String written =
        String.join("\n", server.log()) + Files.readString(folder.resolve("audit.jsonl"));
    for (String word :
        List.of(
            secret, upload, result.replace("/assessments/", ""), LAW, officer.token(), "bytes=")) {
      assertFalse(written.contains(word), word);
    }
    assertTrue(written.contains("\"name\":\"officer\"") && written.contains("/uploads/{upload}"));
  }

  @Test
  void thePageNamesTheLawByItsHashAndSaysWhatToDoWithoutScript() throws Exception {
    String page = server.send(server.request("/border").GET()).body();
    String hash = json(server.get("/schedules")).get("schedules").get(0).get("sha256").asText();
    for (String said : List.of(hash, LAW, "<noscript>", "Upload-Offset: 0", "plimsoll assess")) {
      assertTrue(page.contains(said), () -> said + " is missing of " + page);
    }
    assertEquals(server.get("/schedules/" + LAW).body(), server.get("/schedules/" + hash).body());
  }
}
