package org.plimsoll.app.server;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.market.AskScenario;
import org.plimsoll.app.market.BacktestWorld;
import org.plimsoll.app.market.Levers;
import org.plimsoll.app.market.PastEpisodes;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.market.SolveMarket;
import org.plimsoll.app.market.SolveTariffCase;
import org.plimsoll.app.market.StopList;
import org.plimsoll.app.portfolio.ChoosePortfolio;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.study.Settings;

/** Questions to the market of a scenario, and of a document. */
final class MarketRoutes {
  private static final String JSON = "application/json";
  private static final Param SCENARIO =
      Param.words("scenario", "A name of /scenarios; the plan's if left out.", "action-plan-2026");
  private static final Param PRODUCT =
      Param.words("product", "A commodity or product.", "gallium/refined");

  private MarketRoutes() {}

  static List<Route> list() {
    return List.of(solve(), solveDocument(), gsim(), leverage(), portfolio(), backtest());
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
            Param.words("growth", "With until: the outlook of demand to follow.", "IEA STEPS"),
            Param.words("floor", "Your measure: floors, with units.", "gallium/refined=800USD/kg"),
            Param.words("add", "Your measure: plants by row or name.", "P067"),
            Param.words("release", "Your measure in the stop: stock sold.", "gallium/refined=5t"),
            Param.words("cfd", "Your measure: contracts with makers.", "gallium/refined=800USD/kg"),
            Param.words("exempt", "With floor: these pay no levy either.", "AUS,KOR")),
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
            return Rendering.sent(
                new SolveMarket(
                        SolveMarket.parse("the document", asked.text()),
                        asked.flag("sensitivities"),
                        asked.words("node"),
                        SolverLimits.USUAL)
                    .solve()
                    .json());
          }
          Refusal.requireUse("node", asked.word("node").isEmpty(), "for a scenario");
          return solved(at, asked, at.parse(asked.text()));
        });
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
            new Levers(
                asked.words("floor"),
                asked.words("add"),
                asked.words("release"),
                asked.words("cfd"),
                asked.words("exempt")),
            SolverLimits.USUAL);
    AskScenario.Result result =
        question.ask(
            at.evidence(),
            scenario,
            PastEpisodes.read(at.unchangedFolder(), at.evidence()),
            PosteriorFolder.drawsOf(at.world(), at.unchangedFolder()),
            Planner::leverage,
            at.workers());
    return switch (result) {
      case AskScenario.Result.Solved solved -> Rendering.sent(Rendering.json(solved.answer()));
      case AskScenario.Result.Failed(Outcome.Failure failure) -> Rendering.sent(unsolved(failure));
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
            Rendering.sent(
                Rendering.json(SolveTariffCase.parse("the document", asked.text()).answer())));
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
                  .withPast(PastEpisodes.read(at.unchangedFolder(), at.evidence()));
          return new StopList(asked.word("exporter"), asked.word("product"), asked.word("importer"))
              .answer(
                  at.evidence(),
                  at.scenario(asked.word("scenario")),
                  settings,
                  PosteriorFolder.drawsOf(at.world(), at.unchangedFolder()),
                  Planner::leverage,
                  at.workers());
        });
  }

  private static Route portfolio() {
    return Route.tables(
        "/portfolio",
        "portfolio",
        "Which actions to take together against the stop of a chain.",
        Work.STUDY,
        List.of(
            SCENARIO,
            Param.words("chain", "A commodity, a product, or a word of its name.", "gallium"),
            Param.words("stop", "The stop, or chain; else the costliest.", "CHN:gallium/refined"),
            Param.words("chance", "Of the stop in a year; else its exporter's.", "0.1"),
            Param.words("budget", "Capital of members, USD; else no limit.", "USA=2e9,JPN=5e8"),
            Param.count("draws", 0, 200, "Draws behind ranges and regrets; else none.", 20)),
        (at, asked) ->
            new ChoosePortfolio(
                    asked.word("chain").orElse(""),
                    asked.word("stop"),
                    asked.word("chance"),
                    asked.word("budget"))
                .answer(
                    at.evidence(),
                    at.scenario(asked.word("scenario")),
                    Settings.FULL
                        .withDraws(asked.count("draws").orElse(0))
                        .withFit(PosteriorFolder.drawsOf(at.world(), at.unchangedFolder()).fit()),
                    at.workers()));
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
                .answer(at.world(), at.unchangedFolder()));
  }
}
