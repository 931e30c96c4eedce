package org.plimsoll.app.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.server.http.Lane;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.http.Site;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.provenance.Sha256;

/** Finds the route of a request, reads what it asks, and answers it or says why not. */
final class Api implements Site {
  /** Where the routes begin. */
  static final String ROOT = "/api/v1";

  private static final String OPENAPI = ROOT + "/openapi.json";

  private final ServedWorld world;
  private final List<Route> routes;
  private final Pages pages;
  private final Gate gate;
  private final String version;
  private final Watch watch;
  private final Consumer<Throwable> faults;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicBoolean isWarm = new AtomicBoolean();

  /**
   * @param gate who may ask
   * @param version of the program: answers of another version are others
   * @param watch hears of every request
   * @param faults is told of what the program itself did wrong
   */
  Api(
      ServedWorld world,
      List<Route> routes,
      Gate gate,
      String version,
      Watch watch,
      Consumer<Throwable> faults) {
    this.world = world;
    this.routes = List.copyOf(routes);
    pages = new Pages(world, gate);
    this.gate = gate;
    this.version = version;
    this.watch = watch;
    this.faults = faults;
  }

  @Override
  public Lane lane(Request request) {
    return findRoute(request)
        .map(Route::work)
        .or(() -> pages.find(request).map(Pages.Page::work))
        .orElse(Work.FILE)
        .lane();
  }

  private Optional<Route> findRoute(Request request) {
    return routes.stream()
        .filter(route -> isOf(route, request) && Route.serves(route.method(), request.method()))
        .findFirst();
  }

  private static boolean isOf(Route route, Request request) {
    return request.path().startsWith(ROOT + "/")
        && route.match(request.path().substring(ROOT.length())).isPresent();
  }

  @Override
  public Reply reply(Request request) throws IOException {
    String instance = "/requests/" + requests.incrementAndGet();
    long begin = System.nanoTime();
    Reply reply = replied(request, instance);
    if (world.files().isChanged()) {
      reply = reply.with("Plimsoll-World", "changed on disk since this server read it");
    }
    tell(request, instance, reply.status(), Duration.ofNanos(System.nanoTime() - begin));
    return reply;
  }

  private void tell(Request request, String instance, int status, Duration took) {
    Optional<Route> route = findRoute(request);
    Optional<Pages.Page> page = pages.find(request);
    boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
    watch.answered(
        new Watch.Answered(
            instance,
            request.method(),
            route.map(Route::path).or(() -> page.map(Pages.Page::path)).orElse("none"),
            route.map(Route::work).or(() -> page.map(Pages.Page::work)).orElse(Work.FILE),
            status,
            took,
            isRead ? Optional.empty() : gate.find(request)));
  }

  @Override
  public Reply turnAway(Request request, int status, String problem) {
    String instance = "/requests/" + requests.incrementAndGet();
    tell(request, instance, status, Duration.ZERO);
    return Headers.onAll(
        Problem.of(status, ProblemType.BUSY, problem, "ask again in a second").reply(instance));
  }

  private Reply replied(Request request, String instance) throws IOException {
    try {
      return Headers.onAll(answer(request));
    } catch (ProblemFound found) {
      Reply reply = said(found.problem, request, instance);
      for (Map.Entry<String, String> header : found.headers.entrySet()) {
        reply = reply.with(header.getKey(), header.getValue());
      }
      return reply;
    } catch (Refusal refusal) {
      return said(ofRefusal(request, refusal), request, instance);
    } catch (Request.TooLarge large) {
      return said(
          Problem.of(
              413,
              ProblemType.TOO_LARGE,
              String.valueOf(large.getMessage()),
              "send less at a time"),
          request,
          instance);
    } catch (UncheckedIOException e) {
      return said(ofDisk(Refusal.cause(e)), request, instance);
    } catch (FileSystemException e) {
      return said(ofDisk(e), request, instance);
    } catch (IllegalArgumentException e) {
      return said(ofRefusal(request, Refusal.ofMessage(e)), request, instance);
    } catch (RuntimeException fault) {
      faults.accept(fault);
      return said(
          Problem.of(
              500,
              ProblemType.FAULT,
              "The log of the server says more under " + instance + ".",
              "report it with those lines"),
          request,
          instance);
    }
  }

  /** A problem as a page for who opened an address in a browser, as JSON for programs. */
  private Reply said(Problem problem, Request request, String instance) {
    boolean isPage =
        !request.path().startsWith(ROOT)
            && request.header("Accept").orElse("").contains("text/html");
    return Headers.onAll(isPage ? pages.problem(problem, request) : problem.reply(instance));
  }

  private static Problem ofDisk(IOException failure) {
    return Problem.of(
        503,
        ProblemType.DISK,
        Refusal.ofDisk(failure).problem(),
        "see to the disk of the server, and ask again");
  }

  /** What is sent in a body is a document; what stands in the address is a parameter. */
  private static Problem ofRefusal(Request request, Refusal refusal) {
    return List.of("POST", "PUT").contains(request.method())
        ? Problem.ofDocument(refusal)
        : Problem.ofParameter(refusal);
  }

  @Override
  public Optional<String> client(Request request) {
    return gate.client(request);
  }

  @Override
  public Reply fault(int status, String problem, String wayOut) {
    return Headers.onAll(
        Problem.of(status, ProblemType.BAD_REQUEST, problem, wayOut)
            .reply("/requests/" + requests.incrementAndGet()));
  }

  private Reply answer(Request request) throws IOException {
    gate.requireHost(request);
    String path = request.path();
    if (path.equals("/health/live")) {
      return health("live");
    }
    if (path.equals("/health/ready")) {
      return health(isWarm.get() ? "warm" : "ready");
    }
    if (path.equals(OPENAPI)) {
      return tagged(request, "", () -> Reply.of(200, "application/json", OpenApi.of(routes)));
    }
    List<Route> ofPath = routes.stream().filter(route -> isOf(route, request)).toList();
    if (ofPath.isEmpty()) {
      return page(request).orElseThrow(() -> noRoute(path));
    }
    Route route =
        ofPath.stream()
            .filter(each -> Route.serves(each.method(), request.method()))
            .findFirst()
            .orElseThrow(
                () -> wrongMethod(request.method(), ofPath.stream().map(Route::method).toList()));
    Asked asked = Asked.of(request, route, gate.requireRole(request, route));
    boolean isOfWorld = route.method().equals("GET") && route.work() != Work.VAULT;
    return inTurn(
        route.work(),
        () ->
            isOfWorld
                ? tagged(request, "", () -> says(route, request, asked))
                : says(route, request, asked).with("Cache-Control", "no-store"));
  }

  /** A page, or its script or style; empty if there is none at this address. */
  private Optional<Reply> page(Request request) throws IOException {
    Optional<Reply> file = pages.findFile(request.path());
    if (file.isPresent()) {
      return file;
    }
    List<Pages.Page> ofPath = pages.list(request.path());
    if (ofPath.isEmpty()) {
      return Optional.empty();
    }
    Pages.Page page =
        pages
            .find(request)
            .orElseThrow(() ->
                wrongMethod(request.method(), ofPath.stream().map(Pages.Page::method).toList()));
    gate.requireRole(request, page.method(), page.role());
    LanguageLinks.check(request);
    String language = LanguageLinks.of(request).language().code();
    return Optional.of(
        inTurn(
                page.work(),
                () ->
                    page.method().equals("GET") && page.work() != Work.VAULT
                        ? tagged(request, language, () -> page.reply(request))
                        : page.reply(request))
            .with("Vary", "Accept-Language"));
  }

  /** Computes a reply, and has jobs wait meanwhile if it is a question. */
  private Reply inTurn(Work work, Computed computed) throws IOException {
    if (work != Work.QUESTION) {
      return computed.reply();
    }
    world.turns().begin();
    try {
      return computed.reply();
    } finally {
      world.turns().end();
    }
  }

  private static Reply health(String status) {
    return Reply.of(200, "application/json", "{\"status\": \"%s\"}\n".formatted(status))
        .with("Cache-Control", "no-store");
  }

  /** From now on {@code /health/ready} says that it is warm. */
  void warm() {
    isWarm.set(true);
  }

  private ProblemFound noRoute(String path) {
    List<String> paths = routes.stream().map(route -> ROOT + route.path()).toList();
    return new ProblemFound(
        Problem.of(
            404,
            ProblemType.NO_SUCH_ROUTE,
            "nothing is at " + path,
            Nearest.wayOut(path, paths, "see " + OPENAPI)));
  }

  private static ProblemFound wrongMethod(String method, List<String> taken) {
    String allowed = String.join(", ", taken.stream().distinct().sorted().toList());
    return new ProblemFound(
        Problem.of(405, ProblemType.WRONG_METHOD, method + " is not taken here", "use " + allowed),
        Map.of("Allow", allowed));
  }

  private Reply says(Route route, Request request, Asked asked) throws IOException {
    return switch (route.says()) {
      case Route.Says.Tables tables -> {
        Rendering form = Rendering.accepted(request.header("Accept").orElse(""));
        Answer whole = tables.answer().apply(world, asked);
        Paging page = Paging.of(whole, asked, form == Rendering.CSV);
        Reply reply = journalTagged(whole, form.reply(page.answer()).with("Vary", "Accept"));
        yield page.next()
            .map(cursor -> reply.with("Link", next(request, asked, cursor)))
            .orElse(reply);
      }
      case Route.Says.Document document -> document.reply().reply(world, asked);
      case Route.Says.OfState state -> state.reply().reply(world, asked);
    };
  }

  /** What is read of a vault has the end of its journal as its tag, for {@code If-Match}. */
  private static Reply journalTagged(Answer answer, Reply reply) {
    return Optional.ofNullable(answer.facts().get("journalHash"))
        .map(hash -> reply.with("ETag", "\"" + hash.text() + "\""))
        .orElse(reply);
  }

  /** The address of the page that follows. */
  private static String next(Request request, Asked asked, String cursor) {
    String others =
        String.join(
            "&",
            List.of(asked.query().split("&", -1)).stream()
                .filter(part -> !part.startsWith("after="))
                .toList());
    return "<%s?%s&after=%s>; rel=\"next\"".formatted(request.path(), others, cursor);
  }

  /** What computes a reply. */
  private interface Computed {
    Reply reply() throws IOException;
  }

  /**
   * The reply with a tag made from the world, the scenarios, the version and the question. Who has
   * it already is told so before anything is computed.
   *
   * @param variant of the reply among those to the same question, such as its language
   */
  private Reply tagged(Request request, String variant, Computed computed) throws IOException {
    String tag =
        "\"%s\""
            .formatted(
                Sha256.of(
                        String.join(
                            "\n",
                            version,
                            world.worldId(),
                            world.files().isChanged() ? "changed" : "",
                            world.scenarioState(),
                            world.schedules().state(),
                            request.path(),
                            request.query(),
                            request.header("Accept").orElse(""),
                            variant))
                    .substring(0, 16));
    boolean isKnown =
        request.header("If-None-Match").map(known -> known.contains(bare(tag))).orElse(false);
    Reply reply = isKnown ? Reply.empty(304) : computed.reply();
    return reply.headers().containsKey("Cache-Control")
            || reply.status() >= 400
            || reply.body() instanceof Reply.Body.Streamed
        ? reply
        : reply.with("ETag", tag).with("Cache-Control", "no-cache");
  }

  private static String bare(String tag) {
    return tag.substring(1, tag.length() - 1);
  }

  /** A problem that ends a request. */
  static final class ProblemFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    ProblemFound(Problem problem) {
      this(problem, Map.of());
    }

    ProblemFound(Problem problem, Map<String, String> headers) {
      super(problem.detail());
      this.problem = problem;
      this.headers = headers;
    }
  }
}
