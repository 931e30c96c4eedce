package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.market.answer.Audit;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Response;
import org.plimsoll.planner.market.rows.Sourcing;
import org.plimsoll.planner.market.rows.UseStep;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * Random markets of goods alike with straight curves and a cost on each route, against the
 * conditions of a spatial price equilibrium (Takayama and Judge 1964), written out here.
 */
class AlikeMarketsTest {
  private static final int COUNTRIES = 30;
  private static final double EPSILON = 1e-9;

  /** Tonnes that count as nothing: then a price may stand anywhere beyond the curve's end. */
  private static final double DUST = 1e-9;

  private final double[] supplyFrom = new double[COUNTRIES];
  private final double[] supplyRise = new double[COUNTRIES];
  private final double[] demandFrom = new double[COUNTRIES];
  private final double[] demandFall = new double[COUNTRIES];
  private final double[][] cost = new double[COUNTRIES][COUNTRIES];

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void pricesAndFlowsAreASpatialEquilibrium(long seed) {
    Chain chain = chain(seed, 1);
    Solution solution = new Solver(Regime.base(chain)).solve(SolverLimits.USUAL).orElseThrow();
    assertTrue(Audit.certify(solution).holds());
    double[] sold = new double[COUNTRIES];
    for (int to = 0; to < COUNTRIES; to++) {
      double bought = 0;
      for (int from = 0; from < COUNTRIES; from++) {
        double flow = solution.flow(chain.lane(from, to));
        double loss = solution.makerPrice[from] + cost[from][to] - solution.buyerPrice[to];
        assertTrue(loss > -1e-5, "route that would pay");
        assertTrue(flow < 1e-6 || loss < 1e-5, "route that does not pay");
        sold[from] += flow;
        bought += flow;
      }
      double worth = demandFrom[to] - demandFall[to] * bought;
      assertEquals(bought < DUST ? worth : solution.buyerPrice[to], worth, 1e-6);
      assertTrue(solution.buyerPrice[to] > worth - 1e-6);
    }
    for (int from = 0; from < COUNTRIES; from++) {
      double wanted = supplyFrom[from] + supplyRise[from] * sold[from];
      assertEquals(sold[from] < DUST ? wanted : solution.makerPrice[from], wanted, 1e-6);
      assertTrue(solution.makerPrice[from] < wanted + 1e-6);
    }
  }

  /** The unit of tonnes and that of money change no price or flow but by their factor. */
  @ParameterizedTest
  @MethodSource("seeds")
  void scaleChangesNothing(long seed) {
    Solution one = new Solver(Regime.base(chain(seed, 1))).solve(SolverLimits.USUAL).orElseThrow();
    for (double scale : new double[] {1e-6, 1e6}) {
      Solution other =
          new Solver(Regime.base(chain(seed, scale))).solve(SolverLimits.USUAL).orElseThrow();
      for (int j = 0; j < COUNTRIES; j++) {
        if (one.served[j] > DUST) {
          assertEquals(one.buyerPrice[j], other.buyerPrice[j] / scale, 1e-6);
        }
      }
    }
  }

  /**
   * Thirty countries in a square that make and use a good; a route costs what it is long.
   *
   * @param money factor on all prices and costs
   */
  private Chain chain(long seed, double money) {
    SplittableRandom random = new SplittableRandom(seed);
    ProductFigures good =
        new ProductFigures(
            ProductId.parse("good/refined"),
            100 * money,
            new Sourcing.Homogeneous(EPSILON),
            0,
            0,
            0,
            UseStep.of(Double.POSITIVE_INFINITY),
            0.02,
            0,
            0,
            1,
            Response.NONE);
    ChainDraft draft =
        new ChainDraft(List.of(good), new Borders(List.of(), List.of(), importer -> false));
    double[][] at = new double[COUNTRIES][2];
    for (int i = 0; i < COUNTRIES; i++) {
      Node node = new Node(0, country(i));
      supplyFrom[i] = 10 + 15 * random.nextDouble();
      supplyRise[i] = 3 + 7 * random.nextDouble();
      demandFrom[i] = 150 + 500 * random.nextDouble();
      demandFall[i] = 1 + 4 * random.nextDouble();
      at[i] = new double[] {random.nextDouble(), random.nextDouble()};
      draft.addBlock(
          new BlockDraft(
              "supply",
              country(i),
              node,
              new TreeMap<>(Map.of(node, 1.0)),
              new TreeMap<>(),
              new BlockDraft.Supply.Given(
                  new Curve.Straight(50, money * supplyFrom[i], money * supplyRise[i], 0),
                  Double.POSITIVE_INFINITY),
              Optional.empty()));
      draft.addUse(node, 50, 0);
    }
    Chain chain = new ChainCalibration(draft).chain;
    for (int to = 0; to < COUNTRIES; to++) {
      chain.finalUse[to] =
          new Demand.Straight(
              demandFrom[to] / demandFall[to],
              1 / (money * demandFall[to]),
              0,
              Double.POSITIVE_INFINITY);
      for (int from = 0; from < COUNTRIES; from++) {
        cost[from][to] =
            5 * random.nextDouble()
                + 100 * Math.hypot(at[from][0] - at[to][0], at[from][1] - at[to][1]);
        int lane = chain.lane(from, to);
        chain.freight[lane] = money * cost[from][to];
        chain.landed0[lane] = chain.makerPrice0[from] + chain.freight[lane];
      }
    }
    return chain;
  }

  private static CountryCode country(int i) {
    return CountryCode.of("A" + (char) ('A' + i / 26) + (char) ('A' + i % 26));
  }
}
