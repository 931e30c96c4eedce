package org.plimsoll.model.evidence;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.model.trade.DisruptionRate;
import org.plimsoll.model.trade.Freight;
import org.plimsoll.model.trade.ProjectCost;
import org.plimsoll.model.trade.Stockpile;
import org.plimsoll.model.trade.Storage;

/**
 * What it costs to carry, to keep and to begin; what is kept; and what went wrong before.
 *
 * @param freight carriage and insurance as customs measured them
 * @param storage costs and limits of keeping
 * @param projectCosts what projects cost and need
 * @param stockpiles what stocks hold, aim at and mean to buy
 * @param disruptions effects of disruptions
 * @param disruptionRates how often, how hard and for how long supply is held back
 */
public record Resilience(
    List<Freight> freight,
    List<Storage> storage,
    List<ProjectCost> projectCosts,
    List<Stockpile> stockpiles,
    List<Disruption> disruptions,
    List<DisruptionRate> disruptionRates) {
  /** Nothing known. */
  public static final Resilience NONE =
      new Resilience(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Resilience {
    freight = List.copyOf(freight);
    storage = List.copyOf(storage);
    projectCosts = List.copyOf(projectCosts);
    stockpiles = List.copyOf(stockpiles);
    disruptions = List.copyOf(disruptions);
    disruptionRates = List.copyOf(disruptionRates);
  }

  /** What is said of keeping this very product, by its measure: the first row, if there is one. */
  public Optional<Storage> findStorage(ProductId product, String measure) {
    return storage.stream()
        .filter(row -> row.scope().equals(product.toString()) && row.measure().equals(measure))
        .findFirst();
  }
}
