package org.plimsoll.app.cli;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.floors.ReferenceFolder;
import org.plimsoll.app.floors.ReferencePrice;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.study.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll reference}. */
@Command(
    name = "reference",
    description = {
      "The reference price of a product: by one method, with every input, or by all side by side.",
      "Where not enough is known it says what is missing. Methods: docs/method/reference.md."
    },
    footer = {
      "  plimsoll reference yttrium/oxide --method index",
      "  plimsoll reference yttrium/oxide --method index --challenge F025=9USD/kg",
      "  plimsoll reference neodymium-praseodymium/oxide",
      "  plimsoll reference neodymium-praseodymium/oxide --method cost-plus --in-force 60"
    })
final class ReferenceVerb extends WorldVerb {
  @Parameters(paramLabel = "PRODUCT", description = "A product: gallium/refined.")
  private String product = "";

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description = "cost-plus, index, structural or incentive; default: all side by side.")
  private Optional<String> method = Optional.empty();

  @Option(
      names = "--challenge",
      split = ",",
      paramLabel = "ID=VALUE",
      description = {
        "Another value of an input, and what it changes: F025=9USD/kg. May be given again.",
        "Challenges that are to stay are rows of world/hand/challenges.csv."
      })
  private List<String> challenges = List.of();

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description =
          "Of the quotes of an index; default: the latest of which it is said what traded.")
  private Optional<Integer> year = Optional.empty();

  @Option(
      names = "--tonnes",
      paramLabel = "N",
      description = {
        "What projects are to make a year, of the incentive price; default: what brings the first",
        "supplier of the alliance down to its limit."
      })
  private Optional<String> tonnes = Optional.empty();

  @Option(
      names = "--in-force",
      paramLabel = "USD/kg",
      description = "With --method: the reference price in force, which the estimate revises.")
  private Optional<String> inForce = Optional.empty();

  @Option(
      names = "--moved",
      split = ",",
      paramLabel = "NAME=SHARE",
      description = "With --in-force: energy, wages or currency since the estimate: energy=10%%.")
  private List<String> moved = List.of();

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

  ReferenceVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    ReferencePrice asked =
        new ReferencePrice(product, method, challenges, year, tonnes, inForce, moved, prices);
    Evidence evidence = readWorld();
    Scenario its = ScenarioChoice.read(scenario, console.session(), evidence).scenario();
    return print(
        asked.answer(
            evidence,
            its,
            ReferenceFolder.read(console.session().world(options.world()), evidence),
            Workers.ofAllProcessors()),
        evidence);
  }
}
