package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms, pages, tags and problems of the API, on the world that comes with the program. */
class ApiTest {
  @TempDir private static Path state;
  private static LiveServer server;

  @BeforeAll
  static void start() {
    server = LiveServer.ofWorld(state);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void pagesOfRowsMakeUpTheWholeTable() throws Exception {
    JsonNode whole = json(server.get("/commitments")).get("commitments");
    String path = "/commitments?limit=17";
    int seen = 0;
    while (!path.isEmpty()) {
      HttpResponse<String> page = server.get(path);
      for (JsonNode row : json(page).get("commitments")) {
        assertEquals(whole.get(seen++), row);
      }
      path =
          page.headers()
              .firstValue("Link")
              .map(link -> link.replaceAll("^</api/v1(.*)>; rel=\"next\"$", "$1"))
              .orElse("");
    }
    assertEquals(whole.size(), seen);
  }

  @Test
  void aTableComesAsCsvWholeOrInPart() throws Exception {
    HttpResponse<String> csv = server.get("/controls?limit=3", "Accept", "text/csv");
    assertTrue(csv.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
    assertEquals(4, csv.body().lines().count(), csv.body());
    assertTrue(csv.body().startsWith("id,issuer,word,"), csv.body());
  }

  @Test
  void whoHasAnAnswerIsNotSentItAgain() throws Exception {
    HttpResponse<String> first = server.get("/partners");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = server.get("/partners", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(200, server.get("/partners?signed=true", "If-None-Match", tag).statusCode());
    assertEquals(200, server.get("/partners", "If-None-Match", "\"other\"").statusCode());
  }

  @Test
  void aWrongWordIsNamedWithAWayOut() throws Exception {
    problem(server.get("/comitments"), 404, "nothing is at", "you meant /api/v1/commitments");
    problem(server.get("/controls?as-off=2026-01-01"), 400, "'as-off'", "you meant as-of");
    problem(server.get("/controls?as-of=2026-13-01"), 400, "as-of is '2026-13-01'", "2026-11-24");
    problem(server.get("/controls?only=suspendet"), 400, "'suspendet'", "you meant suspended");
    problem(server.get("/world?material=galium"), 400, "'galium'", "you meant gallium");
    problem(server.get("/risk?year=19x"), 400, "year is '19x'", "write 2024");
    problem(server.get("/risk?year=2024&year=2023"), 400, "given twice", "give it once");
    problem(server.get("/scenarios/export-stop"), 400, "no scenario", "export-stop-chn-all");
    problem(server.get("/commitments?after=5"), 400, "without limit", "add limit");
    problem(server.get("/commitments?table=promises"), 400, "'promises'", "commitments");
    String raw = server.rawGet("/api/v1/controls?material=%zz");
    assertTrue(raw.startsWith("HTTP/1.1 400"), raw);
  }

  @Test
  void aFaultyScenarioIsAnsweredWithLineAndColumn() throws Exception {
    HttpResponse<String> answer =
        server.post(
            "/solve",
            """
            name: x
            title: A fault
            asOf: 2026-11-24
            horizon: one-year
            alliance: {id: core, members: [{country: USA, from: 2026-02-04}]}
            measures:
              - {type: priceFlor, products: [gallium/refined], usdPerKg: 400, to: [core]}
            """,
            "Content-Type",
            "application/yaml");
    JsonNode problem = problem(answer, 422, "error", "");
    JsonNode fault = problem.get("errors").get(0);
    assertEquals(7, fault.get("line").asInt(), fault::toString);
    assertTrue(fault.get("maybe").asText().contains("priceFloor"), fault::toString);
  }

  @Test
  void aMarketFileIsSolvedAsOnTheCommandLine() throws Exception {
    String market =
        java.nio.file.Files.readString(
            LiveServer.ROOT.resolve("examples/markets/nagurney-2x2.yaml"));
    HttpResponse<String> answer = server.post("/solve", market, "Content-Type", "application/yaml");
    assertEquals(200, answer.statusCode(), answer::body);
    assertTrue(json(answer).has("prices"), answer::body);
  }

  @Test
  void methodsAndMediaTypesThatAreNotTakenAreSaid() throws Exception {
    HttpResponse<String> wrong = server.post("/commitments", "x", "Content-Type", "text/plain");
    problem(wrong, 405, "POST", "use GET");
    assertEquals("GET", wrong.headers().firstValue("Allow").orElse(""));
    problem(server.post("/gsim", "x", "Content-Type", "image/png"), 415, "image/png", "yaml");
    problem(server.post("/gsim", "", "Content-Type", "text/plain"), 422, "empty", "send");
  }

  @Test
  void drawsOfTheLabComeAsEventsWithBands() throws Exception {
    HttpResponse<String> answer =
        server.get("/lab/draws?on=gallium/refined&floor.gallium/refined=900");
    assertEquals("text/event-stream", answer.headers().firstValue("Content-Type").orElse(""));
    List<String> events = answer.body().lines().filter(line -> line.startsWith("event: ")).toList();
    assertEquals(100, events.stream().filter("event: draw"::equals).count());
    assertEquals(3, events.stream().filter("event: band"::equals).count());
    assertEquals("event: band", events.get(20), "after twenty draws");
    assertEquals("event: done", events.getLast());
  }

  @Test
  void whyNamesWhatAStateHangsOn() throws Exception {
    JsonNode why = json(server.get("/lab/why?on=gallium/refined&floor.gallium/refined=900"));
    assertTrue(why.get("priceBars").size() > 3, why::toString);
    assertTrue(why.toString().contains("floor"), why::toString);
  }

  @Test
  void aFaultyStateOfTheLabIsNamedWithItsColumn() throws Exception {
    JsonNode problem =
        problem(server.get("/lab?on=gallium/refind"), 400, "the question has 1 error", "");
    JsonNode fault = problem.get("errors").get(0);
    assertTrue(fault.get("maybe").asText().contains("gallium/refined"), fault::toString);
    assertTrue(fault.get("column").asInt() > 0, fault::toString);
  }

  /** Without script, style and what is packed on the way. */
  @Test
  void theFirstPageOfTheLabIsSmall() throws Exception {
    String page = server.send(server.request("/lab").GET()).body();
    int bytes = page.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    assertTrue(bytes <= 150_000, "bytes: " + bytes);
  }

  @Test
  void headAnswersWithoutABody() throws Exception {
    HttpResponse<String> head =
        server.send(
            server
                .request("/api/v1/partners")
                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertFalse(head.headers().firstValue("Content-Length").orElse("0").equals("0"));
  }

  @Test
  void answersArePackedForWhoeverTakesThat() throws Exception {
    HttpResponse<byte[]> packed =
        java.net.http.HttpClient.newHttpClient()
            .send(
                server.request("/api/v1/commitments", "Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
    assertTrue(packed.body().length < server.get("/commitments").body().length() / 2);
  }

  private static JsonNode problem(
      HttpResponse<String> answer, int status, String detail, String maybe) throws Exception {
    assertEquals(status, answer.statusCode(), answer::body);
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    JsonNode problem = json(answer);
    assertEquals(status, problem.get("status").asInt());
    assertTrue(problem.get("detail").asText().contains(detail), answer::body);
    assertTrue(problem.path("maybe").asText("").contains(maybe), answer::body);
    return problem;
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
