package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;

/** The second solver on markets, before the engine is held against it. */
class CaseLcpTest {
  private static final double CLOSE = 1e-9;

  private static CaseNode node(
      String place, ProductId product, Optional<CaseCurve> supply, Optional<CaseCurve> demand) {
    TreeMap<ProductId, CaseCurve> supplied = new TreeMap<>();
    supply.ifPresent(curve -> supplied.put(product, curve));
    TreeMap<ProductId, CaseCurve> demanded = new TreeMap<>();
    demand.ifPresent(curve -> demanded.put(product, curve));
    return new CaseNode(new Region(place), supplied, demanded, new TreeMap<>());
  }

  private static MarketCase market(CaseProduct product, List<CaseNode> nodes, List<CaseArc> arcs) {
    return new MarketCase(
        "",
        "",
        List.of(product),
        nodes,
        List.of(),
        arcs.isEmpty() ? Optional.empty() : Optional.of(arcs),
        new TreeMap<>(),
        List.of());
  }

  /** Bloc: demand 120 − p, supply p − 20; outside: supply 2 (p − 10). 140 − 2p = 2p − 20. */
  @Test
  void solvesTwoRegionsByHand() {
    CaseProduct good = CaseProduct.of("good");
    CaseNode bloc =
        node(
            "bloc",
            good.id(),
            Optional.of(CaseCurve.Linear.of(-20, 1)),
            Optional.of(CaseCurve.Linear.of(120, -1)));
    CaseNode outside =
        node("outside", good.id(), Optional.of(CaseCurve.Linear.of(-20, 2)), Optional.empty());

    CaseLcp.Answer answer =
        CaseLcp.solve(market(good, List.of(bloc, outside), List.of())).orElseThrow();

    assertEquals(40, answer.buyerPrice().getOrDefault(at(good, "bloc"), Double.NaN), CLOSE);
    assertEquals(40, answer.producerPrice().getOrDefault(at(good, "outside"), Double.NaN), CLOSE);
    assertEquals(60, answer.supply().getOrDefault(at(good, "outside"), Double.NaN), CLOSE);
    assertEquals(80, answer.demand().getOrDefault(at(good, "bloc"), Double.NaN), CLOSE);
  }

  /**
   * The first good of SPATEQU in the GAMS model library, after Takayama and Judge (1964), Journal
   * of Farm Economics 46: prices 11, 9, 10.
   */
  @Test
  void solvesThreeRegionsOfTheLibrary() {
    CaseProduct good = CaseProduct.of("Com1");
    double[][] demand = {{200, -9}, {100, -4}, {160, -7}};
    double[][] supply = {{-50, 10.5}, {-50, 20.5}, {-50, 10.5}};
    double[][] cost = {{0, 2, 2}, {2, 0, 1}, {2, 1, 0}};
    List<CaseNode> nodes = new ArrayList<>();
    List<CaseArc> arcs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      nodes.add(
          node(
              "Reg" + (i + 1),
              good.id(),
              Optional.of(CaseCurve.Linear.of(supply[i][0], supply[i][1])),
              Optional.of(CaseCurve.Linear.of(demand[i][0], demand[i][1]))));
      for (int j = 0; j < 3; j++) {
        arcs.add(CaseArc.of(new Region("Reg" + (i + 1)), new Region("Reg" + (j + 1)), cost[i][j]));
      }
    }

    CaseLcp.Answer answer = CaseLcp.solve(market(good, nodes, arcs)).orElseThrow();

    double[] price = {11, 9, 10};
    double[] supplied = {65.5, 134.5, 55};
    double[] used = {101, 64, 90};
    for (int i = 0; i < 3; i++) {
      CaseLcp.At at = at(good, "Reg" + (i + 1));
      assertEquals(price[i], answer.buyerPrice().getOrDefault(at, Double.NaN), CLOSE);
      assertEquals(supplied[i], answer.supply().getOrDefault(at, Double.NaN), CLOSE);
      assertEquals(used[i], answer.demand().getOrDefault(at, Double.NaN), CLOSE);
    }
  }

  private static CaseLcp.At at(CaseProduct product, String place) {
    return new CaseLcp.At(product.id(), new Region(place));
  }
}
