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
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What is done with uploads: whose it is, what comes of it, what of it is written where. */
class BorderTest {
  private static final String LAW = "schedule-made-up";

  @TempDir private static Path folder;
  private static LiveServer server;

  /** Each test has one of its own, who sees nothing of the others' work. */
  private Officer officer;

  @BeforeAll
  static void start() {
    server = LiveServer.ofTinyWorld(folder);
  }

  @AfterAll
  static void stop() {
    assertEquals(List.of(), server.faults());
    server.close();
  }

  @BeforeEach
  void comes(TestInfo test) {
    officer = Officer.of(server, folder, test.getTestMethod().orElseThrow().getName());
  }

  private static String entries() throws IOException {
    return Files.readString(LiveServer.ROOT.resolve("examples/border/entries.csv"));
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private String assessed() throws Exception {
    return officer.done(
        "/assessments?entries=" + officer.upload("entries.csv", entries()) + "&schedule=" + LAW);
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
    assertTrue(part.contains("<div id=\"result\"") && part.contains("data-state=\"over\""), part);
    String line = officer.get(result + "/lines/E1/part.html?line=1").body();
    assertTrue(line.startsWith("<div id=\"line\"") && line.contains("E1/1"), line);
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
    assertTrue(
        written.contains("\"name\":\"nothingOfItIsWrittenIntoTheLog\"")
            && written.contains("/uploads/{upload}"));
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
