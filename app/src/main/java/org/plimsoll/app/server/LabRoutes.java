package org.plimsoll.app.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.answer.Workbook;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.lab.LabCase;
import org.plimsoll.app.lab.LabPictureFile;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.lab.LabWhy;
import org.plimsoll.app.lab.ScenarioText;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.market.search.SolverLimits;

/** Questions to the Lab: a state is the whole query. */
final class LabRoutes {
  private static final String JSON = "application/json";
  private static final String YAML = "application/yaml";
  private static final String EVENTS = "text/event-stream";
  private static final String CSV = "text/csv; charset=utf-8; header=present";
  private static final String SVG = "image/svg+xml";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String ENDING = ".csv";

  /** Levers that are dragged are answered in time or not at all. */
  private static final SolverLimits IN_TIME =
      SolverLimits.USUAL.within(Duration.ofSeconds(2), System::nanoTime);

  private static final Duration STREAMED = Duration.ofSeconds(60);

  private LabRoutes() {}

  static List<Route> list() {
    return List.of(
        lab(),
        labScenario(),
        labTable(),
        labWorkbook(),
        labPicture(),
        labDraws(),
        labWhy(),
        states());
  }

  private static Route lab() {
    return ofState(
        "/lab",
        "lab",
        "What levers on a scenario change: prices, trade, who gains and who pays.",
        JSON,
        Work.QUESTION,
        (at, asked) -> Rendering.sent(at.lab().ask(state(at, asked), IN_TIME, () -> false).json()));
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

  private static Route labTable() {
    return ofState(
        "/lab/tables/{answer}",
        "",
        "One table of the answer as CSV: products.csv, countries.csv, welfare.csv, flows.csv, …",
        CSV,
        Work.QUESTION,
        (at, asked) -> {
          Answer answer = at.lab().ask(state(at, asked), IN_TIME, () -> false).answer();
          String name = asked.inPath("answer");
          List<String> names = answer.tables().stream().map(table -> table.key() + ENDING).toList();
          if (!names.contains(name)) {
            throw new Api.ProblemFound(
                Problem.of(
                    404,
                    ProblemType.NO_SUCH_THING,
                    "the answer has no table " + name,
                    Nearest.wayOut(name, names, "one of " + String.join(", ", names))));
          }
          return Reply.of(200, CSV, Grid.of(answer.tables().get(names.indexOf(name))).csv());
        });
  }

  private static Route labWorkbook() {
    return ofState(
        "/lab/tables.xlsx",
        "",
        "The tables of the answer as a workbook.",
        XLSX,
        Work.QUESTION,
        (at, asked) ->
            Reply.of(
                200,
                XLSX,
                Workbook.of(at.lab().ask(state(at, asked), IN_TIME, () -> false).answer())));
  }

  private static Route labPicture() {
    return ofState(
        "/lab/picture.svg",
        "",
        "Prices, the chain before and now, and the map, as one picture.",
        SVG,
        Work.QUESTION,
        (at, asked) ->
            Headers.onPictureAlone(
                Reply.of(
                    200,
                    SVG,
                    LabPictureFile.of(
                        at.lab().ask(state(at, asked), IN_TIME, () -> false), at.lab().words()))));
  }

  private static Route states() {
    return Route.document(
        "POST",
        "/states",
        "",
        "The state of the Lab that asks what the scenario asks that is sent.",
        List.of(JSON),
        List.of(),
        Route.Body.DOCUMENT,
        Work.FILE,
        (at, asked) -> {
          Loaded<Optional<LabState>> read =
              ScenarioText.read(asked.text(), Optional.empty(), at.lab().words());
          String query =
              read.value()
                  .orElseThrow(() -> Refusal.ofIssues("the document", read.issues()))
                  .print();
          return Rendering.sent(
              CanonicalJson.write(Map.of("address", "/lab?" + query, "query", query)));
        });
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
            Rendering.sent(
                Rendering.json(LabWhy.of(at.lab(), state(at, asked), IN_TIME, () -> false))));
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
}
