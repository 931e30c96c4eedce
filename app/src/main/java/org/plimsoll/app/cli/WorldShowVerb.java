package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
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

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the page about the material as one HTML file, with its figures.")
  private Optional<Path> html = Optional.empty();

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  WorldShowVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (html.isPresent() && (rows || options.asJson() || material.isEmpty())) {
      throw Refusal.of(
          "--html writes the page about a material",
          "name one, and leave --rows and --json for another run");
    }
    Optional<Output> file = html.map(path -> Output.file("--html", path));
    Evidence evidence = console.session().readWorld(options.world());
    if (file.isPresent()) {
      WorldSubject subject =
          new WorldSubject(evidence, new Selection(evidence).products(material.orElseThrow()));
      return console.write(file.get(), new WorldHtml(subject).render());
    }
    return console.print(answer(evidence, material, rows), options.asJson());
  }

  static Answer answer(Evidence evidence, Optional<String> material, boolean rows) {
    if (material.isEmpty()) {
      return holdings(evidence);
    }
    List<Product> products = new Selection(evidence).products(material.get());
    return rows
        ? WorldRows.answer(evidence, products)
        : new WorldPage(new WorldSubject(evidence, products)).answer();
  }

  private static Answer holdings(Evidence evidence) {
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("asOf", evidence.asOf().toString());
    facts.put("baseYear", Integer.toString(evidence.baseYear()));
    String counts =
        "As of %s, volumes of %d: %d countries, %d flows, %d prices, %d projects, %d export"
                .formatted(
                    evidence.asOf(),
                    evidence.baseYear(),
                    evidence.countries().size(),
                    evidence.flows().size(),
                    evidence.prices().size(),
                    evidence.projects().size(),
                    evidence.exportControls().size())
            + " controls, %d commitments, %d bills of materials, %d datasets."
                .formatted(
                    evidence.commitments().size(),
                    evidence.inUse().bills().size(),
                    evidence.datasets().size());
    return new Answer(facts, List.of(WorldRows.products(evidence.products())), List.of(counts));
  }
}
