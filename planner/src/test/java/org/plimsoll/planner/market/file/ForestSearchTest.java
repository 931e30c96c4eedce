package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;

/** From the free market to that under a ban. */
class ForestSearchTest {
  /** What Newton steps have to do where the forest is right: see that nothing is left. */
  private static final int FEW_STEPS = 5;

  private static final double NEAR = 1e-6;

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void afterABanItFindsWhatASearchFromOnePriceFinds(long seed) {
    MarketCase file = LeviedAlikeTest.market(new SplittableRandom(seed));
    CaseMarket.Found free = free(file);
    Measure ban = new BorderMeasure.ExportBan(terms(biggest(free)));
    Regime regime = CaseMarket.of(file.withMeasures(List.of(ban))).with(free.tally());

    assertTrue(new Solver(regime).followForest(free.solver().point()));
    Solution now =
        new Solver(regime)
            .solve(SolverLimits.USUAL, Optional.of(free.solver().point()))
            .orElseThrow();
    Solution cold = new Solver(regime).solve(SolverLimits.USUAL).orElseThrow();
    assertTrue(now.certificate().holds());
    assertTrue(now.iterations <= FEW_STEPS, now.iterations + " steps");
    for (int j = 0; j < now.served.length; j++) {
      assertEquals(cold.served[j], now.served[j], NEAR);
      if (cold.served[j] > NEAR) {
        assertEquals(cold.buyerPrice[j], now.buyerPrice[j], NEAR);
      }
    }
  }

  /** With a floor, what goods land for hangs on more than the producer's price. */
  @Test
  void aFloorIsNotItsCase() {
    MarketCase file = LeviedAlikeTest.market(new SplittableRandom(0));
    CaseMarket.Found free = free(file);
    Solution before = free.solution().orElseThrow();
    String buyer = before.chain.buyerCountry[0].id();
    Measure floor = LeviedAlikeTest.floor(0, buyer, 1.1 * before.buyerPrice[0]);
    Regime regime = CaseMarket.of(file.withMeasures(List.of(floor))).with(free.tally());
    assertFalse(new Solver(regime).followForest(free.solver().point()));
  }

  /** Two makers and two buyers alike, every route at one cost: each serves both. */
  @Test
  void routesThatPricesDoNotTellApartAreNotItsCase() {
    CaseProduct good = CaseProduct.of("good");
    List<CaseNode> nodes = new ArrayList<>();
    List<CaseArc> arcs = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      TreeMap<ProductId, CaseCurve> makes = new TreeMap<>();
      makes.put(good.id(), CaseCurve.InverseLinear.of(10, 1));
      TreeMap<ProductId, CaseCurve> uses = new TreeMap<>();
      uses.put(good.id(), CaseCurve.InverseLinear.of(100, -1));
      nodes.add(new CaseNode(new Region(name), makes, uses, new TreeMap<>()));
      for (String to : List.of("a", "b")) {
        arcs.add(CaseArc.of(new Region(name), new Region(to), 5));
      }
    }
    MarketCase file =
        new MarketCase(
            "", "", List.of(good), nodes, List.of(), Optional.of(arcs), new TreeMap<>(), List.of());
    CaseMarket.Found free = free(file);
    assertFalse(new Solver(CaseMarket.of(file).without()).followForest(free.solver().point()));
    Solution again =
        new Solver(CaseMarket.of(file).without())
            .solve(SolverLimits.USUAL, Optional.of(free.solver().point()))
            .orElseThrow();
    for (int lane = 0; lane < 4; lane++) {
      assertEquals(free.solution().orElseThrow().flow(lane), again.flow(lane), NEAR);
    }
  }

  private static CaseMarket.Found free(MarketCase file) {
    CaseMarket market = CaseMarket.of(file);
    return market.search(market.without(), Optional.empty(), SolverLimits.USUAL);
  }

  private static String biggest(CaseMarket.Found free) {
    Solution solution = free.solution().orElseThrow();
    double[] made = solution.made();
    int biggest = 0;
    for (int i = 0; i < made.length; i++) {
      biggest = made[i] > made[biggest] ? i : biggest;
    }
    return solution.chain.makerCountry[biggest].id();
  }

  private static Terms terms(String seller) {
    return new Terms(
        "measures[0]",
        List.of(CaseProduct.of("good").id()),
        Parties.of(seller),
        Parties.UNNAMED,
        Parties.UNNAMED,
        Optional.empty(),
        Optional.empty(),
        Status.ASSUMED,
        "numbers of a test");
  }
}
