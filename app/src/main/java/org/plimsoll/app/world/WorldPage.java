package org.plimsoll.app.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;

/** The page about a material, described once: text, JSON and HTML are written from its parts. */
public final class WorldPage {
  private final WorldSubject subject;
  private final WorldPolicyTables policy;
  private final WorldTrustTables trust;

  public WorldPage(WorldSubject subject) {
    this.subject = subject;
    this.policy = new WorldPolicyTables(subject);
    this.trust = new WorldTrustTables(subject);
  }

  /** What an analyst would keep of it, in the order of reading. */
  public List<WorldPart> parts() {
    WorldVolumeTables volumes = new WorldVolumeTables(subject);
    WorldUseTables uses = new WorldUseTables(subject);
    WorldResilienceTables resilience = new WorldResilienceTables(subject);
    WorldFigures figures = new WorldFigures(subject);
    return List.of(
        new WorldPart(
            "chain",
            "The chain",
            List.of(
                volumes.stages(),
                WorldTechnologyTable.of(subject),
                volumes.makers(),
                volumes.users(),
                volumes.flows()),
            () -> Stream.concat(figures.keys().stream(), figures.chain().stream()).toList()),
        new WorldPart(
            "uses",
            "What it ends in",
            List.of(uses.endUses(), uses.goods()),
            () -> Stream.concat(figures.endUses().stream(), figures.goods().stream()).toList()),
        new WorldPart(
            "growth",
            "How use grows, and what comes back",
            List.of(uses.growth(), uses.recycling()),
            figures::growth),
        prices(),
        WorldPart.of(
            "controls", "Controls and disruptions", policy.controls(), resilience.disruptions()),
        WorldPart.of("projects", "Projects", policy.projects()),
        WorldPart.of(
            "stocks",
            "Stocks, keeping and carrying",
            resilience.stockpiles(),
            resilience.storage(),
            resilience.freight()),
        WorldPart.of("sure", "How sure this is", trust.grades()));
  }

  /** What it costs, and what projects cost and need. */
  public WorldPart prices() {
    return WorldPart.of(
        "prices", "Prices and costs", trust.prices(), new WorldResilienceTables(subject).costs());
  }

  /** The page as text and JSON have it: a list of sources closes it, as it does in HTML. */
  public Answer answer() {
    Answer answer =
        Answer.of(subject.name())
            .fact("asOf", subject.evidence().asOf())
            .fact("baseYear", new Cell.Whole(subject.evidence().baseYear()));
    for (WorldPart part : parts()) {
      answer = answer.with(part.tables());
    }
    return answer
        .with(trust.sources())
        .remark(remarks())
        .remark(
            "Every row with its source: --rows. How flows are balanced:"
                + " docs/method/reconciliation.md");
  }

  /** What to know when reading it. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "Tonnes are of content on the product's basis. Products that rest on a prior are shown to"
            + " two digits.");
    remarks.add(
        "HHI: sum of squared shares of makers; a range is what folding small countries leaves"
            + " open.");
    policy.remark().ifPresent(remarks::add);
    return remarks;
  }
}
