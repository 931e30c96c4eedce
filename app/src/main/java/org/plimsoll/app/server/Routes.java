package org.plimsoll.app.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.lab.LabCase;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.lab.LabWhy;
import org.plimsoll.app.market.AskScenario;
import org.plimsoll.app.market.BacktestWorld;
import org.plimsoll.app.market.PastEpisodes;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.market.SolveMarket;
import org.plimsoll.app.market.SolveTariffCase;
import org.plimsoll.app.market.StopList;
import org.plimsoll.app.registers.CommitmentList;
import org.plimsoll.app.registers.ControlList;
import org.plimsoll.app.registers.PartnerList;
import org.plimsoll.app.registers.ProjectList;
import org.plimsoll.app.risk.AssessRisk;
import org.plimsoll.app.risk.RiskMethod;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.world.ShowWorld;
import org.plimsoll.app.world.WorldCheck;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * Everything that the server answers, in one list. The dispatcher, the OpenAPI document and the
 * reference page are made from it.
 */
final class Routes {
  private static final String JSON = "application/json";
  private static final String YAML = "application/yaml";
  private static final String CSV = "text/csv; charset=utf-8; header=present";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String EVENTS = "text/event-stream";

  /** Levers that are dragged are answered in time or not at all. */
  private static final SolverLimits IN_TIME =
      SolverLimits.USUAL.within(Duration.ofSeconds(2), System::nanoTime);

  private static final Duration STREAMED = Duration.ofSeconds(60);
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration BETWEEN_EVENTS = Duration.ofMillis(200);

  private static final Param MATERIAL =
      Param.words("material", "A commodity or product.", "gallium/refined");
  private static final Param SCENARIO =
      Param.words("scenario", "A name of /scenarios; the plan's if left out.", "action-plan-2026");
  private static final Param PRODUCT =
      Param.words("product", "A commodity or product.", "gallium/refined");

  private Routes() {}

  /** The list, in the order of the reference page. */
  static List<Route> list() {
    return List.of(
        world(),
        worldCheck(),
        commitments(),
        controls(),
        partners(),
        projects(),
        risk(),
        scenarios(),
        scenario(),
        lab(),
        labScenario(),
        labDraws(),
        labWhy(),
        solve(),
        solveDocument(),
        gsim(),
        leverage(),
        backtest(),
        makePlan(),
        planFile("plan.json", "A plan as data: docs/reference/plan-folder.md.", JSON),
        planPage(),
        planFile("manifest.json", "What it was made from, and the hash of each file.", JSON),
        planFile("tables.xlsx", "Its tables as a workbook.", XLSX),
        planTable(),
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

  private static Route job() {
    return file(
        "/jobs/{job}",
        "How far a job is.",
        JSON,
        (at, asked) -> news(at.plans().job(asked.inPath("job"))));
  }

  private static Route jobEvents() {
    return file(
        "/jobs/{job}/events",
        "The same as it comes: a stream of events, which ends after a minute and resumes.",
        EVENTS,
        (at, asked) -> events(at.plans().job(asked.inPath("job")), asked.lastEvent()));
  }

  private static Route cancelJob() {
    return write(
        "DELETE",
        "/jobs/{job}",
        "",
        "Stops a job before its next solve.",
        List.of(),
        Route.Body.NONE,
        (at, asked) -> news(at.plans().cancel(asked.inPath("job"))));
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

  private static Reply news(Job job) {
    return Reply.of(200, JSON, CanonicalJson.write(job.latest().parts()))
        .with("Cache-Control", "no-store");
  }

  /** News after that number until it is over, or for a minute; a beat while there is none. */
  private static Reply events(Job job, long last) {
    return Reply.streamed(
        EVENTS,
        STREAMED,
        out -> {
          long end = System.nanoTime() + STREAMED.toNanos();
          long seen = last;
          while (System.nanoTime() < end) {
            Job.News news = await(job, seen);
            boolean isNew = news.number() > seen;
            out.write((isNew ? news.event() : ": beat\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (news.state().isOver()) {
              return;
            }
            seen = news.number();
            LockSupport.parkNanos(BETWEEN_EVENTS.toNanos());
          }
        });
  }

  private static Job.News await(Job job, long seen) throws IOException {
    try {
      return job.after(seen, BEAT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server stops");
    }
  }

  private static Route world() {
    return Route.tables(
        "/world",
        "world show",
        "What the world pack holds, in all or of one material.",
        Work.QUESTION,
        List.of(
            MATERIAL,
            Param.flag("rows", "Every row as the pack holds it, instead of the page."),
            Param.flag("stops", "The cards of the material's stops as well, each solved.")),
        (at, asked) -> {
          Refusal.requireUse(
              "stops", !asked.flag("stops") || asked.word("material").isPresent(), "alone");
          ShowWorld its = new ShowWorld(asked.word("material"), asked.flag("rows"));
          return asked.flag("stops") && !asked.flag("rows")
              ? its.withStops(
                  at.evidence(), at.scenario(Optional.empty()), at.folder(), at.workers())
              : its.answer(at.evidence());
        });
  }

  private static Route worldCheck() {
    return Route.tables(
        "/world/check",
        "world check",
        "Whether the world pack is the one that was built, balances, and how well it is known.",
        Work.QUESTION,
        List.of(Param.count("changes", 0, 10_000, "How many changes of balancing; else 15.", 50)),
        (at, asked) ->
            WorldCheck.of(at.session(), at.folder()).answer(asked.count("changes").orElse(15)));
  }

  private static Route commitments() {
    return Route.tables(
        "/commitments",
        "commitments",
        "What was promised, by when, and what became of it.",
        Work.QUESTION,
        List.of(
            Param.day("as-of", "The day asked about; the world's own if left out."),
            Param.oneOf("only", CommitmentList.WORDS, "Only these standings.")),
        (at, asked) -> {
          OptionWords.requireOneOf("only", asked.words("only"), CommitmentList.WORDS);
          return new CommitmentList(asked.day("as-of"), asked.words("only")).answer(at.evidence());
        });
  }

  private static Route controls() {
    return Route.tables(
        "/controls",
        "controls",
        "Export controls, and whether each applied on a day.",
        Work.QUESTION,
        List.of(
            Param.day("as-of", "The day asked about; the world's own if left out."),
            Param.words("material", "A word of minerals or products.", "gallium"),
            Param.oneOf("only", ControlList.WORDS, "Only these standings.")),
        (at, asked) -> {
          OptionWords.requireOneOf("only", asked.words("only"), ControlList.WORDS);
          return new ControlList(asked.day("as-of"), asked.word("material"), asked.words("only"))
              .answer(at.evidence());
        });
  }

  private static Route partners() {
    return Route.tables(
        "/partners",
        "partners",
        "Who attends and who signed frameworks of cooperation, and who makes what.",
        Work.QUESTION,
        List.of(Param.flag("signed", "Only those that signed a framework.")),
        (at, asked) -> new PartnerList(asked.flag("signed")).answer(at.evidence()));
  }

  private static Route projects() {
    return Route.tables(
        "/projects",
        "projects",
        "The pipeline of mines, refineries and magnet plants.",
        Work.QUESTION,
        List.of(
            Param.words("material", "A word of minerals or products.", "gallium"),
            Param.words("country", "Only projects in this country.", "AUS")),
        (at, asked) ->
            new ProjectList(asked.word("material"), asked.word("country")).answer(at.evidence()));
  }

  private static Route risk() {
    return Route.tables(
        "/risk",
        "risk",
        "How concentrated products are, and how far countries rely on imports of them.",
        Work.QUESTION,
        List.of(
            MATERIAL,
            Param.words("country", "Regions by comma; joined by + they are one.", "USA+JPN+EU27"),
            Param.words("method", "concentration, eu-supply-risk, geopolrisk, or all.", "all"),
            Param.count("year", 1990, 2100, "Of the volumes; else the base year.", 2024)),
        (at, asked) ->
            new AssessRisk(
                    asked.word("material"),
                    asked.word("country"),
                    asked.word("method").map(RiskMethod::parse),
                    asked.count("year"),
                    Optional.empty(),
                    false)
                .answer(at.evidence(), at.folder()));
  }

  private static Route scenarios() {
    return Route.tables(
        "/scenarios",
        "",
        "The scenarios that can be named.",
        Work.FILE,
        List.of(),
        (at, asked) ->
            Answer.of("Scenarios")
                .with(
                    Table.of("scenarios", "Scenarios", ScenarioChoice.listNames(at.session()))
                        .words("name", "name", name -> name)
                        .words("title", "title", name -> at.scenario(Optional.of(name)).title())));
  }

  private static Route scenario() {
    return Route.document(
        "GET",
        "/scenarios/{name}",
        "",
        "A scenario as its file states it.",
        List.of(YAML),
        List.of(),
        Route.Body.NONE,
        Work.FILE,
        (at, asked) ->
            Reply.of(
                200, YAML, ScenarioFile.print(at.scenario(Optional.of(asked.inPath("name"))))));
  }

  private static Route lab() {
    return ofState(
        "/lab",
        "lab",
        "What levers on a scenario change: prices, trade, who gains and who pays.",
        JSON,
        Work.QUESTION,
        (at, asked) -> json(at.lab().ask(state(at, asked), IN_TIME, () -> false).json()));
  }

  private static Route labScenario() {
    return ofState(
        "/lab/scenario.yaml",
        "lab --yaml",
        "The same question as a scenario file, unsolved.",
        YAML,
        Work.FILE,
        (at, asked) -> Reply.of(200, YAML, LabCase.of(state(at, asked), at.lab().words()).yaml()));
  }

  private static Route labDraws() {
    return ofState(
        "/lab/draws",
        "",
        "A hundred draws of the parameters as they come, and bands after 20, 50 and 100.",
        EVENTS,
        Work.DRAWS,
        (at, asked) -> {
          LabState state = state(at, asked);
          return Reply.streamed(
              EVENTS,
              STREAMED,
              out -> {
                long end = System.nanoTime() + STREAMED.toNanos();
                new DrawEvents(out).write(at.draws(), state, () -> System.nanoTime() > end);
              });
        });
  }

  private static Route labWhy() {
    return ofState(
        "/lab/why",
        "lab --why",
        "What the answer hangs on: slopes of the levers, and every figure of the chain.",
        JSON,
        Work.QUESTION,
        (at, asked) ->
            json(Rendering.json(LabWhy.of(at.lab(), state(at, asked), IN_TIME, () -> false))));
  }

  private static Route ofState(
      String path, String verb, String summary, String type, Work work, Route.Replying reply) {
    Route.Says says = new Route.Says.OfState(verb, type, reply);
    return new Route("GET", path, summary, List.of(), Route.Body.NONE, Role.READER, work, says);
  }

  private static LabState state(ServedWorld at, Asked asked) {
    Loaded<LabState> state = LabState.parse(asked.query(), at.lab().words());
    if (state.hasErrors()) {
      throw Refusal.ofIssues("the question", state.issues());
    }
    return state.value();
  }

  private static Route solve() {
    return Route.document(
        "GET",
        "/solve",
        "solve",
        "The market of a scenario, the card of a stop, or a stop's price by month.",
        List.of(JSON),
        List.of(
            SCENARIO,
            PRODUCT,
            Param.words("stop", "A stop instead, exporter and product.", "CHN:gallium/refined"),
            Param.words("months", "With stop: its price by month.", "1..24"),
            Param.flag("sensitivities", "What the answer for product hangs on."),
            Param.count("until", 2025, 2100, "Of product, year by year up to this one.", 2030),
            Param.words("growth", "With until: the outlook of demand to follow.", "IEA STEPS")),
        Route.Body.NONE,
        Work.STUDY,
        (at, asked) -> solved(at, asked, at.scenario(asked.word("scenario"))));
  }

  private static Route solveDocument() {
    return Route.document(
        "POST",
        "/solve",
        "solve",
        "The market of the scenario, or the market file, that is sent.",
        List.of(JSON),
        List.of(
            PRODUCT,
            Param.flag("sensitivities", "What the answer hangs on."),
            Param.words("node", "Of a market file: the price at these nodes as well.", "north")),
        Route.Body.DOCUMENT,
        Work.STUDY,
        (at, asked) -> {
          if (SolveMarket.isMarketText(asked.text())) {
            Refusal.requireUse("product", asked.word("product").isEmpty(), "for a market file");
            return json(
                new SolveMarket(
                        SolveMarket.parse("the document", asked.text()),
                        asked.flag("sensitivities"),
                        asked.words("node"),
                        SolverLimits.USUAL)
                    .solve()
                    .json());
          }
          Refusal.requireUse("node", asked.word("node").isEmpty(), "for a scenario");
          return solved(at, asked, parse(at, asked));
        });
  }

  private static Scenario parse(ServedWorld at, Asked asked) {
    Loaded<Optional<Scenario>> loaded =
        ScenarioFile.parse("the document", asked.text(), at.evidence());
    return loaded.value().orElseThrow(() -> Refusal.ofIssues("the document", loaded.issues()));
  }

  private static Reply solved(ServedWorld at, Asked asked, Scenario scenario) {
    AskScenario question =
        new AskScenario(
            asked.word("product"),
            asked.word("stop"),
            asked.word("months"),
            asked.flag("sensitivities"),
            asked.count("until"),
            asked.word("growth"),
            SolverLimits.USUAL);
    AskScenario.Result result =
        question.ask(
            at.evidence(),
            scenario,
            PastEpisodes.read(at.folder(), at.evidence()),
            Planner::leverage,
            at.workers());
    return switch (result) {
      case AskScenario.Result.Solved solved -> json(Rendering.json(solved.answer()));
      case AskScenario.Result.Failed(Outcome.Failure failure) -> json(unsolved(failure));
    };
  }

  /** A market without an answer is an answer: its status and what to try. */
  private static String unsolved(Outcome.Failure failure) {
    return CanonicalJson.write(
        java.util.Map.of("status", "not solved", "message", failure.message()));
  }

  private static Route gsim() {
    return Route.document(
        "POST",
        "/gsim",
        "gsim",
        "What a change of tariffs does in GSIM, of the case that is sent.",
        List.of(JSON),
        List.of(),
        Route.Body.DOCUMENT,
        Work.QUESTION,
        (at, asked) ->
            json(Rendering.json(SolveTariffCase.parse("the document", asked.text()).answer())));
  }

  private static Route leverage() {
    return Route.tables(
        "/leverage",
        "leverage",
        "What each exporter could do to the alliance by stopping a product for a year.",
        Work.STUDY,
        List.of(
            SCENARIO,
            Param.words("exporter", "Only stops by this country or territory.", "CHN"),
            PRODUCT,
            Param.words("importer", "What they do to this member, not to all.", "JPN"),
            Param.count("draws", 0, 1000, "Draws behind each range; else none.", 20)),
        (at, asked) -> {
          Settings settings =
              Settings.QUICK
                  .withDraws(asked.count("draws").orElse(0))
                  .withPast(PastEpisodes.read(at.folder(), at.evidence()));
          return new StopList(asked.word("exporter"), asked.word("product"), asked.word("importer"))
              .answer(
                  at.evidence(),
                  at.scenario(asked.word("scenario")),
                  settings,
                  PosteriorFolder.drawsOf(at.world(), at.folder()),
                  Planner::leverage,
                  at.workers());
        });
  }

  private static Route backtest() {
    return Route.tables(
        "/backtest",
        "backtest",
        "Past shocks and export controls, beside what the market model says of them.",
        Work.STUDY,
        List.of(
            Param.count("draws", 0, 1000, "Of the parameters, for ranges; else 40.", 40),
            Param.count("seed", 0, Long.MAX_VALUE, "Of the draws; else that of the plan.", 7),
            Param.words("set", "Parameters at other values, by comma.", "capacity-headroom=0.6")),
        (at, asked) ->
            new BacktestWorld(
                    Optional.empty(),
                    asked.count("draws").orElse(40),
                    asked.word("seed").map(Long::valueOf).orElse(Settings.SEED),
                    asked.words("set"))
                .answer(at.world(), at.folder()));
  }

  private static Reply json(String text) {
    return Reply.of(200, JSON, text.getBytes(StandardCharsets.UTF_8));
  }
}
