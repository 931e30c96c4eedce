package org.plimsoll.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.app.session.Selection;
import org.plimsoll.app.world.WorldHtml;
import org.plimsoll.app.world.WorldPage;
import org.plimsoll.app.world.WorldRows;
import org.plimsoll.app.world.WorldSubject;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll world show",
      "  plimsoll world show gallium",
      "  plimsoll world show gallium --html gallium.html",
      "  plimsoll world show cobalt --rows           every row with its source",
      "  plimsoll world show antimony/metal --json",
      "",
      "Grades, tiers and what balancing does: docs/method/reconciliation.md"
    })
final class WorldShowVerb implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "MATERIAL",
      description = "A commodity or product: gallium, gallium/refined.")
  private Optional<String> material = Optional.empty();

  @Option(
      names = "--rows",
      description = "Every row as the pack holds it, instead of the page about the material.")
  private boolean rows;

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  WorldShowVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Evidence evidence = console.readWorld(options.world());
    if (material.isEmpty()) {
      return console.print(WorldRows.holdings(evidence), options, evidence);
    }
    List<Product> products = new Selection(evidence).products(material.get());
    if (rows) {
      return console.print(WorldRows.answer(evidence, products), options, evidence);
    }
    WorldSubject subject = new WorldSubject(evidence, products);
    return console.print(
        new WorldPage(subject).answer(), options.answer(), new WorldHtml(subject)::render);
  }
}
