package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.market.DrawsOf;
import org.plimsoll.app.market.LeverageMaker;
import org.plimsoll.app.market.PastEpisodes;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.market.StopList;
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

/** {@code plimsoll leverage}. */
@Command(
    name = "leverage",
    description = {
      "What each exporter could do to the alliance by stopping a product for a year.",
      "Every row is a solved market of its own; it says what could be done, not what is meant."
    },
    footer = {
      "  plimsoll leverage",
      "  plimsoll leverage --product gallium --draws 20",
      "  plimsoll leverage --exporter CHN --importer JPN --json"
    })
final class LeverageVerb extends WorldVerb {
  private static final int MOST_DRAWS = 1_000;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "A name in scenarios/, or a file; default: " + ScenarioChoice.DEFAULT + ".")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--exporter",
      paramLabel = "NAME",
      description = "Only stops by this country or territory.")
  private Optional<String> exporter = Optional.empty();

  @Option(
      names = "--product",
      paramLabel = "NAME",
      description = "Only this commodity or product: gallium, gallium/refined.")
  private Optional<String> product = Optional.empty();

  @Option(
      names = "--importer",
      paramLabel = "NAME",
      description = "What the stops do to this member instead of all together.")
  private Optional<String> importer = Optional.empty();

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Draws of the parameters behind each range; default: the central case alone.")
  private int draws;

  private final LeverageMaker maker;

  LeverageVerb(Console console, LeverageMaker maker) {
    super(console);
    this.maker = maker;
  }

  @Override
  public Integer call() {
    if (draws < 0 || draws > MOST_DRAWS) {
      throw Refusal.of("--draws is " + draws, "write 20, at most " + MOST_DRAWS);
    }
    StampedWorld world = console.openWorld(options.world());
    Path folder = console.session().world(options.world());
    Evidence evidence = world.evidence();
    Scenario asked =
        ScenarioChoice.read(scenario.orElse(ScenarioChoice.DEFAULT), console.session(), evidence)
            .scenario();
    StopList stops = new StopList(exporter, product, importer);
    Settings settings =
        Settings.QUICK.withDraws(draws).withPast(PastEpisodes.read(folder, evidence));
    DrawsOf of = PosteriorFolder.drawsOf(world, folder);
    Workers workers = Workers.ofAllProcessors();
    Answer answer =
        console.watched(progress ->
            stops.answer(evidence, asked, settings, of, maker, workers.watchedBy(progress)));
    return print(answer, evidence);
  }
}
