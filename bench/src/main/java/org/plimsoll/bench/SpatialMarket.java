package org.plimsoll.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;

/** A random spatial equilibrium as a market file: places that make and use one good. */
public final class SpatialMarket {
  private SpatialMarket() {}

  /**
   * Places each with a supply p = U(10, 25) + U(3, 10) q and a use p = U(150, 650) − U(1, 5) q, and
   * routes between all at U(1, 15), all independent.
   */
  public static MarketCase of(int places, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CaseProduct good = CaseProduct.of("good");
    List<CaseNode> nodes = new ArrayList<>();
    List<CaseArc> arcs = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      TreeMap<ProductId, CaseCurve> makes = new TreeMap<>();
      makes.put(
          good.id(),
          CaseCurve.InverseLinear.of(10 + 15 * random.nextDouble(), 3 + 7 * random.nextDouble()));
      TreeMap<ProductId, CaseCurve> uses = new TreeMap<>();
      uses.put(
          good.id(),
          CaseCurve.InverseLinear.of(
              150 + 500 * random.nextDouble(), -1 - 4 * random.nextDouble()));
      nodes.add(new CaseNode(place(i), makes, uses, new TreeMap<>()));
    }
    for (int i = 0; i < places; i++) {
      for (int j = 0; j < places; j++) {
        arcs.add(CaseArc.of(place(i), place(j), 1 + 14 * random.nextDouble()));
      }
    }
    return new MarketCase(
        "", "", List.of(good), nodes, List.of(), Optional.of(arcs), new TreeMap<>(), List.of());
  }

  private static Region place(int number) {
    return new Region("place" + number);
  }
}
