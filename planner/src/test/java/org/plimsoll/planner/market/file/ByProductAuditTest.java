package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;

/** The reckoning beside the search finds a by-product that is more than its host yields. */
final class ByProductAuditTest {
  private static final Region HERE = new Region("here");
  private static final CaseProduct ZINC = CaseProduct.of("zinc");
  private static final CaseProduct GERMANIUM = CaseProduct.of("germanium");

  private static CaseActivity maker(
      CaseProduct product, CaseCurve level, Optional<CaseActivity.Cap> cap) {
    return new CaseActivity(
        "make " + product.id(),
        HERE,
        new TreeMap<>(),
        new TreeMap<>(Map.of(product.id(), 1.0)),
        Optional.of(level),
        cap);
  }

  /** Two of germanium at least; the host's level, 4, bounds all of it. */
  private static Chain chain() {
    Map<ProductId, CaseCurve> uses =
        Map.of(
            ZINC.id(), CaseCurve.Linear.of(10, -1),
            GERMANIUM.id(), CaseCurve.Linear.of(20, -1));
    return CaseChain.of(
        new MarketCase(
            "",
            "",
            List.of(ZINC, GERMANIUM),
            List.of(new CaseNode(HERE, new TreeMap<>(), new TreeMap<>(uses), new TreeMap<>())),
            List.of(
                maker(ZINC, new CaseCurve.Fixed(4), Optional.empty()),
                maker(
                    GERMANIUM,
                    new CaseCurve.Linear(0, 1, 2, CaseCurve.UNLIMITED),
                    Optional.of(new CaseActivity.Cap("make zinc", 1)))),
            Optional.empty(),
            new TreeMap<>(),
            List.of()));
  }

  /** Parts of which each has the whole cap: a market that no search may call solved. */
  @ParameterizedTest
  @CsvSource({"false, true", "true, false"})
  void theCapIsHeldAgainstAllParts(boolean eachHasTheWhole, boolean isSolved) {
    Chain chain = chain();
    if (eachHasTheWhole) {
      chain.blocks.replaceAll(
          block -> block.withHost(Block.HostCap.of(block.host().blocks(), 1, new int[0])));
    }
    Optional<Solution> found =
        new Solver(Regime.base(chain)).solve(SolverLimits.USUAL, Optional.empty());
    assertEquals(isSolved, found.isPresent());
  }
}
