package org.plimsoll.app.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.plimsoll.app.lab.LabDraws;
import org.plimsoll.app.lab.LabMarkets;
import org.plimsoll.app.lab.LabPresets;
import org.plimsoll.app.lab.LabWords;
import org.plimsoll.app.market.PastEpisodes;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.plan.PlanMaker;
import org.plimsoll.app.server.http.Listener;
import org.plimsoll.app.server.http.Site;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Session;
import org.plimsoll.app.session.Version;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.sources.pack.StampedWorld;

/** A server that answers from one world, until it is closed. */
public final class Server implements AutoCloseable {
  private final Listener listener;
  private final Optional<Listener> metrics;
  private final Jobs jobs;
  private final ForkJoinPool pool;
  private final Api api;
  private final Rehearsal rehearsal;
  private final InetAddress address;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private Server(
      Listener listener,
      Optional<Listener> metrics,
      Jobs jobs,
      ForkJoinPool pool,
      Api api,
      Rehearsal rehearsal,
      InetAddress address) {
    this.listener = listener;
    this.metrics = metrics;
    this.jobs = jobs;
    this.pool = pool;
    this.api = api;
    this.rehearsal = rehearsal;
    this.address = address;
  }

  /**
   * What a server is started with.
   *
   * @param session the project's folder
   * @param folder of the world
   * @param world as it was read
   * @param address to listen at
   * @param port to listen at; 0 takes a free one
   * @param hosts further names that requests may call it by, such as that of a proxy
   * @param state folder of what outlives it: tokens, plans, uploads
   * @param customs what customs entries are kept and assessed by
   * @param maker makes plans
   * @param metricsPort of /metrics, on the loopback; empty for none, 0 for a free one
   * @param log takes a line of JSON for each request
   * @param vault that is served beside, and closed by whoever opened it; empty for none
   */
  public record Setup(
      Session session,
      Path folder,
      StampedWorld world,
      InetAddress address,
      int port,
      List<String> hosts,
      Path state,
      Customs customs,
      PlanMaker maker,
      OptionalInt metricsPort,
      Consumer<String> log,
      Optional<OpenVault> vault) {
    public Setup {
      hosts = List.copyOf(hosts);
    }
  }

  /**
   * What customs entries are kept and assessed by.
   *
   * @param schedules folder of schedules; need not be there
   * @param bytes that uploads and what is made of them may take on the disk, all together
   */
  public record Customs(Path schedules, long bytes) {}

  /**
   * Starts to listen.
   *
   * @param faults is told of what the program itself did wrong
   * @throws Refusal if the port is taken, or who asks from elsewhere could not be told apart
   */
  public static Server start(Setup setup, Consumer<Throwable> faults) {
    Tokens tokens = Tokens.in(setup.state());
    boolean isLoopback = setup.address().isLoopbackAddress();
    if (!isLoopback && tokens.list().isEmpty()) {
      throw Refusal.of(
          "--listen is %s, which others can reach, and there is no token"
              .formatted(setup.address().getHostAddress()),
          "make one first: plimsoll token add NAME --role reader");
    }
    ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    Jobs jobs = new Jobs(faults);
    Plans plans = new Plans(setup.state().resolve("plans"), jobs, setup.maker());
    Ensembles ensembles = new Ensembles(setup.state().resolve("ensembles"), jobs);
    Border border =
        new Border(
            new BorderFolder(setup.state().resolve("border"), setup.customs().bytes()), jobs);
    ServedWorld world =
        new ServedWorld(
            setup.session(),
            setup.folder(),
            setup.world(),
            pool,
            new Turns(),
            plans,
            ensembles,
            border,
            new ServedSchedules(setup.customs().schedules()),
            CompletableFuture.supplyAsync(() -> lab(setup, pool), pool),
            new WorldFiles(setup.folder()),
            setup.vault());
    Metrics metrics = new Metrics();
    Watch log = new RequestLog(Clock.systemUTC(), setup.log(), audit(setup.state(), faults));
    Watch watch =
        done -> {
          metrics.answered(done);
          log.answered(done);
        };
    Api api = api(world, new Gate(hosts(setup), tokens, isLoopback), watch, faults);
    Api own = api(world, new Gate(List.of("localhost"), tokens, true), done -> {}, faults);
    Rehearsal rehearsal = new Rehearsal(own, () -> world.lab().words().listProducts());
    Listener listener = listen(setup.address(), setup.port(), "--port", api);
    try {
      Optional<Listener> ofMetrics =
          setup.metricsPort().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  listen(
                      InetAddress.getLoopbackAddress(),
                      setup.metricsPort().getAsInt(),
                      "--metrics",
                      metrics));
      resume(world, faults);
      return new Server(listener, ofMetrics, jobs, pool, api, rehearsal, setup.address());
    } catch (Refusal refusal) {
      listener.close();
      throw refusal;
    }
  }

  /**
   * Listens at a port.
   *
   * @param option by which another port is named
   * @throws Refusal if it is taken, or the address is not this machine's
   */
  private static Listener listen(InetAddress address, int port, String option, Site site) {
    try {
      return Listener.start(new InetSocketAddress(address, port), Work.lanes(), site);
    } catch (IOException e) {
      throw Refusal.of(
          "cannot listen at %s:%d: %s".formatted(address.getHostAddress(), port, e.getMessage()),
          "take another port: " + option + " 0 takes a free one");
    }
  }

  private static Api api(ServedWorld world, Gate gate, Watch watch, Consumer<Throwable> faults) {
    return new Api(world, Routes.list(), gate, Version.ofProgram(), watch, faults);
  }

  /** Lines at the end of a file that its owner alone may read. */
  private static Consumer<String> audit(Path state, Consumer<Throwable> faults) {
    Path file = state.resolve("audit.jsonl");
    return line -> {
      try {
        OwnerFiles.append(file, line + "\n");
      } catch (IOException e) {
        faults.accept(e);
      }
    };
  }

  private static ServedLab lab(Setup setup, ForkJoinPool pool) {
    LabWords words = LabWords.of(setup.world().evidence(), setup.session());
    LabMarkets markets = new LabMarkets(words, setup.world().stamp().sha256OfAll(), pool);
    return new ServedLab(
        markets,
        new LabDraws(markets, PosteriorFolder.drawsOf(setup.world(), setup.folder())),
        new LabPresets(words, PastEpisodes.read(setup.folder(), setup.world().evidence())));
  }

  /** A disk that fails keeps nobody from asking. */
  private static void resume(ServedWorld world, Consumer<Throwable> faults) {
    try {
      world.plans().orders().resume(world);
      world.ensembles().orders().resume(world);
      world.border().resume(world);
    } catch (IOException | Refusal e) {
      faults.accept(e);
    }
  }

  private static List<String> hosts(Setup setup) {
    List<String> hosts = new ArrayList<>(List.of("localhost", "127.0.0.1", "[::1]"));
    hosts.add(setup.address().getHostAddress());
    hosts.addAll(setup.hosts());
    return hosts;
  }

  /** Where it is, as an address for a browser. */
  public String address() {
    return "http://%s:%d/".formatted(address.getHostAddress(), listener.port());
  }

  /** Where its metrics are; empty if nowhere. */
  public Optional<String> metricsAddress() {
    return metrics.map(at -> "http://127.0.0.1:%d/metrics".formatted(at.port()));
  }

  /**
   * Asks itself questions, so that scenarios are made and code is compiled before others ask; then
   * it says that it is warm. Returns early once it is closed.
   *
   * @return how many were answered
   */
  public int rehearse() throws IOException {
    int answered = rehearsal.run(isClosed::get);
    api.warm();
    return answered;
  }

  /** Takes no more requests, lets those in hand end, and stops. */
  @Override
  public void close() {
    isClosed.set(true);
    jobs.close();
    listener.close();
    metrics.ifPresent(Listener::close);
    pool.shutdownNow();
  }
}
