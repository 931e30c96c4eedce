package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.app.market.BacktestWorld;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.planner.study.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll backtest}. */
@Command(
    name = "backtest",
    description = {
      "What export controls did to trade, as measured, beside what the market model says.",
      "Both are volume and unit value of imports, given the share still licensed, and without",
      "knowing it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll backtest                      the controls that the world's own table holds",
      "  plimsoll backtest my-events.csv --json",
      "  plimsoll backtest --draws 200 --seed 7",
      "  plimsoll backtest --set capacity-headroom=0.6 --draws 0",
      "  plimsoll backtest --fit                what fitting could gain",
      "",
      "Definitions and limits: docs/method/backtests.md; table: docs/reference/control-events.md"
    })
final class BacktestVerb implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A table of measured effects; without it the world's own.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--draws",
      paramLabel = "COUNT",
      description = "Of the parameters, for ranges; default: ${DEFAULT-VALUE}; 0 for none.")
  private int draws = 40;

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
      description = "How far parameters within their ranges bring the model to what may be fitted.")
  private boolean isFit;

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  BacktestVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    BacktestWorld asked = new BacktestWorld(file, draws, seed.orElse(Settings.SEED), set, isFit);
    Evidence evidence = console.readWorld(options.world());
    Path world = console.session().world(options.world());
    return console.print(asked.answer(evidence, world), options, evidence);
  }
}
