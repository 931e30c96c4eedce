package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Session;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.vault.ledger.Actor;

/** Who may ask: hosts, origins, tokens, roles; and what does not get through at all. */
class GateTest {
  @TempDir private Path folder;
  private LiveServer server;

  @BeforeEach
  void start() {
    server = LiveServer.ofTinyWorld(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anotherHostIsRefusedSoThatNoNameCanBePointedHere() throws Exception {
    String answer =
        server.raw(
            "GET /api/v1/partners HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
    assertTrue(answer.contains("evil.example"), answer);
  }

  @Test
  void aPageOfAnotherSiteCannotWrite() throws Exception {
    String body = "regions: []";
    for (String[] foreign :
        List.of(
            new String[] {"Origin", "http://evil.example"},
            new String[] {"Sec-Fetch-Site", "cross-site"})) {
      var answer = server.post("/gsim", body, "Content-Type", "text/plain", foreign[0], foreign[1]);
      assertEquals(403, answer.statusCode(), answer::body);
      assertTrue(answer.body().contains("foreign-page"), answer::body);
    }
    var own =
        server.post("/gsim", body, "Content-Type", "text/plain", "Sec-Fetch-Site", "same-origin");
    assertEquals(422, own.statusCode(), own::body);
  }

  @Test
  void aTokenThatIsNotKnownIsRefusedEvenWhereNoneIsNeeded() throws Exception {
    assertEquals(200, server.get("/partners").statusCode());
    var wrong = server.get("/partners", "Authorization", "Bearer abc");
    assertEquals(401, wrong.statusCode(), wrong::body);
    assertEquals("Bearer", wrong.headers().firstValue("WWW-Authenticate").orElse(""));
    String text = new Tokens(folder.resolve("tokens")).add("alice", Role.READER);
    assertEquals(200, server.get("/partners", "Authorization", "Bearer " + text).statusCode());
    new Tokens(folder.resolve("tokens")).revoke("alice");
    assertEquals(401, server.get("/partners", "Authorization", "Bearer " + text).statusCode());
  }

  @Test
  void whoAsksTooOftenIsToldToWait() throws Exception {
    String bearer = "Bearer " + new Tokens(folder.resolve("tokens")).add("eager", Role.READER);
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      asked.add(server.sendAsync(server.request(Api.ROOT + "/partners", "Authorization", bearer)));
    }
    int refused = 0;
    for (CompletableFuture<HttpResponse<String>> each : asked) {
      HttpResponse<String> answer = each.join();
      if (answer.statusCode() == 429) {
        refused++;
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
        assertTrue(answer.body().contains("ask again"), answer::body);
      }
    }
    assertTrue(refused > 0, "nobody was told");
    assertEquals(
        refused,
        server.log().stream().filter(line -> line.matches(".*\"status\": ?429.*")).count(),
        "the log knows of each");
    assertEquals(200, server.get("/partners").statusCode());
  }

  /** A browser cannot be told to send a header; it asks a person, and sends what it is told. */
  @Test
  void aPageThatIsOpenedAsksForTheToken() throws Exception {
    String text = new Tokens(folder.resolve("tokens")).add("desk", Role.READER);
    String[] opened = {"Accept", "text/html,*/*;q=0.8", "Authorization", ""};
    opened[3] = basic("anybody", "a wrong one");
    var wrong = server.get("/partners", opened);
    assertEquals(401, wrong.statusCode());
    assertTrue(wrong.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic realm"));
    opened[3] = basic("anybody", text);
    assertEquals(200, server.get("/partners", opened).statusCode());
    opened[3] = "Basic !";
    assertEquals(401, server.get("/partners", opened).statusCode());
    var script =
        server.get(
            "/partners",
            "Accept",
            "text/html",
            "Sec-Fetch-Mode",
            "cors",
            "Authorization",
            basic("a", "b"));
    assertEquals("Bearer", script.headers().firstValue("WWW-Authenticate").orElse(""));
  }

  private static String basic(String name, String password) {
    byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** The same gate as beyond the loopback has, asked without a network. */
  @Test
  void beyondTheLoopbackEverythingNeedsATokenOfItsRole() {
    Tokens tokens = new Tokens(folder.resolve("others"));
    String reader = tokens.add("r", Role.READER);
    String customs = tokens.add("c", Role.CUSTOMS);
    Gate gate = new Gate(List.of("host"), tokens, false);
    Route read = route("GET", Role.READER);
    Route write = route("POST", Role.CUSTOMS);
    assertThrows(Api.ProblemFound.class, () -> gate.requireRole(asked(""), read));
    gate.requireRole(asked(reader), read);
    gate.requireRole(asked(customs), read);
    assertThrows(Api.ProblemFound.class, () -> gate.requireRole(asked(reader), write));
    gate.requireRole(asked(customs), write);
    Gate loopback = new Gate(List.of("host"), tokens, true);
    assertThrows(Api.ProblemFound.class, () -> loopback.requireRole(asked(""), write));
    String acme = tokens.add("a", Actor.participant("acme"));
    Route vault = route("GET", Role.VAULT);
    for (Gate each : List.of(gate, loopback)) {
      assertThrows(Api.ProblemFound.class, () -> each.requireRole(asked(""), vault));
      assertThrows(Api.ProblemFound.class, () -> each.requireRole(asked(reader), vault));
      assertEquals("a", each.requireRole(asked(acme), vault).orElseThrow().name());
      assertTrue(each.requireRole(asked(""), route("GET", Role.ANYBODY)).isEmpty());
    }
  }

  @Test
  void tokensAreKeptAsHashesThatTheirOwnerAloneMayRead() throws Exception {
    Path file = folder.resolve("kept");
    String text = new Tokens(file).add("alice", Role.EDITOR);
    assertFalse(Files.readString(file).contains(text));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertThrows(Refusal.class, () -> new Tokens(file).add("alice", Role.READER));
    assertThrows(Refusal.class, () -> new Tokens(file).revoke("bob"));
    assertThrows(Refusal.class, () -> new KnownTokens(folder).add("bob", "king"));
  }

  @Test
  void aTokenOfTheVaultSaysAsWhom() {
    KnownTokens tokens = new KnownTokens(folder);
    for (String role : List.of("vault:operator", "vault:auditor", "vault:participant:acme")) {
      String text = tokens.add(role.replace(':', '-'), role);
      Tokens.Token token = Tokens.in(folder).find(text).orElseThrow();
      assertEquals(Role.VAULT, token.role());
      assertEquals(role, token.roleWord());
      assertEquals("vault:" + token.actor().orElseThrow(), role);
    }
    for (String role :
        List.of("vault", "vault:boss", "vault:participant:", "vault:participant:a b", "anybody")) {
      Refusal refusal = assertThrows(Refusal.class, () -> tokens.add("x", role), role);
      assertTrue(refusal.text().contains("'" + role + "'"), refusal::text);
    }
    assertTrue(tokens.answer().tables().getFirst().rows().size() == 3);
  }

  @Test
  void listeningBeyondTheLoopbackWithoutATokenIsRefused() throws Exception {
    StampedWorld world = StampedWorld.inMemory(TinyWorld.evidence());
    Session session = new Session(at -> new Loaded<>(world, List.of(), RowCount.NONE), folder);
    Server.Setup setup =
        new Server.Setup(
            session,
            folder,
            world,
            InetAddress.getByName("0.0.0.0"),
            0,
            List.of(),
            folder.resolve("none"),
            LiveServer.CUSTOMS,
            LiveServer::sample,
            OptionalInt.empty(),
            line -> {},
            Optional.empty());
    Refusal refusal = assertThrows(Refusal.class, () -> Server.start(setup, fault -> {}));
    assertTrue(refusal.wayOut().contains("token add"), refusal::text);
  }

  @Test
  void aPortThatIsTakenIsNamedWithItsOption() {
    Refusal refusal = assertThrows(Refusal.class, () -> start(server.port(), OptionalInt.empty()));
    assertTrue(refusal.problem().contains(":" + server.port()), refusal::text);
    assertTrue(refusal.wayOut().contains("--port 0"), refusal::text);
    refusal = assertThrows(Refusal.class, () -> start(0, OptionalInt.of(server.port())));
    assertTrue(refusal.wayOut().contains("--metrics 0"), refusal::text);
  }

  private Server start(int port, OptionalInt metrics) {
    StampedWorld world = StampedWorld.inMemory(TinyWorld.evidence());
    Session session = new Session(at -> new Loaded<>(world, List.of(), RowCount.NONE), folder);
    Server.Setup setup =
        new Server.Setup(
            session,
            folder,
            world,
            InetAddress.getLoopbackAddress(),
            port,
            List.of(),
            folder.resolve("none"),
            LiveServer.CUSTOMS,
            LiveServer::sample,
            metrics,
            line -> {},
            Optional.empty());
    return Server.start(setup, fault -> {});
  }

  @Test
  void noPathLeadsToAFile() throws Exception {
    for (String path :
        List.of(
            "/api/v1/scenarios/../../pom.xml",
            "/api/v1/scenarios/..%2f..%2fpom.xml",
            "/api/v1/scenarios/%2e%2e/%2e%2e/etc/passwd",
            "/../../etc/passwd",
            "/api/v1/scenarios//etc/passwd")) {
      String answer = server.rawGet(path);
      assertTrue(answer.matches("(?s)HTTP/1\\.1 40[04].*"), path + ": " + answer);
      assertFalse(answer.contains("root:"), answer);
      assertTrue(answer.contains("\"detail\""), answer);
    }
  }

  @Test
  void noHeaderIsInjected() throws Exception {
    var answer = server.get("/partners?table=a%0d%0aSet-Cookie:%20x=1&limit=1");
    assertEquals(400, answer.statusCode(), answer::body);
    assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    String raw =
        server.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\nConnection: close\r\n\r\n");
    assertTrue(raw.startsWith("HTTP/1.1 400"), raw);
  }

  @Test
  void whatIsTooLargeOrTooDeepIsRefusedAndNothingFails() throws Exception {
    String[] yaml = {"Content-Type", "application/yaml"};
    var large = server.post("/solve", "x".repeat((4 << 20) + 100), yaml);
    assertEquals(413, large.statusCode(), large::body);
    var deep = server.post("/solve", "[".repeat(10_000) + "]".repeat(10_000), yaml);
    assertEquals(422, deep.statusCode(), deep::body);
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    var burst = server.post("/solve", bomb.toString(), yaml);
    assertEquals(422, burst.statusCode(), burst::body);
    var deepMarket =
        server.post("/solve", "nodes:\n  " + "[".repeat(10_000) + "]".repeat(10_000), yaml);
    assertEquals(422, deepMarket.statusCode(), deepMarket::body);
    String longest =
        "GET /api/v1/partners?x=" + "y".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assertTrue(server.raw(longest).matches("(?s)HTTP/1\\.1 4(14|31).*"));
    assertEquals(List.of(), server.faults());
  }

  private static Route route(String method, Role role) {
    return new Route(
        method,
        "/x",
        "",
        List.of(),
        Route.Body.NONE,
        role,
        Work.FILE,
        new Route.Says.Document("", List.of(), (world, asked) -> Reply.empty(200)));
  }

  private static Request asked(String token) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Host", "host");
    if (!token.isEmpty()) {
      headers.put("Authorization", "Bearer " + token);
    }
    return new Request() {
      @Override
      public String method() {
        return "GET";
      }

      @Override
      public String path() {
        return "/x";
      }

      @Override
      public String query() {
        return "";
      }

      @Override
      public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
      }

      @Override
      public String remoteAddress() {
        return "192.0.2.1";
      }

      @Override
      public InputStream body() {
        return InputStream.nullInputStream();
      }
    };
  }
}
