package org.plimsoll.app.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.app.border.Schedules;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.page.BorderSite;
import org.plimsoll.app.server.page.LabSite;
import org.plimsoll.app.server.page.MethodSite;
import org.plimsoll.app.server.page.MineralSite;
import org.plimsoll.app.server.page.PlanSite;
import org.plimsoll.app.server.page.RegisterSite;
import org.plimsoll.app.server.page.SiteFiles;
import org.plimsoll.app.server.page.SiteWorld;
import org.plimsoll.app.server.page.SourceSite;

/** The pages that the server has for browsers, in one list, and their script and style. */
final class Pages {
  private final SiteFiles files = SiteFiles.read();
  private final List<Page> pages;

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
      return replying.reply(request, Route.match(path, request.path()).orElse(Map.of()));
    }
  }

  /** What answers a request, given the parameters of its path. */
  interface Replying {
    Reply reply(Request request, Map<String, String> inPath) throws IOException;
  }

  Pages(ServedWorld world) {
    SiteWorld site =
        new SiteWorld(world.evidence(), world.worldId(), world.files()::isChanged, files);
    PlanPages plans = new PlanPages(world, new PlanSite(site));
    Lazy<MineralSite> minerals = new Lazy<>(() -> new MineralSite(site));
    RegisterSite registers = new RegisterSite(site);
    Lazy<SourceSite> sources = new Lazy<>(() -> new SourceSite(site));
    Lazy<MethodSite> method = new Lazy<>(() -> new MethodSite(site));
    pages =
        List.of(
            read("/", Work.FILE, (request, at) -> plans.first()),
            new Page(
                "POST", "/plan", Role.ANALYST, Work.FILE, (request, at) -> plans.make(request)),
            read(
                "/plans/{plan}",
                Work.FILE,
                (request, at) -> plans.page(at.getOrDefault("plan", ""))),
            read("/lab", Work.QUESTION, (request, at) -> lab(world, site).page(request.query())),
            read(
                "/lab/part",
                Work.QUESTION,
                (request, at) -> lab(world, site).part(request.query())),
            read("/minerals", Work.QUESTION, (request, at) -> minerals.get().list()),
            read(
                "/minerals/{commodity}",
                Work.QUESTION,
                (request, at) -> minerals.get().page(at.getOrDefault("commodity", ""))),
            read("/projects", Work.QUESTION, (request, at) -> registers.page()),
            read("/border", Work.FILE, (request, at) -> border(world, site, request)),
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

  private static LabSite lab(ServedWorld world, SiteWorld site) {
    return new LabSite(world.lab(), site);
  }

  private static Page read(String path, Work work, Replying replying) {
    return new Page("GET", path, Role.READER, work, replying);
  }

  /** The pages at an address, one for each method. */
  List<Page> list(String path) {
    return pages.stream().filter(page -> Route.match(page.path(), path).isPresent()).toList();
  }

  /** The page that a request is for; HEAD is answered wherever GET is. */
  Optional<Page> find(Request request) {
    return list(request.path()).stream()
        .filter(page -> Route.serves(page.method(), request.method()))
        .findFirst();
  }

  /** Script or style, which everybody may have. */
  Optional<Reply> findFile(String path) {
    return files.find(path);
  }
}
