package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.planner.market.rows.Block.Role.ACTIVITY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.fixture.RandomCases;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.planner.market.answer.Audit;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.search.SolverLimits;

/** A solver that lies is caught: whatever of a solution is bent, the certificate does not hold. */
final class AuditTest {
  /** By how much a figure is bent, as a share of it. */
  private static final double BIT = 1e-3;

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  /** Markets with measures, and what the search found of them. */
  private static Optional<Solution> solution(long seed) {
    MarketCase file = RandomCases.market(seed, RandomCases.Kind.ANY);
    MarketCase market = file.withMeasures(RandomCases.measures(seed, file));
    return Solve.free(market)
        .flatMap(free ->
            Solve.ground(market)
                .search(Solve.measured(market, free), Optional.empty(), SolverLimits.USUAL))
        .map(FileMarket.Found::solution);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsBentIsSeen(long seed) {
    solution(seed)
        .ifPresent(s -> {
          assertTrue(Audit.certify(s).holds());
          List<String> passed = new ArrayList<>();
          bend(s, s.latentFlow, "latent flow", i -> true, passed);
          bend(s, s.shareFlow, "flow by share", i -> true, passed);
          bend(s, s.level, "level", b -> isActivity(s, b), passed);
          bend(s, s.served, "use", i -> true, passed);
          bend(s, s.purchased, "purchase", i -> true, passed);
          assertTrue(passed.isEmpty(), passed::toString);
          assertTrue(Audit.certify(s).holds(), "all was put back");
        });
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
    solution(seed)
        .ifPresent(s -> {
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
        });
  }

  @Test
  void goodsOnAClosedRouteAreSeen() {
    int closed = 0;
    for (long seed = 0; seed < 30; seed++) {
      Optional<Solution> found = solution(seed);
      for (int lane = 0; found.isPresent() && lane < found.get().chain.laneCount(); lane++) {
        Solution s = found.get();
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
}
