package org.plimsoll.app.cli;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.market.PastEpisodes;
import org.plimsoll.app.market.StopList;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.session.Selection;
import org.plimsoll.app.world.WorldHtml;
import org.plimsoll.app.world.WorldPage;
import org.plimsoll.app.world.WorldRows;
import org.plimsoll.app.world.WorldSubject;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.planner.plan.Planner;
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
    if (material.isEmpty()) {
      return print(WorldRows.holdings(evidence), evidence);
    }
    List<Product> products = new Selection(evidence).products(material.get());
    if (rows) {
      return print(WorldRows.answer(evidence, products), evidence);
    }
    WorldSubject subject = new WorldSubject(evidence, products);
    Answer page = new WorldPage(subject).answer();
    return console.print(
        stops ? withStops(page, material.get(), evidence) : page,
        options.answer(),
        new WorldHtml(subject)::render);
  }

  private Answer withStops(Answer page, String word, Evidence evidence) {
    Scenario scenario =
        ScenarioChoice.read(ScenarioChoice.DEFAULT, console.session(), evidence).scenario();
    StopList asked = new StopList(Optional.empty(), Optional.of(word), Optional.empty());
    List<ShockOutcome> past = PastEpisodes.read(console.session().world(options.world()), evidence);
    Workers workers = Workers.ofAllProcessors();
    Answer cards =
        console.watched(progress ->
            asked.answer(evidence, scenario, past, Planner::leverage, workers.watchedBy(progress)));
    return page.with(cards.tables()).remark(cards.remarks());
  }
}
