package org.plimsoll.model.evidence;

import java.util.List;
import org.plimsoll.model.trade.Disruption;
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
 */
public record Resilience(
    List<Freight> freight,
    List<Storage> storage,
    List<ProjectCost> projectCosts,
    List<Stockpile> stockpiles,
    List<Disruption> disruptions) {
  /** Nothing known. */
  public static final Resilience NONE =
      new Resilience(List.of(), List.of(), List.of(), List.of(), List.of());

  public Resilience {
    freight = List.copyOf(freight);
    storage = List.copyOf(storage);
    projectCosts = List.copyOf(projectCosts);
    stockpiles = List.copyOf(stockpiles);
    disruptions = List.copyOf(disruptions);
  }

  /** The same with other freight. */
  public Resilience withFreight(List<Freight> others) {
    return new Resilience(others, storage, projectCosts, stockpiles, disruptions);
  }

  /** The same with other storage. */
  public Resilience withStorage(List<Storage> others) {
    return new Resilience(freight, others, projectCosts, stockpiles, disruptions);
  }

  /** The same with other project costs. */
  public Resilience withProjectCosts(List<ProjectCost> others) {
    return new Resilience(freight, storage, others, stockpiles, disruptions);
  }

  /** The same with other stockpiles. */
  public Resilience withStockpiles(List<Stockpile> others) {
    return new Resilience(freight, storage, projectCosts, others, disruptions);
  }

  /** The same with other disruptions. */
  public Resilience withDisruptions(List<Disruption> others) {
    return new Resilience(freight, storage, projectCosts, stockpiles, others);
  }
}
