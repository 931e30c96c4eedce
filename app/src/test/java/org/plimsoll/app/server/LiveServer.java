package org.plimsoll.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.plimsoll.app.plan.PlanMaker;
import org.plimsoll.app.plan.SamplePlan;
import org.plimsoll.app.session.Session;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/** A server on a free port, and a client of it. */
public final class LiveServer implements AutoCloseable {
  /** The project's folder. */
  public static final Path ROOT = Path.of(System.getProperty("plimsoll.root", ".."));

  /** The schedule that comes with the program, and room for what tests bring. */
  static final Server.Customs CUSTOMS =
      new Server.Customs(ROOT.resolve("examples/border"), 64L << 20);

  private final Server server;
  private final Evidence evidence;
  private final List<Throwable> faults;
  private final List<String> log;
  private final HttpClient client = HttpClient.newHttpClient();

  private LiveServer(Server server, Evidence evidence, List<Throwable> faults, List<String> log) {
    this.server = server;
    this.evidence = evidence;
    this.faults = faults;
    this.log = log;
  }

  /** Of the world that comes with the program. */
  public static LiveServer ofWorld(Path state) {
    return ofWorld(state, LiveServer::sample);
  }

  /** The same with a vault, which is closed by whoever opened it. */
  public static LiveServer ofWorld(Path state, OpenVault vault) {
    Session session = new Session(RealWorld::open, ROOT);
    return start(
        session,
        session.openWorld(Optional.empty()),
        state,
        CUSTOMS,
        LiveServer::sample,
        Optional.of(vault));
  }

  /** The same, whose plans are made by this. */
  static LiveServer ofWorld(Path state, PlanMaker maker) {
    Session session = new Session(RealWorld::open, ROOT);
    return start(
        session, session.openWorld(Optional.empty()), state, CUSTOMS, maker, Optional.empty());
  }

  /** Of three countries. */
  static LiveServer ofTinyWorld(Path root) {
    return ofTinyWorld(root, LiveServer::sample);
  }

  /** The same, whose plans are made otherwise. */
  static LiveServer ofTinyWorld(Path root, PlanMaker maker) {
    return ofTinyWorld(root, CUSTOMS, maker, Optional.empty());
  }

  /** The same, whose customs officers work otherwise. */
  static LiveServer ofTinyWorld(Path root, Server.Customs customs, PlanMaker maker) {
    return ofTinyWorld(root, customs, maker, Optional.empty());
  }

  /** The same with a vault, which is closed by whoever opened it. */
  static LiveServer ofTinyWorld(Path root, OpenVault vault) {
    return ofTinyWorld(root, CUSTOMS, LiveServer::sample, Optional.of(vault));
  }

  private static LiveServer ofTinyWorld(
      Path root, Server.Customs customs, PlanMaker maker, Optional<OpenVault> vault) {
    write(root.resolve("scenarios/action-plan-2026.yaml"));
    StampedWorld world = StampedWorld.inMemory(TinyWorld.evidence());
    Session session = new Session(folder -> new Loaded<>(world, List.of(), RowCount.NONE), root);
    return start(session, world, root, customs, maker, vault);
  }

  /** A scenario by the name of the plan's. */
  private static void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, ScenarioFile.print(TinyWorld.scenario()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LiveServer start(
      Session session,
      StampedWorld world,
      Path state,
      Server.Customs customs,
      PlanMaker maker,
      Optional<OpenVault> vault) {
    List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    Server.Setup setup =
        new Server.Setup(
            session,
            session.world(Optional.empty()),
            world,
            InetAddress.getLoopbackAddress(),
            0,
            List.of(),
            state,
            customs,
            maker,
            OptionalInt.of(0),
            log::add,
            vault);
    return new LiveServer(Server.start(setup, faults::add), world.evidence(), faults, log);
  }

  /** A plan on made-up numbers, after ten pieces of work that can be stopped. */
  static ActionPlan sample(
      Evidence evidence, Scenario scenario, Settings settings, Workers workers) {
    workers.map("pieces", List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), piece -> piece);
    return SamplePlan.plan();
  }

  /** Where it is, without the last slash. */
  public String address() {
    return server.address().replaceAll("/$", "");
  }

  int port() {
    return URI.create(server.address()).getPort();
  }

  /** Asks itself its own questions. */
  int rehearse() throws IOException {
    return server.rehearse();
  }

  /** The world that it answers from. */
  Evidence evidence() {
    return evidence;
  }

  /** What it wrote of each request. */
  List<String> log() {
    return log;
  }

  /** What its metrics say. */
  String metrics() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(server.metricsAddress().orElseThrow()))).body();
  }

  /** What the program itself did wrong. */
  List<Throwable> faults() {
    return faults;
  }

  /** A GET of what is below /api/v1. */
  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(request(Api.ROOT + path, headers).GET());
  }

  /** The same, as bytes. */
  byte[] bytes(String path) throws IOException, InterruptedException {
    return client
        .send(request(Api.ROOT + path).build(), HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  /** A PUT of JSON. */
  public HttpResponse<String> put(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(
        request(Api.ROOT + path, headers)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(request(Api.ROOT + path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** What it answers to a GET of this path, whatever is in it. */
  String rawGet(String path) throws IOException {
    return raw("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));
  }

  /** What it answers to bytes that no well-bred client sends, until it closes. */
  String raw(String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
