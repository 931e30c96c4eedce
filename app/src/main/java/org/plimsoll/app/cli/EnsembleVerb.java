package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.market.DrawsOf;
import org.plimsoll.app.market.MakeEnsemble;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll ensemble}. */
@Command(
    name = "ensemble",
    description = {
      "Scenarios solved in numbered draws of the parameters, those of the fit to past shocks.",
      "Of the priors where the world's tables are no longer those of the fit: it says so.",
      "Prices, use and output of the alliance and its members, their gains and losses: each draw",
      "rows of draws.parquet, with quantiles. Stopped, the same command goes on where it was and",
      "ends with the same bytes."
    },
    footer = {
      "  plimsoll ensemble --draws 0..99 --out runs",
      "  plimsoll ensemble export-stop-chn-all quota-cod-cobalt --draws 0..999 --seed 7 --out runs",
      "",
      "What is in the folder: docs/method/response.md"
    })
final class EnsembleVerb extends WorldVerb {
  @Parameters(
      arity = "0..*",
      paramLabel = "SCENARIO",
      description = "Names or files of scenarios; without any the plan's.")
  private List<String> scenarios = List.of(ScenarioChoice.DEFAULT);

  @Option(
      names = "--draws",
      paramLabel = "FROM..TO",
      required = true,
      description = "Numbers of the first and the last draw.")
  private String draws = "";

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Of the draws; default: that of the plan.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the draws are kept.")
  private Path out = Path.of("");

  @Option(
      names = "--threads",
      paramLabel = "COUNT",
      description = "That solve; default: one for each processor.")
  private Optional<Integer> threads = Optional.empty();

  EnsembleVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    MakeEnsemble.Span span = MakeEnsemble.Span.parse("--draws", draws);
    Output.besides("--out", out);
    MakeEnsemble asked = new MakeEnsemble(span, seed.orElse(Settings.SEED), out);
    StampedWorld world = console.openWorld(options.world());
    DrawsOf of = PosteriorFolder.drawsOf(world, console.session().world(options.world()));
    List<Scenario> read =
        scenarios.stream()
            .map(name -> ScenarioChoice.read(name, console.session(), world.evidence()).scenario())
            .toList();
    int count = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (count < 1) {
      throw Refusal.of("--threads is " + count, "write 2");
    }
    try (ForkJoinPool pool = new ForkJoinPool(count)) {
      Answer answer =
          console.watched(
              progress -> asked.answer(world, of, read, Workers.of(pool).watchedBy(progress)));
      return print(answer.fact("folder", out.toString()), world.evidence());
    }
  }
}
