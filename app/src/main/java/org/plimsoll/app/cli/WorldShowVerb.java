package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.world.ShowWorld;
import org.plimsoll.app.world.WorldHtml;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.study.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll world show}: what the pack holds, in all or of one material. */
@Command(
    name = "show",
    description = {
      "What the world pack holds, of all or of one material.",
      "Of a material: its chain stage by stage, who makes and uses it, main flows, what it ends",
      "in, prices, controls, projects, stocks, how sure all that is, and who says so."
    },
    footer = {
      "  plimsoll world show",
      "  plimsoll world show gallium",
      "  plimsoll world show gallium --html gallium.html",
      "  plimsoll world show gallium --stops         what a year without an exporter's would do",
      "  plimsoll world show cobalt --rows           every row with its source",
      "  plimsoll world show antimony/metal --json",
      "",
      "Grades, tiers and what balancing does: docs/method/reconciliation.md"
    })
final class WorldShowVerb extends WorldVerb {
  @Parameters(
      arity = "0..1",
      paramLabel = "MATERIAL",
      description = "A commodity or product: gallium, gallium/refined.")
  private Optional<String> material = Optional.empty();

  @Option(
      names = "--rows",
      description = "Every row as the pack holds it, instead of the page about the material.")
  private boolean rows;

  @Option(
      names = "--stops",
      description = "The cards of its stops under the plan's scenario as well, each solved.")
  private boolean stops;

  WorldShowVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Evidence evidence = readWorld();
    ShowWorld asked = new ShowWorld(material, rows);
    if (material.isEmpty() || rows) {
      return print(asked.answer(evidence), evidence);
    }
    Answer page = stops ? withStops(asked, evidence) : asked.answer(evidence);
    return console.print(
        page, options.answer(), () -> new WorldHtml(asked.subject(evidence)).render());
  }

  private Answer withStops(ShowWorld asked, Evidence evidence) {
    Scenario scenario =
        ScenarioChoice.read(ScenarioChoice.DEFAULT, console.session(), evidence).scenario();
    Path folder = console.session().world(options.world());
    return console.watched(progress ->
        asked.withStops(evidence, scenario, folder, Workers.ofAllProcessors().watchedBy(progress)));
  }
}
