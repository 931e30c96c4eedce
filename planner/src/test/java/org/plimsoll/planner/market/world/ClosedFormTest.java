package org.plimsoll.planner.market.world;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Accounts;
import org.plimsoll.planner.market.answer.Audit;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.answer.Welfare;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.measures.RegimeBuilder;
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

/** Textbook markets with straight curves and goods alike, against their closed forms. */
class ClosedFormTest {
  private static final CountryCode BLOC = CountryCode.of("BLO");
  private static final CountryCode OUTSIDE = CountryCode.of("OUT");
  private static final ProductId GOOD = ProductId.parse("good/refined");

  /** Route slope of goods alike; answers below are good to about this share. */
  private static final double EPSILON = 1e-8;

  private static ProductFigures alike(String id, double price) {
    return new ProductFigures(
        ProductId.parse(id),
        price,
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
  }

  /** Quantity = slope × price − intercept, turned into the price wanted for each quantity. */
  private static void supply(
      ChainDraft draft, int product, CountryCode where, double intercept, double slope) {
    Node node = new Node(product, where);
    draft.addBlock(
        new BlockDraft(
            "supply",
            where,
            node,
            new TreeMap<>(java.util.Map.of(node, 1.0)),
            new TreeMap<>(),
            new BlockDraft.Supply.Given(
                new Curve.Straight(50, intercept / slope, 1 / slope, 0), Double.POSITIVE_INFINITY),
            Optional.empty()));
  }

  private static Regime under(Chain chain, BorderMeasure measure) {
    Names names =
        new Names(parties ->
            parties.ids().stream().map(CountryCode::of).collect(toCollection(TreeSet::new)));
    RegimeBuilder builder = new RegimeBuilder(chain, chain.blocks, names, ParameterDraw.central());
    assertTrue(builder.apply(measure, 0));
    return builder.build(List.of(measure), Optional.empty());
  }

  private static Solution solve(Regime regime) {
    Solution solution = new Solver(regime).solve(SolverLimits.USUAL).orElseThrow();
    assertTrue(Audit.certify(solution).holds());
    return solution;
  }

  private static Chain twoRegions() {
    ChainDraft draft =
        new ChainDraft(
            List.of(alike("good/refined", 30)),
            new Borders(List.of(), List.of(), importer -> false));
    supply(draft, 0, BLOC, 20, 1);
    supply(draft, 0, OUTSIDE, 20, 2);
    draft.addUse(new Node(0, BLOC), 80, 0);
    Chain chain = new ChainCalibration(draft).chain;
    chain.finalUse[0] = new Demand.Straight(120, 1, 0, Double.POSITIVE_INFINITY);
    return chain;
  }

  /**
   * Bloc: demand 120 − p, supply p − 20; rest of world: export supply 2(p − 10). Case {@code
   * variable_levy_two_region}, constructed, checked by hand.
   */
  @Test
  void withoutAFloorOnePriceClearsBoth() {
    Chain chain = twoRegions();
    Solution free = solve(Regime.base(chain));
    assertEquals(40, free.buyerPrice[0], 1e-5);
    assertEquals(60, free.flow(chain.lane(chain.findMaker(new Node(0, OUTSIDE)), 0)), 1e-5);
  }

  @Test
  void aFloorKeptByALevySplitsThePrice() {
    Chain chain = twoRegions();
    int outside = chain.findMaker(new Node(0, OUTSIDE));
    int lane = chain.lane(outside, 0);
    Solution floor = solve(under(chain, Make.floor(GOOD, "BLO", 50)));
    assertEquals(50, floor.buyerPrice[0], 1e-5);
    assertEquals(30, floor.makerPrice[outside], 1e-5);
    assertEquals(40, floor.flow(lane), 1e-5);
    assertEquals(20, floor.levy(0, lane), 1e-5);
    assertEquals(800, floor.levy(0, lane) * floor.flow(lane), 1e-3);

    Solution free = solve(Regime.base(chain));
    Welfare welfare = Accounts.of(List.of(new Tally(floor)), List.of(new Tally(free)));
    CountryWelfare bloc = welfare.find(BLOC).orElseThrow();
    assertEquals(-750, bloc.consumerSurplus(), 1e-3);
    assertEquals(250, bloc.producerSurplus(), 1e-3);
    assertEquals(300, bloc.total(), 1e-3);
    assertEquals(-500, welfare.find(OUTSIDE).orElseThrow().producerSurplus(), 1e-3);
    assertEquals(-200, welfare.worldUsd(), 1e-3);
  }

  @Test
  void whoKeepsTheGapTurnsTheSignOfTheBlocsGain() {
    Chain chain = twoRegions();
    Solution floor =
        solve(under(chain, Make.floor(GOOD, "BLO", "BLO", 50, BorderMeasure.GapGoesTo.EXPORTER)));
    Solution free = solve(Regime.base(chain));
    Welfare welfare = Accounts.of(List.of(new Tally(floor)), List.of(new Tally(free)));
    assertEquals(-500, welfare.find(BLOC).orElseThrow().total(), 1e-3);
    assertEquals(800, welfare.find(OUTSIDE).orElseThrow().exportRents(), 1e-3);
    assertEquals(-200, welfare.worldUsd(), 1e-3);
  }

  /**
   * Import demand 140 − 2p, export price 10 + M/2, duty 5 within the quota and 25 beyond. Case
   * {@code trq_three_regimes}, constructed, checked by hand.
   */
  @ParameterizedTest
  @CsvSource({
    "70, 55, 42.5, 37.5, 0, 0",
    "45, 45, 47.5, 32.5, 0.5, 450",
    "30, 35, 52.5, 27.5, 1, 600"
  })
  void aTariffRateQuotaHasThreeRegimes(
      double quota, double imports, double inside, double outside, double paid, double rent) {
    ChainDraft draft =
        new ChainDraft(
            List.of(alike("good/refined", 30)),
            new Borders(List.of(), List.of(), importer -> false));
    supply(draft, 0, OUTSIDE, 20, 2);
    draft.addUse(new Node(0, BLOC), 80, 0);
    Chain chain = new ChainCalibration(draft).chain;
    chain.finalUse[0] = new Demand.Straight(140, 2, 0, Double.POSITIVE_INFINITY);
    BorderMeasure measure =
        new BorderMeasure.TariffRateQuota(
            Make.terms("trq", GOOD, Parties.UNNAMED, Parties.of("BLO"), Parties.UNNAMED),
            Interval.exactly(quota),
            new BorderMeasure.Rate(Interval.exactly(0), Interval.exactly(5)),
            new BorderMeasure.Rate(Interval.exactly(0), Interval.exactly(25)));
    Solution solution = solve(under(chain, measure));
    assertEquals(imports, solution.flow(0), 1e-5);
    assertEquals(inside, solution.buyerPrice[0], 1e-5);
    assertEquals(outside, solution.makerPrice[0], 1e-5);
    assertEquals(paid, solution.quotaUnknown[0], 1e-5);
    Welfare welfare =
        Accounts.of(List.of(new Tally(solution)), List.of(new Tally(solve(Regime.base(chain)))));
    CountryWelfare bloc = welfare.find(BLOC).orElseThrow();
    assertEquals(rent, bloc.importRents(), 1e-3);
    double duties = imports * (inside - outside) - rent;
    assertEquals(duties, bloc.publicRevenue(), 1e-3);
    assertEquals(0, welfare.transfersUsd(), 1e-6);
  }

  /**
   * Takayama and Judge 1964 as in GAMS library model SPATEQU: two goods, three regions, own-price
   * slopes; levels stored with the library model. Quantities to 1e-4, prices to 1e-5.
   */
  @Test
  void takayamaAndJudgesThreeRegions() {
    double[][] demandSlope = {{9, 9}, {4, 19}, {7, 9}};
    double[][] demandAt = {{200, 300}, {100, 200}, {160, 250}};
    double[][] supplySlope = {{10.5, 15.5}, {20.5, 25.5}, {10.5, 15.5}};
    double[] supplyAt = {50, 60};
    double[][][] cost = {
      {{0, 2, 2}, {2, 0, 1}, {2, 1, 0}}, {{0, 3, 3}, {3, 0, 2}, {3, 2, 0}},
    };
    double[][] price = {{11, 11.636363636}, {9, 8.636363636}, {10, 10.636363636}};
    double[][][] flow = {
      {{65.5, 0, 0}, {35.5, 64, 35}, {0, 0, 55}},
      {{120.363636, 0, 0}, {74.909091, 35.909091, 49.409091}, {0, 0, 104.863636}},
    };
    List<CountryCode> regions =
        List.of(CountryCode.of("RAA"), CountryCode.of("RBB"), CountryCode.of("RCC"));
    for (int good = 0; good < 2; good++) {
      ChainDraft draft =
          new ChainDraft(
              List.of(alike("good/refined", 10)),
              new Borders(List.of(), List.of(), importer -> false));
      for (int r = 0; r < 3; r++) {
        supply(draft, 0, regions.get(r), supplyAt[good], supplySlope[r][good]);
        draft.addUse(new Node(0, regions.get(r)), 100, 0);
      }
      Chain chain = new ChainCalibration(draft).chain;
      for (int to = 0; to < 3; to++) {
        chain.finalUse[to] =
            new Demand.Straight(
                demandAt[to][good], demandSlope[to][good], 0, Double.POSITIVE_INFINITY);
        for (int from = 0; from < 3; from++) {
          int lane = chain.lane(from, to);
          chain.freight[lane] = cost[good][from][to];
          chain.landed0[lane] = chain.makerPrice0[from] + chain.freight[lane];
        }
      }
      Solution solution = solve(Regime.base(chain));
      for (int to = 0; to < 3; to++) {
        assertEquals(price[to][good], solution.buyerPrice[to], 1e-5);
        for (int from = 0; from < 3; from++) {
          assertEquals(flow[good][from][to], solution.flow(chain.lane(from, to)), 1e-4);
        }
      }
    }
  }
}
