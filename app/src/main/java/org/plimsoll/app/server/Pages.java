package org.plimsoll.app.server;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plimsoll.app.border.Schedules;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.language.Messages;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.page.BorderSite;
import org.plimsoll.app.server.page.FloorSite;
import org.plimsoll.app.server.page.LabSite;
import org.plimsoll.app.server.page.MethodSite;
import org.plimsoll.app.server.page.MineralSite;
import org.plimsoll.app.server.page.RegisterSite;
import org.plimsoll.app.server.page.SiteFiles;
import org.plimsoll.app.server.page.SiteWorld;
import org.plimsoll.app.server.page.SourceSite;
import org.plimsoll.app.server.page.VaultSite;

/** The pages that the server has for browsers, in one list, and their script and style. */
final class Pages {
  /** A scenario of 256 kB, each byte of which may be written as three. */
  private static final long LARGEST_TEXT = 3L << 18;

  private final SiteFiles files = SiteFiles.read();
  private final Map<Language, InLanguage> all = new EnumMap<>(Language.class);

  /** The site in one language. */
  private record InLanguage(SiteWorld site, List<Page> pages) {}

  /**
   * A page.
   *
   * @param method GET, or POST where a form is sent to
   * @param path of its address, with parameters as {@code {name}}
   * @param role that a token needs
   * @param work what it takes from the machine
   * @param replying to a request
   */
  record Page(String method, String path, Role role, Work work, Replying replying) {
    /** The reply to a request for this page. */
    Reply reply(Request request) throws IOException {
      LanguageLinks links = LanguageLinks.of(request);
      return links.on(
          replying.reply(
              links.without(request), Route.match(path, request.path()).orElse(Map.of())));
    }
  }

  /** What answers a request, given the parameters of its path. */
  interface Replying {
    Reply reply(Request request, Map<String, String> inPath) throws IOException;
  }

  /**
   * @param gate knows whose token a request has
   */
  Pages(ServedWorld world, Gate gate) {
    for (Language language : Language.values()) {
      SiteWorld site =
          new SiteWorld(
              world.evidence(),
              world.worldId(),
              world.files()::isChanged,
              files,
              Messages.read(language));
      all.put(language, new InLanguage(site, list(world, gate, site)));
    }
  }

  private InLanguage in(Language language) {
    return Objects.requireNonNull(all.get(language));
  }

  private static List<Page> list(ServedWorld world, Gate gate, SiteWorld site) {
    PlanPages plans = new PlanPages(world, site);
    VaultPages vault = new VaultPages(world, new VaultSite(site), gate);
    Lazy<LabSite> lab = new Lazy<>(() -> new LabSite(world.lab(), world.presets(), site));
    Lazy<MineralSite> minerals = new Lazy<>(() -> new MineralSite(site));
    FloorSite floors = new FloorSite(site);
    RegisterSite registers = new RegisterSite(site);
    Lazy<SourceSite> sources = new Lazy<>(() -> new SourceSite(site));
    Lazy<MethodSite> method = new Lazy<>(() -> new MethodSite(site));
    return List.of(
        read("/", Work.FILE, (request, at) -> plans.first()),
        new Page("POST", "/plan", Role.ANALYST, Work.FILE, (request, at) -> plans.make(request)),
        read("/plans/{plan}", Work.FILE, (request, at) -> plans.page(at.getOrDefault("plan", ""))),
        read(
            "/plans/{plan}/with",
            Work.FILE,
            (request, at) -> plans.withScenario(at.getOrDefault("plan", ""), request)),
        read(
            "/plans/{plan}/with/{other}",
            Work.QUESTION,
            (request, at) ->
                plans.comparison(at.getOrDefault("plan", ""), at.getOrDefault("other", ""))),
        read("/lab", Work.QUESTION, (request, at) -> lab.get().page(request.query())),
        new Page(
            "POST",
            "/lab/text",
            Role.READER,
            Work.QUESTION,
            (request, at) -> text(lab.get(), request)),
        new Page(
            "POST",
            "/lab/plan",
            Role.ANALYST,
            Work.FILE,
            (request, at) -> plans.makeOfState(request)),
        read("/lab/part", Work.QUESTION, (request, at) -> lab.get().part(request.query())),
        read("/lab/worst", Work.DRAWS, (request, at) -> lab.get().worst(request.query())),
        read("/lab/why", Work.DRAWS, (request, at) -> lab.get().why(request.query())),
        read(
            "/lab/draws",
            Work.DRAWS,
            (request, at) -> lab.get().draws(request.query(), world.draws())),
        read("/minerals", Work.QUESTION, (request, at) -> minerals.get().list()),
        read(
            "/minerals/{commodity}",
            Work.QUESTION,
            (request, at) -> minerals.get().page(at.getOrDefault("commodity", ""))),
        read(
            "/minerals/{commodity}/{stage}/reference",
            Work.STUDY,
            (request, at) -> floors.page(FloorRoutes.reference(world, product(at)), commodity(at))),
        read(
            "/minerals/{commodity}/{stage}/floors",
            Work.STUDY,
            (request, at) -> floors.page(FloorRoutes.floors(world, product(at)), commodity(at))),
        read("/stockpile", Work.QUESTION, (request, at) -> plans.stockpile(request)),
        read("/stockpile/part", Work.QUESTION, (request, at) -> plans.stockpilePart(request)),
        read(
            "/projects",
            Work.QUESTION,
            (request, at) -> registers.page(Form.pairs(request.query()))),
        read(
            "/projects/{project}",
            Work.QUESTION,
            (request, at) -> plans.project(at.getOrDefault("project", ""))),
        read("/border", Work.FILE, (request, at) -> border(world, site, request)),
        new Page("GET", "/vault", Role.ANYBODY, Work.FILE, (request, at) -> vault.first()),
        new Page(
            "GET", "/vault/part", Role.VAULT, Work.VAULT, (request, at) -> vault.part(request)),
        new Page(
            "GET", "/vault/proof", Role.VAULT, Work.VAULT, (request, at) -> vault.proof(request)),
        read(
            "/problems/{type}",
            Work.FILE,
            (request, at) -> problemType(site, at.getOrDefault("type", ""))),
        read("/sources", Work.FILE, (request, at) -> sources.get().list()),
        read(
            "/sources/{dataset}",
            Work.FILE,
            (request, at) -> sources.get().page(at.getOrDefault("dataset", ""))),
        read("/method", Work.FILE, (request, at) -> method.get().list()),
        read(
            "/method/{page}",
            Work.FILE,
            (request, at) -> method.get().page(at.getOrDefault("page", ""))));
  }

  private static String commodity(Map<String, String> at) {
    return at.getOrDefault("commodity", "");
  }

  private static String product(Map<String, String> at) {
    return commodity(at) + "/" + at.getOrDefault("stage", "");
  }

  private static Reply border(ServedWorld world, SiteWorld site, Request request) {
    ServedSchedules schedules = world.schedules();
    List<String> names = schedules.listNames();
    Optional<String> chosen =
        names.stream()
            .filter(name -> request.query().equals("schedule=" + name))
            .findFirst()
            .or(() -> names.stream().findFirst());
    return new BorderSite(site)
        .page(
            names,
            chosen,
            schedules.answer(),
            chosen.map(name -> Schedules.check(schedules.get(name).book(), Optional.empty())));
  }

  /** A state that a person wrote as text. */
  private static Reply text(LabSite lab, Request request) throws IOException {
    Map<String, String> form =
        Form.read(request, LARGEST_TEXT, List.of("text", "like"), "POST " + Api.ROOT + "/states");
    return lab.text(
        form.getOrDefault("text", ""),
        form.getOrDefault("like", ""),
        request.query().equals("part=text"));
  }

  private static Page read(String path, Work work, Replying replying) {
    return new Page("GET", path, Role.READER, work, replying);
  }

  /** The pages at an address, one for each method. */
  List<Page> list(String path) {
    return list(Language.ENGLISH, path);
  }

  private List<Page> list(Language language, String path) {
    return in(language).pages().stream()
        .filter(page -> Route.match(page.path(), path).isPresent())
        .toList();
  }

  /** The page that a request is for, in its language; HEAD is answered wherever GET is. */
  Optional<Page> find(Request request) {
    return list(LanguageLinks.of(request).language(), request.path()).stream()
        .filter(page -> Route.serves(page.method(), request.method()))
        .findFirst();
  }

  /** What a type of problem means. */
  private static Reply problemType(SiteWorld site, String word) {
    return ProblemType.find(word)
        .map(type -> site.text(type.title(), type.meaning()))
        .orElseGet(() ->
            site.missing("", site.say("missing.problem", word), "/", site.say("missing.first")));
  }

  /** A problem as who opened an address in a browser sees it. */
  Reply problem(Problem problem, Request request) {
    LanguageLinks links = LanguageLinks.of(request);
    return links.on(
        in(links.language())
            .site()
            .problem(problem.status(), problem.title(), problem.detail(), problem.maybe()));
  }

  /** Script or style, which everybody may have. */
  Optional<Reply> findFile(String path) {
    return files.find(path);
  }
}
