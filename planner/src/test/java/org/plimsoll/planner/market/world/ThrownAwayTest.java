package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.MADE_UP;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * A joint product that its maker throws away. A tonne refined gives a tonne of slag: AAA sells 5 of
 * its 70 t to BBB and 65 t to CCC, BBB its 30 t to CCC. Freight is a twentieth of the base price,
 * so that BBB would not take all of it as a gift.
 */
class ThrownAwayTest {
  private static final ProductId SLAG = ProductId.parse("tinium/slag");

  private final Market free = market();

  private static Market market() {
    Evidence tiny = TinyWorld.evidence();
    Changed.Parts parts = new Changed.Parts(tiny);
    parts.products =
        Changed.plus(
            tiny.products(),
            List.of(
                new Product(
                    SLAG,
                    "Slag",
                    Tier.SOLVED,
                    "Ti",
                    List.of(),
                    false,
                    "",
                    OptionalDouble.empty())));
    parts.activities =
        tiny.activities().stream().map(a -> a.primary().equals(REFINED) ? joint(a) : a).toList();
    parts.productions =
        Changed.plus(
            tiny.productions(),
            List.of(
                new Production("tinium-refining", SLAG, AAA, 2024, 70, MADE_UP),
                new Production("tinium-refining", SLAG, BBB, 2024, 30, MADE_UP)));
    parts.uses =
        Changed.plus(
            tiny.uses(),
            List.of(
                new Use(SLAG, BBB, Use.Purpose.FINAL, 2024, 5, MADE_UP),
                new Use(SLAG, CCC, Use.Purpose.FINAL, 2024, 95, MADE_UP)));
    parts.flows =
        Changed.plus(
            tiny.flows(),
            List.of(
                new Flow(SLAG, AAA, BBB, 2024, 5, OptionalDouble.of(5), MADE_UP),
                new Flow(SLAG, AAA, CCC, 2024, 65, OptionalDouble.of(65), MADE_UP),
                new Flow(SLAG, BBB, CCC, 2024, 30, OptionalDouble.of(30), MADE_UP)));
    parts.prices =
        Changed.plus(
            tiny.prices(),
            List.of(
                new Price(
                    SLAG,
                    "base2024",
                    "2024",
                    "world",
                    "benchmark",
                    Interval.exactly(1_000),
                    true,
                    MADE_UP)));
    return Market.of(
        parts.evidence(),
        TinyWorld.scenario()
            .withParameters(new TreeMap<>(Map.of("freight-share", Interval.exactly(0.05)))),
        ParameterDraw.central());
  }

  private static Activity joint(Activity refining) {
    return new Activity(
        refining.id(),
        refining.name(),
        Optional.empty(),
        refining.primary(),
        refining.inputs(),
        new TreeMap<>(Map.of(REFINED, 1.0, SLAG, 1.0)),
        Optional.empty(),
        refining.marginShare(),
        MADE_UP);
  }

  /** The chain under a small tariff, so that there is something to solve, and these measures. */
  private Regime regime(Measure... more) {
    List<Measure> tariff = List.of(Make.tariff(REFINED, "AAA", "CCC", 0.01));
    return Regimes.of(free.with(Changed.plus(tariff, List.of(more)))).getFirst();
  }

  /** Price of AAA's slag, over that of the base. */
  private static double price(Solution solution) {
    Chain chain = solution.chain;
    for (int i = 0; i < chain.makerCount(); i++) {
      if (chain.products[chain.makerProduct[i]].id().equals(SLAG)
          && chain.makerCountry[i].id().equals("AAA")) {
        return solution.makerPrice[i] / chain.makerPrice0[i];
      }
    }
    throw new AssertionError("AAA makes no slag");
  }

  /** In logarithms alone the way to 10⁻⁹ took 54 steps. */
  @Test
  void whatNobodyTakesIsSoonThrownAway() {
    Solution banned =
        new Solver(regime(Make.ban(SLAG, "AAA", "CCC"))).solve(SolverLimits.USUAL).orElseThrow();
    assertEquals(1e-9, price(banned), 1e-15);
    assertTrue(banned.iterations <= 20, "steps: " + banned.iterations);
  }
}
