package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.app.vault.SampleVault;
import org.plimsoll.vault.ledger.Actor;

/** The vault over HTTP: who may what, and how the ledger's statuses are said. */
class VaultRoutesTest {
  private static final String PAY =
      "{\"verb\":\"pay\",\"participant\":\"acme\",\"currency\":\"USD\"";
  private static final Map<String, String> TOKENS = new TreeMap<>();

  @TempDir private static Path folder;
  private static OpenVault vault;
  private static LiveServer server;

  @BeforeAll
  static void start() {
    vault = SampleVault.open(SampleVault.emptyDatabase(), InstantSource.system());
    server = LiveServer.ofTinyWorld(folder, vault);
    Tokens tokens = Tokens.in(folder);
    for (String who : List.of("operator", "auditor", "participant:acme", "participant:bolt")) {
      String name = who.replace("participant:", "");
      TOKENS.put(name, tokens.add(name, Actor.parse(who)));
    }
    TOKENS.put("reader", tokens.add("reader", Role.READER));
  }

  @AfterAll
  static void stop() {
    assertEquals(List.of(), server.faults());
    server.close();
    vault.close();
  }

  private static HttpResponse<String> ask(
      String who, String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request = server.request(path, headers);
    if (!who.equals("nobody")) {
      request.header("Authorization", "Bearer " + TOKENS.get(who));
    }
    return server.send(
        request.method(
            method,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> get(String who, String path) throws Exception {
    return ask(who, "GET", Api.ROOT + "/vault/" + path, "");
  }

  private static HttpResponse<String> put(String who, String id, String body, String... more)
      throws Exception {
    String[] headers = new String[more.length + 2];
    System.arraycopy(more, 0, headers, 2, more.length);
    headers[0] = "Content-Type";
    headers[1] = "application/json";
    return ask(who, "PUT", Api.ROOT + "/vault/events/" + id, body, headers);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private static JsonNode refused(HttpResponse<String> answer, int status, String type)
      throws Exception {
    assertEquals(status, answer.statusCode(), answer::body);
    JsonNode problem = json(answer);
    assertEquals("/problems/" + type, problem.get("type").asText(), answer::body);
    return problem;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # path                     | operator | auditor | acme | bolt | reader | nobody
          api/v1/vault/stock         | 200      | 200     | 200  | 200  | 403    | 401
          api/v1/vault/lots          | 200      | 200     | 200  | 200  | 403    | 401
          api/v1/vault/draws-due     | 200      | 200     | 200  | 200  | 403    | 401
          api/v1/vault/journal       | 200      | 200     | 200  | 200  | 403    | 401
          api/v1/vault/terms         | 200      | 200     | 200  | 200  | 403    | 401
          api/v1/vault/verify        | 200      | 200     | 403  | 403  | 403    | 401
          api/v1/vault/statements/acme         | 200 | 200 | 200 | 403 | 403 | 401
          api/v1/vault/statements/ghost        | 400 | 400 | 403 | 403 | 403 | 401
          api/v1/vault/stock?participant=acme  | 200 | 200 | 200 | 403 | 403 | 401
          api/v1/vault/lots?participant=acme   | 200 | 200 | 200 | 403 | 403 | 401
          api/v1/vault/draws-due?participant=acme | 200 | 200 | 200 | 403 | 403 | 401
          api/v1/vault/journal?participant=acme   | 200 | 200 | 200 | 403 | 403 | 401
          vault                      | 200      | 200     | 200  | 200  | 200    | 200
          vault/part                 | 200      | 200     | 200  | 200  | 403    | 401
          vault/part?participant=acme | 200     | 200     | 200  | 403  | 403    | 401
          vault/proof                | 200      | 200     | 403  | 403  | 403    | 401
          """)
  void whoMayReadWhat(
      String path, int operator, int auditor, int acme, int bolt, int reader, int nobody)
      throws Exception {
    Map<String, Integer> wanted =
        new TreeMap<>(
            Map.of(
                "operator",
                operator,
                "auditor",
                auditor,
                "acme",
                acme,
                "bolt",
                bolt,
                "reader",
                reader,
                "nobody",
                nobody));
    Map<String, Integer> got = new TreeMap<>();
    for (String who : wanted.keySet()) {
      HttpResponse<String> answer = ask(who, "GET", "/" + path, "");
      got.put(who, answer.statusCode());
      if (answer.statusCode() == 200) {
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""), path);
      }
    }
    assertEquals(wanted, got);
  }

  @Test
  void aParticipantSeesNothingOfAnother() throws Exception {
    for (String path :
        List.of("stock", "lots", "draws-due", "journal", "statements/bolt", "terms")) {
      String body = get("bolt", path).body();
      assertFalse(body.contains("acme"), () -> path + ": " + body);
    }
    assertTrue(get("operator", "stock?participant=bolt").body().contains("\"c2\""));
    String part = ask("bolt", "GET", "/vault/part", "").body();
    assertTrue(part.contains("As participant: bolt") && part.contains("200.000"), part);
    assertFalse(part.contains("acme"), part);
  }

  @Test
  void anEventIsBookedOnceHoweverOftenItIsSent() throws Exception {
    HttpResponse<String> first = put("operator", "p1", PAY + ",\"amount\":\"1.50\"}");
    assertEquals(201, first.statusCode(), first::body);
    assertEquals("posted", json(first).get("status").asText());
    HttpResponse<String> again = put("operator", "p1", PAY + ",\"amount\":1.5}");
    assertEquals(200, again.statusCode(), again::body);
    assertEquals("exists", json(again).get("status").asText());
    assertEquals(json(first).get("hash"), json(again).get("hash"));
    JsonNode other = refused(put("operator", "p1", PAY + ",\"amount\":\"2.50\"}"), 409, "conflict");
    assertEquals("id-taken", other.get("ledger").asText());
  }

  @Test
  void aRefusalSaysWhyAndWhatToDo() throws Exception {
    String draw = "{\"verb\":\"draw\",\"participant\":\"acme\",\"contract\":\"c1\",\"lot\":\"l1\"";
    JsonNode large =
        refused(
            put("acme", "d2", draw + ",\"site\":\"north\",\"mass_g\":600000}"), 409, "conflict");
    assertEquals("draw-limit", large.get("ledger").asText());
    JsonNode vague = refused(put("acme", "d2", draw + ",\"site\":\"north\"}"), 422, "refused");
    assertEquals("field-missing", vague.get("ledger").asText());
    JsonNode foreign =
        refused(put("bolt", "d2", draw + ",\"site\":\"north\",\"mass_g\":1}"), 403, "not-allowed");
    assertEquals(
        "ask as participant:acme or as operator", foreign.get("maybe").asText(), foreign::toString);
    JsonNode unread =
        refused(
            put("acme", "d2", draw + ",\"site\":\"north\",\"mass_g\":\"lots\"}"),
            422,
            "document-faults");
    assertEquals("mass_g is 'lots'", unread.get("detail").asText());
    assertTrue(unread.get("maybe").asText().contains("250000"), unread::toString);
    JsonNode slip = refused(put("operator", "l2", acquire("99.99")), 422, "refused");
    assertEquals("write 0.9999, not 99.99", slip.get("maybe").asText());
    refused(put("acme", "d2", "{\"id\":\"d3\",\"verb\":\"end\"}"), 422, "document-faults");
    refused(put("acme", "d2", "{\"verb\""), 422, "document-faults");
    refused(put("auditor", "d2", draw + ",\"site\":\"north\",\"mass_g\":1}"), 403, "not-allowed");
    assertEquals(400, get("operator", "statements/acme?use=gallium").statusCode());
  }

  private static String acquire(String assay) {
    return "{\"verb\":\"acquire\",\"lot\":\"l2\",\"site\":\"north\","
        + "\"product\":\"gallium/refined\","
        + "\"form\":\"ingot\",\"grade\":\"4N\",\"mass_g\":1000,\"origin\":\"JPN\","
        + "\"custody\":\"keeper\",\"assay\":"
        + assay
        + "}";
  }

  /** Two clients look at the same journal; the second is told that it has gone on. */
  @Test
  void whoWritesOnWhatWasSupersededIsTold() throws Exception {
    String seen = get("operator", "stock").headers().firstValue("ETag").orElseThrow();
    String one = PAY + ",\"amount\":\"0.01\"}";
    assertEquals(201, put("operator", "s1", one, "If-Match", seen).statusCode());
    JsonNode late = refused(put("operator", "s2", one, "If-Match", seen), 412, "superseded");
    assertTrue(late.get("maybe").asText().contains("look again"), late::toString);
    assertEquals(
        200,
        put("operator", "s1", one, "If-Match", seen).statusCode(),
        "sent again after its answer was lost");
    String now = get("operator", "lots").headers().firstValue("ETag").orElseThrow();
    assertEquals(201, put("operator", "s2", one, "If-Match", now).statusCode());
    JsonNode foreign =
        refused(put("bolt", "s3", one, "If-Match", now.replace('0', '1')), 412, "superseded");
    assertFalse(foreign.toString().contains("acme"), foreign::toString);
  }

  @Test
  void manyEventsAreAnsweredLineByLine() throws Exception {
    String csv = "id,verb,participant,amount,currency\nb1,pay,acme,0.01,USD\nb2,pay,acme,x,USD\n";
    HttpResponse<String> answer =
        ask("operator", "POST", Api.ROOT + "/vault/events", csv, "Content-Type", "text/csv");
    assertEquals(200, answer.statusCode(), answer::body);
    String[] lines = answer.body().split("\n", -1);
    assertTrue(
        lines[0].startsWith("{\"id\":\"b1\",\"status\":\"posted\",\"posted_at\":"), lines[0]);
    assertEquals("{\"id\":\"b2\",\"status\":\"unreadable\"}", lines[1]);
    String json =
        """
        {"id":"b1","verb":"pay","participant":"acme","amount":"0.01","currency":"USD"}
        [1]
        """;
    String[] type = {"Content-Type", "application/x-ndjson"};
    HttpResponse<String> again = ask("operator", "POST", Api.ROOT + "/vault/events", json, type);
    assertTrue(again.body().startsWith("{\"id\":\"b1\",\"status\":\"exists\""), again::body);
    assertTrue(
        again.body().endsWith("{\"id\":\"line2\",\"status\":\"unreadable\"}\n"), again::body);
    HttpResponse<String> conditional =
        ask(
            "operator",
            "POST",
            Api.ROOT + "/vault/events",
            json,
            "Content-Type",
            "application/x-ndjson",
            "If-Match",
            "\"x\"");
    assertEquals(422, conditional.statusCode(), conditional::body);
    assertEquals(
        415,
        ask("operator", "POST", Api.ROOT + "/vault/events", json, "Content-Type", "text/plain")
            .statusCode());
  }

  @Test
  void aShortageIsSharedByTheMarkOfItsSimulation() throws Exception {
    String query = "/vault/allocations?product=gallium/refined&form=ingot&grade=4N&mass-g=1000";
    String wishes = "participant,contract,mass_g,use,bid\nacme,c1,1000,,\n";
    JsonNode simulated = json(allocate("operator", query, wishes));
    assertEquals(1000, simulated.get("sharedGrams").asInt(), simulated::toString);
    String marked = query + "&simulated=" + simulated.get("mark").asText();
    refused(allocate("acme", query, wishes), 403, "not-allowed");
    HttpResponse<String> booked = allocate("operator", marked, wishes);
    assertEquals(200, booked.statusCode(), booked::body);
    assertTrue(booked.body().contains("\"status\":\"posted\""), booked::body);
    refused(allocate("operator", marked, wishes), 409, "superseded");
    assertEquals(422, allocate("operator", query.replace("&form=ingot", ""), wishes).statusCode());
    String endless = "participant,contract,mass_g,use,bid\nacme,c1,1000,,1e999999999\n";
    assertEquals(422, allocate("operator", query, endless).statusCode());
  }

  private static HttpResponse<String> allocate(String who, String query, String wishes)
      throws Exception {
    return ask(who, "POST", Api.ROOT + query, wishes, "Content-Type", "text/csv");
  }

  @Test
  void theChainIsProvedUpToAHashThatWasKept() throws Exception {
    JsonNode proof = json(get("auditor", "verify"));
    assertTrue(proof.get("isSound").asBoolean(), proof::toString);
    String head = proof.get("journalHash").asText();
    assertTrue(json(get("auditor", "verify?head=" + head)).get("isSound").asBoolean());
    JsonNode cut = json(get("auditor", "verify?head=" + "0".repeat(64)));
    assertFalse(cut.get("isSound").asBoolean());
    assertTrue(cut.get("findings").toString().contains("cut off"), cut::toString);
    assertEquals(400, get("auditor", "verify?head=5").statusCode());
    assertTrue(ask("operator", "GET", "/vault/proof", "").body().contains("sound up to row"));
  }

  /** The statement on the page is the one that the verb writes. */
  @Test
  void theStatementOnThePageIsTheReportsOwn() throws Exception {
    for (String who : List.of("acme", "operator")) {
      HttpResponse<String> report =
          ask(who, "GET", Api.ROOT + "/vault/statements/acme", "", "Accept", "text/html");
      assertTrue(report.body().startsWith("<!DOCTYPE html>"), report::body);
      HttpResponse<String> part = ask(who, "GET", "/vault/part?participant=acme", "");
      SameSections.check(report.body(), part.body());
    }
    String few = "?from=2026-03-01&until=2026-03-02&use=gallium/refined=12.5";
    SameSections.check(
        ask("acme", "GET", Api.ROOT + "/vault/statements/acme" + few, "", "Accept", "text/html")
            .body(),
        ask("acme", "GET", "/vault/part" + few, "").body());
  }

  @Test
  void aRoleIsOfferedWhatItMayPost() throws Exception {
    String acme = ask("acme", "GET", "/vault/part", "").body();
    assertTrue(acme.contains("data-verb=\"draw\"") && acme.contains("readonly"), acme);
    assertFalse(acme.contains("data-verb=\"acquire\""), acme);
    assertTrue(ask("operator", "GET", "/vault/part", "").body().contains("data-verb=\"acquire\""));
    assertFalse(ask("auditor", "GET", "/vault/part", "").body().contains("data-verb"));
  }

  @Test
  void whoIsNotInTheJournalYetMayCommit() throws Exception {
    TOKENS.put("fresh", Tokens.in(folder).add("fresh", Actor.participant("fresh")));
    refused(get("fresh", "stock"), 400, "bad-parameter");
    String part = ask("fresh", "GET", "/vault/part", "").body();
    assertTrue(part.contains("nothing of fresh yet") && part.contains("commit"), part);
    String commit =
        "{\"verb\":\"commit\",\"participant\":\"fresh\",\"product\":\"gallium/refined\","
            + "\"form\":\"ingot\",\"grade\":\"4N\",\"mass_g\":1000,\"price\":300,"
            + "\"currency\":\"USD\"}";
    assertEquals(201, put("fresh", "f1", commit).statusCode());
    assertTrue(ask("fresh", "GET", "/vault/part", "").body().contains("id=\"position\""));
  }

  @Test
  void aDatabaseThatFailsIsSaidAndIsNoFaultOfTheProgram(@TempDir Path other) throws Exception {
    String url = SampleVault.emptyDatabase();
    try (OpenVault failing = SampleVault.open(url, InstantSource.system());
        LiveServer without = LiveServer.ofTinyWorld(other, failing)) {
      String[] token = {"Authorization", "Bearer " + Tokens.in(other).add("o", Actor.OPERATOR)};
      SampleVault.drop(url);
      JsonNode read = refused(without.get("/vault/stock", token), 503, "vault");
      assertTrue(read.get("maybe").asText().contains("again is safe"), read::toString);
      refused(without.put("/vault/events/p1", PAY + ",\"amount\":1}", token), 503, "vault");
      assertEquals(List.of(), without.faults());
    }
  }

  @Test
  void logsAndAuditHoldNothingOfTheVault() throws Exception {
    get("operator", "stock?participant=acme");
    put("operator", "secret-id", PAY + ",\"amount\":\"0.01\"}");
    String log = String.join("\n", server.log());
    String audit = Files.readString(folder.resolve("audit.jsonl"));
    assertTrue(audit.contains("\"route\":\"/vault/events/{id}\""), audit);
    assertTrue(log.contains("\"route\":\"/vault/stock\""), log);
    for (String secret : List.of("participant=", "amount", "secret-id", "c1", TOKENS.get("acme"))) {
      assertFalse(log.contains(secret) || audit.contains(secret), secret);
    }
  }

  @Test
  void aServerWithoutAVaultSaysHowToStartOneWithIt(@TempDir Path other) throws Exception {
    try (LiveServer without = LiveServer.ofTinyWorld(other)) {
      String token = "Bearer " + Tokens.in(other).add("o", Actor.OPERATOR);
      HttpResponse<String> answer = without.get("/vault/stock", "Authorization", token);
      JsonNode problem = refused(answer, 404, "no-vault");
      assertTrue(problem.get("maybe").asText().contains("serve --vault"), problem::toString);
      String page = without.send(without.request("/vault").GET()).body();
      assertTrue(page.contains("plimsoll serve --vault FOLDER"), page);
      assertFalse(page.contains("sign-in"), page);
    }
  }
}
