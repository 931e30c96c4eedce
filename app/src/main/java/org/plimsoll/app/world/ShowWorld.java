package org.plimsoll.app.world;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.market.PastEpisodes;
import org.plimsoll.app.market.StopList;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.study.Workers;

/**
 * What the pack holds, in all or of one material.
 *
 * @param material a commodity or product; what the pack holds in all if empty
 * @param rows whether every row is meant, as the pack holds it, instead of the page
 */
public record ShowWorld(Optional<String> material, boolean rows) {
  public Answer answer(Evidence evidence) {
    if (material.isEmpty()) {
      return WorldRows.holdings(evidence);
    }
    List<Product> products = new Selection(evidence).products(material.get());
    return rows
        ? WorldRows.answer(evidence, products)
        : new WorldPage(new WorldSubject(evidence, products)).answer();
  }

  /**
   * The same, and the cards of the material's stops, each solved.
   *
   * @param scenario that is in force
   * @param folder of the pack
   */
  public Answer withStops(Evidence evidence, Scenario scenario, Path folder, Workers workers) {
    StopList asked = new StopList(Optional.empty(), material, Optional.empty());
    Answer cards =
        asked.answer(
            evidence, scenario, PastEpisodes.read(folder, evidence), Planner::leverage, workers);
    return answer(evidence).with(cards.tables()).remark(cards.remarks());
  }

  /** The page of the material, whose subject has a form of its own on paper. */
  public WorldSubject subject(Evidence evidence) {
    return new WorldSubject(evidence, new Selection(evidence).products(material.orElseThrow()));
  }
}
