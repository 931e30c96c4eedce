package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.market.BacktestWorld;
import org.plimsoll.app.market.FitShocks;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll backtest}. */
@Command(
    name = "backtest",
    description = {
      "Past shocks and export controls, beside what the market model says of them.",
      "Of shocks the price outside, net of the rise inside too, beside a curve without theory and",
      "no change; of controls volume and unit value of imports, given the share still licensed and",
      "without knowing it."
    },
    footer = {
      "  plimsoll backtest                      the shocks and controls of the world's own tables",
      "  plimsoll backtest my-episodes.csv      shocks of your own",
      "  plimsoll backtest my-events.csv --json",
      "  plimsoll backtest --draws 200 --seed 7",
      "  plimsoll backtest --set capacity-headroom=0.6 --draws 0",
      "  plimsoll backtest --fit --out fit      fit the market to the shocks, an hour; it resumes",
      "",
      "Definitions and limits: docs/method/backtests.md; tables: docs/reference/episodes.md and",
      "docs/reference/control-events.md"
    })
final class BacktestVerb extends WorldVerb {
  private static final int DRAWS = 40;
  private static final int FIT_DRAWS = 1000;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A table of shocks or of measured effects; default: the world's own.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--draws",
      paramLabel = "COUNT",
      description = "Of the parameters, for ranges; default: 40, of a fit 1000; 0 for none.")
  private Optional<Integer> draws = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Of the draws; default: that of the plan.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the market at this value instead; may be given several times.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--fit",
      description = {
        "Fit the market's parameters to the world's past shocks: minutes. Stopped, it goes",
        "on where it was."
      })
  private boolean isFit;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the fit is kept; default: WORLD/posterior.")
  private Optional<Path> out = Optional.empty();

  BacktestVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Refusal.requireUse("--out", out.isEmpty() || isFit, "without --fit");
    Refusal.requireUse("--set", set.isEmpty() || !isFit, "beside --fit");
    long number = seed.orElse(Settings.SEED);
    StampedWorld world = console.openWorld(options.world());
    Path folder = console.session().world(options.world());
    Workers workers = Workers.ofAllProcessors();
    Answer answer =
        console.watched(progress ->
            isFit
                ? new FitShocks(draws.orElse(FIT_DRAWS), number, out)
                    .answer(world, folder, workers.watchedBy(progress))
                : new BacktestWorld(file, draws.orElse(DRAWS), number, set).answer(world, folder));
    return print(answer, world.evidence());
  }
}
