package org.plimsoll.app.cli;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.floors.DesignFloor;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.study.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll floors}. */
@Command(
    name = "floors",
    description = {
      "The smallest floor of a product that reaches a target, and what it does.",
      "Beside it what else would do as much: duties, undertakings, contracts. The guide:",
      "docs/guides/design-a-floor.md."
    },
    footer = {
      "  plimsoll floors neodymium-praseodymium/oxide --target paid=110 --prices base2024",
      "  plimsoll floors neodymium-praseodymium/oxide --target share=65%% --chain",
      "  plimsoll floors gallium --target output=50t --sweep 300..1200 --exempt AUS",
      "  plimsoll floors graphite/anode --target paid=8.5 --suspend-above 12"
    })
final class FloorsVerb extends WorldVerb {
  @Parameters(paramLabel = "PRODUCT", description = "A product: gallium/refined.")
  private String product = "";

  @Option(
      names = "--target",
      paramLabel = "WHAT=VALUE",
      description = {
        "paid=110 (USD/kg, each member's maker), share=65%% (first supplier) or output=1400t;",
        "default: paid, at the price that projects need."
      })
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--chain",
      description = "Floors of the later stages as well, so that no stage's output falls.")
  private boolean chain;

  @Option(
      names = "--sweep",
      paramLabel = "A..B",
      description = "Nine floors from A to B, USD/kg, beside; the search stays between them.")
  private Optional<String> sweep = Optional.empty();

  @Option(
      names = "--exempt",
      paramLabel = "NAMES",
      split = ",",
      description = "Partners on whose goods the floor is not kept.")
  private List<String> exempt = List.of();

  @Option(
      names = "--suspend-above",
      paramLabel = "USD/kg",
      description = "Price in the alliance above which the floor is suspended.")
  private Optional<String> trigger = Optional.empty();

  @Option(
      names = "--stop",
      paramLabel = "EXPORTER:PRODUCT",
      description = "The floor in this stop; with --suspend-above default: of the first supplier.")
  private Optional<String> stop = Optional.empty();

  @Option(
      names = "--prices",
      paramLabel = "VINTAGE",
      description = "Base prices: base2024, preControl or latest; default: the scenario's.")
  private Optional<String> prices = Optional.empty();

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "A name in scenarios/, or a file; default: " + ScenarioChoice.DEFAULT + ".")
  private String scenario = ScenarioChoice.DEFAULT;

  FloorsVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    DesignFloor asked =
        new DesignFloor(product, target, chain, sweep, exempt, trigger, stop, prices);
    Evidence evidence = readWorld();
    Scenario its = ScenarioChoice.read(scenario, console.session(), evidence).scenario();
    return print(asked.answer(evidence, its, Workers.ofAllProcessors()), evidence);
  }
}
