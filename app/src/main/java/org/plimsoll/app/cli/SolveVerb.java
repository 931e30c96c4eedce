package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.market.AskScenario;
import org.plimsoll.app.market.DrawsOf;
import org.plimsoll.app.market.LeverageMaker;
import org.plimsoll.app.market.Levers;
import org.plimsoll.app.market.PastEpisodes;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.market.SolveMarket;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll solve}. */
@Command(
    name = "solve",
    description = {
      "Solves the market of a scenario, or of a file that states one whole.",
      "A scenario is shown before and after: prices in the alliance, in third countries and at the",
      "restrictor, trade, shortage, who gains and who pays, with a certificate. Market files:",
      "docs/reference/market-file.md; what --json prints of them: market-answer.md."
    },
    footer = {
      "  plimsoll solve export-stop-chn-all",
      "  plimsoll solve --product gallium",
      "  plimsoll solve --stop COD:cobalt/mine",
      "  plimsoll solve --stop CHN:gallium/refined --months 1..24 --html gallium.html",
      "  plimsoll solve --floor gallium/refined=800USD/kg --exempt AUS --add Wagerup",
      "  plimsoll solve --stop CHN:gallium/refined --add METLEN --release gallium/refined=5t",
      "  plimsoll solve --product neodymium-praseodymium/oxide --sensitivities --json",
      "  plimsoll solve --product gallium --until 2035",
      "  plimsoll solve examples/markets/spatequ.json",
      "  plimsoll solve examples/markets/variable-levy-two-region.yaml --sensitivities",
      "  plimsoll solve - --json < examples/markets/variable-levy-two-region.yaml",
      "",
      "Exit codes: 0 solved, 1 no answer, 2 a fault in the file or its name."
    })
final class SolveVerb extends WorldVerb {
  private static final String STANDARD_INPUT = "-";
  private static final int MOST_SECONDS = 86_400;
  private static final double NANOS = 1e9;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = {
        "A name in scenarios/, or a file; default: " + ScenarioChoice.DEFAULT + ".",
        "A market file in JSON or YAML; - reads one from standard input."
      })
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--product",
      paramLabel = "NAME",
      description = "Country by country for this commodity or product: gallium, gallium/refined.")
  private Optional<String> product = Optional.empty();

  @Option(
      names = "--stop",
      paramLabel = "EXPORTER:PRODUCT",
      description = {
        "The card of a stop on top of what is in force, to the alliance and to all:",
        "CHN:gallium/refined."
      })
  private Optional<String> stop = Optional.empty();

  @Option(
      names = "--months",
      paramLabel = "FROM..TO",
      description = {
        "With --stop: its price by the months that markets have, 1..24 or 3,6,12, with private",
        "stocks and fear and without."
      })
  private Optional<String> months = Optional.empty();

  @Option(
      names = "--sensitivities",
      description = {
        "What the answer for --product, or of a market file, hangs on: every figure that its",
        "market is made of."
      })
  private boolean sensitivities;

  @Option(
      names = "--node",
      paramLabel = "NAMES",
      split = ",",
      description = "With --sensitivities of a market file: the price at these nodes as well.")
  private List<String> nodes = List.of();

  @Option(
      names = "--until",
      paramLabel = "YEAR",
      description = "The market of --product year by year up to this one, such as 2035.")
  private Optional<Integer> until = Optional.empty();

  @Option(
      names = "--growth",
      paramLabel = "NAME",
      description = {
        "With --until: the outlook of demand to follow; default: IEA STEPS, and where it has"
            + " nothing, our range."
      })
  private Optional<String> growth = Optional.empty();

  @Option(
      names = "--floor",
      paramLabel = "PRODUCT=PRICE",
      description = {
        "Your measure, on top of what is in force: a floor that every member keeps, as",
        "gallium/refined=800USD/kg. It is shown without, with, and the difference."
      })
  private List<String> floors = List.of();

  @Option(
      names = "--add",
      paramLabel = "PLANT",
      description =
          "Your measure: a plant by row or name, P067, METLEN, or GRC:gallium/refined=50t.")
  private List<String> added = List.of();

  @Option(
      names = "--release",
      paramLabel = "PRODUCT=TONNES",
      description = "Your measure: sold from stock in the --stop, as gallium/refined=30t.")
  private List<String> released = List.of();

  @Option(
      names = "--cfd",
      paramLabel = "PRODUCT=PRICE",
      description = {
        "Your measure: a contract for difference with the members' makers, as",
        "gallium/refined=800USD/kg."
      })
  private List<String> contracts = List.of();

  @Option(
      names = "--exempt",
      paramLabel = "COUNTRIES",
      split = ",",
      description = "With --floor: these pay no levy either, as AUS,KOR.")
  private List<String> exempt = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = {
        "The longest that one search for a market may take; default: ${DEFAULT-VALUE}. Searches"
            + " are also ended by",
        "their steps, which no clock counts, so a slow machine gives the same answer or none."
      })
  private double seconds = 600;

  private final LeverageMaker maker;

  SolveVerb(Console console, LeverageMaker maker) {
    super(console);
    this.maker = maker;
  }

  @Override
  public Integer call() {
    if (scenario.map(word -> word.equals(STANDARD_INPUT) || isMarket(word)).orElse(false)) {
      return solveMarket(scenario.get());
    }
    Refusal.requireUse("--node", nodes.isEmpty(), "for a scenario, only for a market file");
    AskScenario asked =
        new AskScenario(product, stop, months, sensitivities, until, growth, levers(), limits());
    StampedWorld world = console.openWorld(options.world());
    Evidence evidence = world.evidence();
    Scenario its =
        ScenarioChoice.read(scenario.orElse(ScenarioChoice.DEFAULT), console.session(), evidence)
            .scenario();
    Path folder = console.session().world(options.world());
    List<ShockOutcome> past = PastEpisodes.read(folder, evidence);
    DrawsOf drawn = PosteriorFolder.drawsOf(world, folder);
    Workers workers = Workers.ofAllProcessors();
    return switch (console.watched(
        progress -> asked.ask(evidence, its, past, drawn, maker, workers.watchedBy(progress)))) {
      case AskScenario.Result.Solved(Answer answer, Supplier<String> page) ->
          console.print(answer, options.answer(), page);
      case AskScenario.Result.Failed failed -> console.fail(failed.failure());
    };
  }

  private Levers levers() {
    return new Levers(floors, added, released, contracts, exempt);
  }

  private static boolean isMarket(String word) {
    return SolveMarket.isMarket(Path.of(word));
  }

  private int solveMarket(String file) {
    if (product.isPresent()
        || stop.isPresent()
        || months.isPresent()
        || until.isPresent()
        || growth.isPresent()
        || !levers().equals(new Levers(List.of(), List.of(), List.of(), List.of(), List.of()))
        || options.world().isPresent()) {
      throw Refusal.of(
          "a market file takes no option but --sensitivities, --node, --seconds and those of the"
              + " answer",
          "leave the others out");
    }
    MarketCase market =
        file.equals(STANDARD_INPUT)
            ? SolveMarket.parse("standard input", standardInput())
            : SolveMarket.read(Path.of(file));
    SolveMarket.Result result = new SolveMarket(market, sensitivities, nodes, limits()).solve();
    if (options.asJson()) {
      console.print(result.json());
    }
    return switch (result) {
      case SolveMarket.Result.Solved solved ->
          options.asJson() ? 0 : console.print(solved.answer(), options.answer());
      case SolveMarket.Result.Failed failed -> console.fail(failed.failure());
    };
  }

  private static String standardInput() {
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Refusal.of("standard input cannot be read: " + e.getMessage(), "name a file");
    }
  }

  private SolverLimits limits() {
    if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
      throw Refusal.of(
          "--seconds is " + seconds + ", but must lie above 0 and up to " + MOST_SECONDS,
          "leave it out");
    }
    return SolverLimits.USUAL.within(
        Duration.ofNanos(Math.round(seconds * NANOS)), System::nanoTime);
  }
}
