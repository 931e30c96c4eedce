package org.plimsoll.app.cli;

import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.market.DrawsOf;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.portfolio.ChoosePortfolio;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll portfolio}. */
@Command(
    name = "portfolio",
    description = {
      "Chooses actions to take together against the stop of a chain.",
      "Each alone, in pairs and in bundles, by solved markets; the set with the least regret;",
      "links that nothing mends."
    },
    footer = {
      "  plimsoll portfolio --chain NdFeB",
      "  plimsoll portfolio --chain gallium --stop CHN:gallium/refined --chance 0.1",
      "  plimsoll portfolio --chain graphite --budget USA=5e8,JPN=2e8,EU=5e8 --json"
    })
final class PortfolioVerb extends WorldVerb {
  private static final int MOST_DRAWS = 200;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "A name in scenarios/, or a file; default: " + ScenarioChoice.DEFAULT + ".")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--chain",
      required = true,
      paramLabel = "NAME",
      description = "A commodity, a product, or a word of its name: gallium, NdFeB.")
  private String chain = "";

  @Option(
      names = "--stop",
      paramLabel = "EXPORTER:PRODUCT",
      description = {
        "The stop: CHN:gallium/refined, or chain for every stage but the mine at once; default:",
        "the costliest stop of one product."
      })
  private Optional<String> stop = Optional.empty();

  @Option(
      names = "--chance",
      paramLabel = "P",
      description = "Of the stop in a year, as 0.1; default: that of its exporter.")
  private Optional<String> chance = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "MEMBER=USD,…",
      description = "Capital that each member can lay out; default: no limit.")
  private Optional<String> budget = Optional.empty();

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Draws of the parameters behind ranges and regrets; default: ${DEFAULT-VALUE}.")
  private int draws = Settings.DRAWS;

  PortfolioVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (draws < 0 || draws > MOST_DRAWS) {
      throw Refusal.of("--draws is " + draws, "write 20, at most " + MOST_DRAWS);
    }
    ChoosePortfolio asked = new ChoosePortfolio(chain, stop, chance, budget);
    StampedWorld world = console.openWorld(options.world());
    Evidence evidence = world.evidence();
    Scenario its =
        ScenarioChoice.read(scenario.orElse(ScenarioChoice.DEFAULT), console.session(), evidence)
            .scenario();
    DrawsOf of = PosteriorFolder.drawsOf(world, console.session().world(options.world()));
    Settings settings = Settings.FULL.withDraws(draws).withFit(of.fit());
    Workers workers = Workers.ofAllProcessors();
    Answer answer =
        console.watched(
            progress -> asked.answer(evidence, its, settings, workers.watchedBy(progress)));
    return print(answer, evidence);
  }
}
