package org.plimsoll.sources.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;

/**
 * An arc carries what is made where it begins to where it is used. A file in which goods would pass
 * through a node that neither makes nor uses them is refused.
 */
final class CaseTransit {
  private CaseTransit() {}

  static void check(MarketCase market, Block block, Issues issues) {
    List<CaseArc> arcs = market.arcs().orElse(List.of());
    for (int a = 0; a < arcs.size(); a++) {
      CaseArc in = arcs.get(a);
      Optional<CaseArc> onward =
          arcs.stream()
              .filter(out -> out.from().equals(in.to()) && !out.to().equals(in.from()))
              .filter(out -> !out.to().equals(in.to()) && mayShare(in, out))
              .findFirst();
      if (onward.isPresent() && !in.from().equals(in.to())) {
        Optional<ProductId> product = in.product().or(() -> onward.get().product());
        if (isBystander(market, in.to(), product)) {
          issues.error(
              block.blocks("arcs").get(a),
              "'%s' neither makes nor uses %s, and nothing passes through a node"
                  .formatted(in.to(), product.map(ProductId::toString).orElse("anything")),
              "write one arc from '%s' to '%s' at the cost of the whole way"
                  .formatted(in.from(), onward.get().to()));
        }
      }
    }
  }

  private static boolean mayShare(CaseArc one, CaseArc other) {
    return one.product().isEmpty()
        || other.product().isEmpty()
        || one.product().equals(other.product());
  }

  /** Whether a node has nothing to do with a product, or, without one, with any. */
  private static boolean isBystander(MarketCase market, Region place, Optional<ProductId> product) {
    Predicate<Map<ProductId, ?>> has = map -> product.map(map::containsKey).orElse(!map.isEmpty());
    return market.nodes().stream()
            .filter(node -> node.place().equals(place))
            .noneMatch(node ->
                has.test(node.supply()) || has.test(node.demand()) || has.test(node.stock()))
        && market.activities().stream()
            .filter(activity -> activity.place().equals(place))
            .noneMatch(activity -> has.test(activity.inputs()) || has.test(activity.outputs()));
  }
}
