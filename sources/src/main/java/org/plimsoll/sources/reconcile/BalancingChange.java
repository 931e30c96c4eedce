package org.plimsoll.sources.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.trade.Flow;

/**
 * What balancing did to an observed flow.
 *
 * @param flow with its tonnes before and after
 * @param observedTonnes before
 * @param shareOfOutput |after − before| over the world output of the product
 */
public record BalancingChange(Flow flow, double observedTonnes, double shareOfOutput) {
  /** After over before. */
  public double factor() {
    return flow.tonnes() / observedTonnes;
  }

  /**
   * Every change of the base year, the largest share of output first; of equal ones in the order of
   * the flows.
   */
  public static List<BalancingChange> list(Evidence evidence) {
    SortedMap<ProductId, ProductSides> sides = ProductSides.of(evidence);
    List<BalancingChange> changes = new ArrayList<>();
    for (Flow flow : evidence.flows()) {
      ProductSides product = sides.get(flow.product());
      if (product != null
          && flow.year() == evidence.baseYear()
          && flow.observedTonnes().isPresent()
          && flow.observedTonnes().getAsDouble() > 0) {
        double before = flow.observedTonnes().getAsDouble();
        double change = Math.abs(flow.tonnes() - before);
        changes.add(new BalancingChange(flow, before, change / product.sizeTonnes()));
      }
    }
    changes.sort(Comparator.comparingDouble(BalancingChange::shareOfOutput).reversed());
    return List.copyOf(changes);
  }
}
