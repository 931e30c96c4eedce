package org.plimsoll.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.plimsoll.app.plan.PlanMaker;
import org.plimsoll.app.server.Server;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.sources.pack.StampedWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll serve}. */
@Command(
    name = "serve",
    description = {
      "Serves what the command line says, to browsers and programs, until it is stopped.",
      "On this machine alone, unless told otherwise. What it answers: /api/v1/openapi.json."
    },
    footer = {
      "  plimsoll serve",
      "  plimsoll serve --port 0                     a free port",
      "  plimsoll serve --listen 0.0.0.0 --host plimsoll.example.org     behind a proxy",
      "  plimsoll serve --vault my-vault             with a vault, for those who hold its tokens",
      "",
      "Ctrl+C, or SIGTERM, stops it: what is being answered is answered first."
    })
final class ServeVerb extends ConsoleVerb {
  private static final int HIGHEST_PORT = 65_535;
  private static final long MOST_UPLOADS = 1 << 20;
  private static final long MIB = 1 << 20;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "To listen at; default: ${DEFAULT-VALUE}; 0 takes a free one.")
  private int port = 8042;

  @Option(
      names = "--listen",
      paramLabel = "ADDR",
      description = "Address to listen at; default: this machine alone, 127.0.0.1.")
  private String listen = "127.0.0.1";

  @Option(
      names = "--host",
      paramLabel = "NAMES",
      split = ",",
      description = "Further names that it may be called by, such as that of a proxy before it.")
  private List<String> hosts = List.of();

  @Option(
      names = "--world",
      paramLabel = "DIR",
      description = "The world pack to serve; default: world/ of this project.")
  private Optional<Path> world = Optional.empty();

  @Option(
      names = "--vault",
      paramLabel = "FOLDER",
      description = "Serve the vault in this folder too: docs/guides/operate-a-vault.md.")
  private Optional<Path> vault = Optional.empty();

  @Option(
      names = "--schedules",
      paramLabel = "DIR",
      description = {
        "Schedules to assess customs entries by: files, and folders of versions; default:",
        "examples/border of this project, which is made up."
      })
  private Optional<Path> schedules = Optional.empty();

  @Option(
      names = "--uploads",
      paramLabel = "MIB",
      description = {
        "Disk for customs entries and what is made of them, MiB; default: ${DEFAULT-VALUE}."
      })
  private long uploads = 2048;

  @Option(
      names = "--metrics",
      paramLabel = "PORT",
      description = "Say in Prometheus' text what is asked, on this port of the loopback.")
  private Optional<Integer> metrics = Optional.empty();

  @Option(
      names = "--log",
      description = "A line of JSON on standard error for each request, never its query.")
  private boolean log;

  @Option(
      names = "--rehearse",
      hidden = true,
      description = "Answer questions of its own, then stop: how the launcher trains its cache.")
  private boolean rehearse;

  @Mixin private final StateFolder state = new StateFolder();
  @Mixin final HelpOption help = new HelpOption();

  private final PlanMaker maker;

  ServeVerb(Console console, PlanMaker maker) {
    super(console);
    this.maker = maker;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw Refusal.of("--port is " + port, "write one up to " + HIGHEST_PORT);
    }
    StampedWorld read = console.openWorld(world);
    Optional<OpenVault> opened =
        vault.map(folder ->
            OpenVault.in(folder, InstantSource.system(), OpenVault.catalogue(read.evidence())));
    if (uploads < 1 || uploads > MOST_UPLOADS) {
      throw Refusal.of("--uploads is " + uploads, "write MiB up to " + MOST_UPLOADS);
    }
    Server.Setup setup =
        new Server.Setup(
            console.session(),
            console.session().world(world),
            read,
            address(),
            port,
            hosts,
            state.folder(),
            new Server.Customs(
                schedules.orElseGet(() -> console.session().root().resolve("examples/border")),
                uploads * MIB),
            maker,
            metrics.map(OptionalInt::of).orElseGet(OptionalInt::empty),
            log ? this::say : line -> {},
            opened);
    Server server = Server.start(setup, this::report);
    opened.ifPresentOrElse(
        open -> {
          open.beforeExit(server::close);
          open.serveAt(server.address());
        },
        () -> Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop")));
    console.print(List.of("Plimsoll is at " + server.address() + "   (Ctrl+C stops it)"));
    server.metricsAddress().ifPresent(at -> console.print(List.of("Its metrics are at " + at)));
    int answered = server.rehearse();
    if (rehearse) {
      ask(server.address() + "api/v1/partners");
      server.close();
      return console.print(List.of("answered " + answered + " questions of its own"));
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private static void ask(String address) throws IOException {
    try (InputStream answer = URI.create(address).toURL().openStream()) {
      answer.transferTo(OutputStream.nullOutputStream());
    }
  }

  private void say(String line) {
    synchronized (this) {
      console.aside(List.of(line));
    }
  }

  private void report(Throwable fault) {
    synchronized (this) {
      fault.printStackTrace(console.terminal().err());
      console.terminal().err().flush();
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(listen);
    } catch (UnknownHostException e) {
      throw Refusal.of("--listen is '" + listen + "', which is no address", "write 127.0.0.1");
    }
  }
}
