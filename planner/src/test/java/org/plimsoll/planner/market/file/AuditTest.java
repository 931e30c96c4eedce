package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.planner.market.rows.Block.Role.ACTIVITY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.RandomCases;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Audit;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.measures.RegimeBuilder;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Wedges;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;

/** A solver that lies is caught: whatever of a solution is bent, the certificate does not hold. */
final class AuditTest {
  /** By how much a figure is bent, as a share of it. */
  private static final double BIT = 1e-3;

  /** Enough for markets that have an answer, and an early end for those that have none. */
  private static final SolverLimits FEW_STEPS = new SolverLimits(50, 10);

  /** All but one whose activity cannot run as it is told, with measures or without. */
  static LongStream seeds() {
    return LongStream.range(0, 30).filter(seed -> seed != 18);
  }

  private static CaseMarket market(long seed) {
    MarketCase file = RandomCases.market(seed, RandomCases.Kind.ANY);
    return CaseMarket.of(file.withMeasures(RandomCases.measures(seed, file)));
  }

  private static CaseMarket.Found free(CaseMarket market) {
    return market.search(market.without(), Optional.empty(), SolverLimits.USUAL);
  }

  /** What the search found of a market with measures. */
  private static Solution solution(long seed) {
    CaseMarket market = market(seed);
    return market
        .search(market.with(free(market).tally()), Optional.empty(), SolverLimits.USUAL)
        .solution()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsBentIsSeen(long seed) {
    Solution s = solution(seed);
    assertTrue(Audit.certify(s).holds());
    List<String> passed = new ArrayList<>();
    bend(s, s.latentFlow, "latent flow", i -> true, passed);
    bend(s, s.shareFlow, "flow by share", i -> true, passed);
    bend(s, s.level, "level", b -> isActivity(s, b), passed);
    bend(s, s.served, "use", i -> true, passed);
    bend(s, s.purchased, "purchase", i -> true, passed);
    assertTrue(passed.isEmpty(), passed::toString);
    assertTrue(Audit.certify(s).holds(), "all was put back");
  }

  /** Levels that are use, or stocks, stand in the answer as such. */
  private static boolean isActivity(Solution s, int block) {
    return s.regime.blocks.get(block).links().role().equals(ACTIVITY);
  }

  /** Each figure that counts, a bit less and more; then put back. */
  private static void bend(
      Solution s, double[] figures, String what, IntPredicate counts, List<String> passed) {
    double largest = Arrays.stream(figures).max().orElse(0);
    for (int i = 0; i < figures.length; i++) {
      double honest = figures[i];
      if (honest < 1e-3 * largest || honest == 0 || !counts.test(i)) {
        continue;
      }
      for (double sign : new double[] {-1, 1}) {
        figures[i] = honest * (1 + sign * BIT);
        if (Audit.certify(s).holds()) {
          passed.add(what + " " + i + (sign < 0 ? " less" : " more"));
        }
        figures[i] = honest;
      }
    }
  }

  /** A price that no longer pays, or pays too well, for what is carried. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aPriceThatIsBentIsSeen(long seed) {
    Solution s = solution(seed);
    Chain chain = s.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      double carried = 0;
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        carried += s.flow(lane);
      }
      double honest = s.buyerPrice[j];
      if (carried > 0.01 * chain.buyerScale[j] && honest > 0.01 * chain.buyerPrice0[j]) {
        s.buyerPrice[j] = honest * 0.99;
        assertFalse(Audit.certify(s).holds(), "buyer " + j);
        s.buyerPrice[j] = honest;
      }
    }
  }

  @Test
  void goodsOnAClosedRouteAreSeen() {
    int closed = 0;
    for (long seed : seeds().toArray()) {
      Solution s = solution(seed);
      for (int lane = 0; lane < s.chain.laneCount(); lane++) {
        if (!s.regime.isOpen(lane)) {
          s.latentFlow[lane] = 1e-3 * s.chain.buyerScale[s.chain.buyerAt(lane)];
          assertFalse(Audit.certify(s).holds(), "lane " + lane + " of seed " + seed);
          s.latentFlow[lane] = 0;
          closed++;
        }
      }
    }
    assertTrue(closed > 10, "routes closed: " + closed);
  }

  /** What a search with a fault might make of a measure on one lane. */
  private enum Fault {
    DUTY,
    SPECIFIC_DUTY,
    EXPORT_TAX,
    SPECIFIC_EXPORT_TAX,
    FLOOR,
    FLOOR_TO_EXPORTER,
    PARTIAL_LEVY,
    FREIGHT,
    VALUATION,
    CAP,
    CLOSED;

    /**
     * Puts it on a lane.
     *
     * @param usd the price at which goods land there without it
     */
    void put(Regime regime, int lane, double usd, double tonnes) {
      Wedges wedges = regime.wedges;
      switch (this) {
        case DUTY -> wedges.duty[lane] += 0.05;
        case SPECIFIC_DUTY -> wedges.specific[lane] += 0.05 * usd;
        case EXPORT_TAX -> wedges.exportTax[lane] += 0.05;
        case SPECIFIC_EXPORT_TAX -> wedges.exportTaxUsd[lane] += 0.05 * usd;
        case FLOOR -> wedges.floor[lane] = floor(wedges.floor[lane], usd, false);
        case FLOOR_TO_EXPORTER -> wedges.floor[lane] = floor(wedges.floor[lane], usd, true);
        case PARTIAL_LEVY ->
            wedges.partial[lane] =
                new Wedges.Partial(1.3 * usd, LevyLadder.SPECIAL_SAFEGUARD, "fault");
        case FREIGHT -> regime.chain.freight[lane] += 0.05 * usd;
        case VALUATION -> regime.chain.valued[lane] += 0.05 * usd;
        case CAP -> regime.cap[lane] = 0.5 * tonnes;
        case CLOSED -> {
          regime.shareOpen[lane] = false;
          regime.latentOpen[lane] = false;
        }
      }
    }

    private static Wedges.Floor floor(Wedges.Floor honest, double usd, boolean toExporter) {
      double more = 1.05 * Math.max(honest.usd(), usd);
      return new Wedges.Floor(more, Double.POSITIVE_INFINITY, toExporter, "fault");
    }
  }

  /**
   * A search that reads a measure wrongly finds the market of other measures, which the audit does
   * not let pass. The fault is on the lane that carries most.
   */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aWedgeOfTheSearchThatIsBentIsSeen(long seed) {
    for (Fault fault : Fault.values()) {
      CaseMarket market = market(seed);
      Tally free = free(market).tally();
      CaseMarket.Found honest =
          market.search(market.with(free), Optional.empty(), SolverLimits.USUAL);
      Solution s = honest.solution().orElseThrow();
      int lane = busiest(s);
      double usd = s.landed(s.chain.buyerAt(lane), lane);
      Regime bent = market.with(free);
      fault.put(bent, lane, usd, s.flow(lane));
      Regime marked =
          new Regime(
              bent.chain,
              bent.blocks,
              bent.wedges,
              bent.shareOpen,
              bent.cap,
              bent.latentOpen,
              bent.quotas,
              bent.release,
              bent.purchase,
              bent.finalUse,
              bent.policy);
      assertEquals(
          Optional.empty(),
          new Solver(marked).solve(FEW_STEPS, Optional.of(honest.solver().point())),
          () -> fault + " on lane " + lane);
    }
  }

  private static int busiest(Solution s) {
    int busiest = 0;
    double most = 0;
    for (int lane = 0; lane < s.chain.laneCount(); lane++) {
      double value = s.flow(lane) * s.landed(s.chain.buyerAt(lane), lane);
      if (value > most) {
        most = value;
        busiest = lane;
      }
    }
    assertTrue(most > 0, "nothing is traded");
    return busiest;
  }

  /** The audit asks for itself who is meant, and on which days. */
  @Test
  void aMeasureThatTheSearchPutsWhereItDoesNotHoldIsSeen() {
    LocalDate start = LocalDate.of(2027, 1, 1);
    BorderMeasure plain = tariff(Parties.UNNAMED, Optional.empty());
    BorderMeasure later = tariff(Parties.UNNAMED, Optional.of(start));
    BorderMeasure exempting = tariff(Parties.of("here"), Optional.empty());

    assertTrue(isCertified(later, later, Optional.of(start)));
    assertFalse(isCertified(later, later, Optional.of(start.minusDays(1))));
    assertTrue(isCertified(exempting, exempting, Optional.empty()));
    assertFalse(isCertified(plain, exempting, Optional.empty()));
    assertFalse(isCertified(exempting, plain, Optional.empty()));
  }

  /** Makers here and there, and a buyer at home. */
  private static MarketCase threePlaces() {
    CaseProduct good = CaseProduct.of("good");
    List<CaseNode> nodes = new ArrayList<>();
    List<CaseArc> arcs = new ArrayList<>();
    Region home = new Region("home");
    for (String id : List.of("here", "there")) {
      Region place = new Region(id);
      SortedMap<ProductId, CaseCurve> supply = new TreeMap<>();
      supply.put(good.id(), CaseCurve.InverseLinear.of(10, 1));
      nodes.add(new CaseNode(place, supply, new TreeMap<>(), new TreeMap<>()));
      arcs.add(CaseArc.of(place, home, 1));
    }
    SortedMap<ProductId, CaseCurve> use = new TreeMap<>();
    use.put(good.id(), CaseCurve.InverseLinear.of(100, -1));
    nodes.add(new CaseNode(home, new TreeMap<>(), use, new TreeMap<>()));
    return new MarketCase(
        "", "", List.of(good), nodes, List.of(), Optional.of(arcs), new TreeMap<>(), List.of());
  }

  private static BorderMeasure tariff(Parties exempt, Optional<LocalDate> start) {
    Terms terms =
        new Terms(
            "tariff",
            List.of(CaseProduct.of("good").id()),
            Parties.UNNAMED,
            Parties.of("home"),
            exempt,
            start,
            Optional.empty(),
            Status.ASSUMED,
            "test");
    return new BorderMeasure.Tariff(terms, Interval.exactly(0.2), Interval.exactly(0));
  }

  private static boolean isCertified(
      BorderMeasure searched, BorderMeasure asked, Optional<LocalDate> date) {
    MarketCase file = threePlaces();
    Chain chain = CaseChain.of(file);
    RegimeBuilder builder =
        new RegimeBuilder(chain, chain.blocks, new Names(file), ParameterDraw.central());
    assertTrue(builder.apply(searched, 0));
    Regime regime = builder.build(List.of(asked), date);
    return new Solver(regime).solve(SolverLimits.USUAL).isPresent();
  }
}
