package org.plimsoll.app.server;

import java.util.List;
import org.plimsoll.app.session.Refusal;

/** Plans and ensembles, and the jobs that make them. */
final class PlanRoutes {
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv; charset=utf-8; header=present";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String HTML = "text/html; charset=utf-8";

  private PlanRoutes() {}

  static List<Route> list() {
    return List.of(
        makePlan(),
        planFile("plan.json", "A plan as data: docs/reference/plan-folder.md.", JSON),
        planPage(),
        planFile("manifest.json", "What it was made from, and the hash of each file.", JSON),
        planFile("tables.xlsx", "Its tables as a workbook.", XLSX),
        planTable(),
        comparison(),
        makeEnsemble(),
        ensemble(),
        figures("draws", "Every figure of every draw, as a Parquet file: docs/method/response.md."),
        figures("quantiles", "The 10th, 50th and 90th percentile of each figure, as such a file."),
        job(),
        jobEvents(),
        cancelJob());
  }

  private static Route makePlan() {
    return write(
        "POST",
        "/plans",
        "plan",
        "Has the plan of the scenario that is sent made; the same question is the same plan.",
        List.of(Param.flag("quick", "The central case alone: numbers have no range.")),
        Route.Body.DOCUMENT,
        (at, asked) -> at.plans().ask(at, asked.text(), asked.flag("quick")));
  }

  private static Route planFile(String name, String summary, String type) {
    return file(
        "/plans/{plan}/" + name,
        summary,
        type,
        (at, asked) -> at.plans().file(asked.inPath("plan"), name, type));
  }

  private static Route planPage() {
    return file(
        "/plans/{plan}/plan.html",
        "A plan as a page, whole in itself.",
        HTML,
        (at, asked) ->
            Headers.onPageAlone(at.plans().file(asked.inPath("plan"), "plan.html", HTML)));
  }

  private static Route planTable() {
    return file(
        "/plans/{plan}/tables/{table}",
        "One table of a plan as CSV.",
        CSV,
        (at, asked) ->
            at.plans().file(asked.inPath("plan"), "tables/" + asked.inPath("table"), CSV));
  }

  private static Route comparison() {
    return Route.tables(
        "/plans/{plan}/comparison",
        "plan",
        "What another plan has otherwise.",
        Work.QUESTION,
        List.of(Param.words("with", "The other plan.", "b41d0c7a91e2f370")),
        (at, asked) ->
            at.plans()
                .compare(
                    asked.inPath("plan"),
                    asked
                        .word("with")
                        .orElseThrow(() ->
                            Refusal.of(
                                "with= names no other plan",
                                "write with= and the id that POST /plans gave"))));
  }

  private static Route makeEnsemble() {
    return write(
        "POST",
        "/ensembles",
        "",
        "Has the scenario that is sent solved in numbered draws of the parameters.",
        List.of(
            Param.words("draws", "Numbers of the first and the last.", "0..99"),
            Param.count("seed", 0, Long.MAX_VALUE, "Of the draws; else that of the plan.", 7)),
        Route.Body.DOCUMENT,
        (at, asked) ->
            at.ensembles()
                .ask(
                    at,
                    asked.text(),
                    asked
                        .word("draws")
                        .orElseThrow(
                            () -> Refusal.of("draws= says not which", "write draws=0..99")),
                    asked.word("seed").map(Long::valueOf)));
  }

  private static Route ensemble() {
    return Route.document(
        "GET",
        "/ensembles/{ensemble}",
        "ensemble",
        "Prices, use, output, gains and losses over the draws, and why draws are missing.",
        List.of(JSON),
        List.of(),
        Route.Body.NONE,
        Work.FILE,
        (at, asked) -> at.ensembles().answer(asked.inPath("ensemble")));
  }

  private static Route figures(String name, String summary) {
    return file(
        "/ensembles/{ensemble}/" + name + ".parquet",
        summary,
        Ensembles.PARQUET,
        (at, asked) -> at.ensembles().figures(asked.inPath("ensemble"), name));
  }

  private static Route job() {
    return file(
        "/jobs/{job}",
        "How far a job is.",
        JSON,
        (at, asked) -> JobEvents.latest(at.job(asked.inPath("job"))));
  }

  private static Route jobEvents() {
    return file(
        "/jobs/{job}/events",
        "The same as it comes: a stream of events, which ends after a minute and resumes.",
        JobEvents.TYPE,
        (at, asked) -> JobEvents.stream(at.job(asked.inPath("job")), asked.lastEvent()));
  }

  private static Route cancelJob() {
    return write(
        "DELETE",
        "/jobs/{job}",
        "",
        "Stops a job before its next solve.",
        List.of(),
        Route.Body.NONE,
        (at, asked) -> JobEvents.latest(at.cancel(asked.inPath("job"))));
  }

  private static Route write(
      String method,
      String path,
      String verb,
      String summary,
      List<Param> params,
      Route.Body body,
      Route.Replying reply) {
    Route.Says says = new Route.Says.Document(verb, List.of(JSON), reply);
    return new Route(method, path, summary, params, body, Role.ANALYST, Work.FILE, says);
  }

  private static Route file(String path, String summary, String type, Route.Replying reply) {
    return Route.document(
        "GET", path, "", summary, List.of(type), List.of(), Route.Body.NONE, Work.FILE, reply);
  }
}
