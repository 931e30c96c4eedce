package org.plimsoll.app.world;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.RiskTable;

/** All minerals of a world, each with its stages and the one that fewest make. */
public final class MineralList {
  private MineralList() {}

  /**
   * A mineral.
   *
   * @param commodity which
   * @param stages its products, in the order of the chain
   * @param narrowest output of the stage of which one country makes the largest share; empty if no
   *     output is known
   */
  public record Mineral(
      Commodity commodity, List<Product> stages, Optional<Concentration> narrowest) {
    public Mineral {
      stages = List.copyOf(stages);
    }
  }

  /** The minerals that have products, in the order of their names. */
  public static List<Mineral> of(Evidence evidence) {
    Map<ProductId, Concentration> makers = new TreeMap<>();
    RiskTable.of(evidence, List.of()).world().forEach(c -> makers.put(c.product(), c));
    return evidence.commodities().stream()
        .map(commodity -> mineral(commodity, evidence, makers))
        .filter(mineral -> !mineral.stages().isEmpty())
        .sorted(Comparator.comparing(mineral -> mineral.commodity().name()))
        .toList();
  }

  private static Mineral mineral(
      Commodity commodity, Evidence evidence, Map<ProductId, Concentration> makers) {
    List<Product> stages =
        evidence.products().stream()
            .filter(product -> product.id().commodity().equals(commodity.id()))
            .toList();
    return new Mineral(
        commodity,
        stages,
        stages.stream()
            .map(product -> Optional.ofNullable(makers.get(product.id())))
            .flatMap(Optional::stream)
            .max(Comparator.comparingDouble(Concentration::largestShare)));
  }
}
