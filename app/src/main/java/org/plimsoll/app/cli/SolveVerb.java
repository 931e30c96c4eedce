package org.plimsoll.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.market.OutlookTables;
import org.plimsoll.app.market.SensitivityTables;
import org.plimsoll.app.market.SolvedScenario;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.outlook.GrowthPath;
import org.plimsoll.planner.plan.Planner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll solve}. */
@Command(
    name = "solve",
    description = {
      "Solves the market of a scenario, or of a file that states one whole.",
      "A scenario is shown before and after: prices inside and outside, trade, shortage, who gains",
      "and who pays, with a certificate. Market files: docs/reference/market-file.md; what --json",
      "prints of them: market-answer.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll solve export-stop-chn-all",
      "  plimsoll solve --product gallium",
      "  plimsoll solve --product neodymium-praseodymium/oxide --sensitivities --json",
      "  plimsoll solve --product gallium --until 2035",
      "  plimsoll solve examples/markets/spatequ.json",
      "  plimsoll solve examples/markets/variable-levy-two-region.yaml --sensitivities",
      "  plimsoll solve - --json < examples/markets/variable-levy-two-region.yaml",
      "",
      "Exit codes: 0 solved, 1 no answer, 2 a fault in the file or its name."
    })
final class SolveVerb implements Callable<Integer> {

  /** Outlooks of demand say nothing of later years. */
  private static final int MOST_YEARS = 16;

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
      names = "--sensitivities",
      description = {
        "What the answer for --product, or of a market file, hangs on: every figure that its",
        "market is made of."
      })
  private boolean sensitivities;

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
      names = "--seconds",
      paramLabel = "N",
      description = {
        "The longest that one search for a market may take; default: ${DEFAULT-VALUE}. Searches"
            + " are also ended by",
        "their steps, which no clock counts, so a slow machine gives the same answer or none."
      })
  private double seconds = 600;

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  SolveVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (scenario.map(SolvedFile::isMarket).orElse(false)) {
      if (product.isPresent()
          || until.isPresent()
          || growth.isPresent()
          || options.world().isPresent()) {
        throw Refusal.of(
            "a market file takes no option but --sensitivities, --seconds and --json",
            "leave the others out");
      }
      return new SolvedFile(console, limits())
          .solve(scenario.get(), sensitivities, options.asJson());
    }
    requireProduct("--sensitivities", sensitivities);
    requireProduct("--until", until.isPresent());
    Refusal.requireUse("--growth", growth.isEmpty() || until.isPresent(), "without --until");
    SolverLimits limits = limits();
    Evidence evidence = console.session().readWorld(options.world());
    List<String> outlooks = growth.map(List::of).orElse(GrowthPath.USUAL);
    if (until.isPresent()) {
      requireYear(until.get(), evidence);
      // Refuses an outlook that the world does not have, before the market is solved.
      GrowthPath.of(
          evidence.inUse().growth(), evidence.baseYear(), outlooks, ParameterDraw.central());
    }
    Scenario asked =
        ScenarioChoice.read(scenario.orElse(ScenarioChoice.DEFAULT), console.session(), evidence)
            .scenario();
    List<ProductId> products =
        product
            .map(word -> new Selection(evidence).products(word).stream().map(Product::id).toList())
            .orElse(List.of());
    Scenario whole = Planner.withControls(evidence, asked);
    Market market = Market.of(evidence, whole, ParameterDraw.central());
    return switch (market.solve(limits)) {
      case Outcome.Converged solved -> {
        Answer answer = new SolvedScenario(evidence, whole, market, solved).answer(products);
        List<Answer.Table> more = new ArrayList<>();
        if (sensitivities) {
          products.stream()
              .filter(market.listProducts()::contains)
              .forEach(p -> more.addAll(SensitivityTables.of(evidence, whole, p)));
        }
        until.ifPresent(last ->
            more.addAll(
                OutlookTables.of(Planner.outlook(evidence, asked, outlooks, last), products)));
        yield console.print(answer.and(more), options.asJson());
      }
      case Outcome.Failure failure -> console.fail(failure);
    };
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

  private void requireProduct(String option, boolean isAsked) {
    if (isAsked && product.isEmpty()) {
      throw Refusal.of(option + " needs a product", "add --product gallium/refined");
    }
  }

  private static void requireYear(int last, Evidence evidence) {
    int first = evidence.baseYear();
    if (last <= first || last > first + MOST_YEARS) {
      throw Refusal.of(
          "--until is " + last + ", but must lie after " + first,
          "name a year up to " + (first + MOST_YEARS));
    }
  }
}
