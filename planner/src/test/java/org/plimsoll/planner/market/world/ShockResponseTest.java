package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.EvidenceDraft;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;

/** What a shock sets off besides prices, in the tiny world, against its equations. */
class ShockResponseTest {
  private static final double BASE = 10_000;

  private static Equilibrium solve(
      Map<String, Double> parameters, double months, Measure... measures) {
    TreeMap<String, Interval> overrides = new TreeMap<>();
    parameters.forEach((name, value) -> overrides.put(name, Interval.exactly(value)));
    Scenario scenario =
        TinyWorld.scenario(measures)
            .withParameters(overrides)
            .withHorizon(new Scenario.Horizon(months));
    Market market = Market.of(TinyWorld.evidence(), scenario, ParameterDraw.central());
    Outcome.Converged converged = assertInstanceOf(Outcome.Converged.class, Answers.once(market));
    assertTrue(converged.certificate().holds(), converged.certificate().toString());
    assertEquals(0, converged.equilibrium().welfare().transfersUsd(), 1e-3);
    return converged.equilibrium();
  }

  private static double price(Equilibrium e, CountryCode where) {
    return e.buyerPrice(REFINED, where).orElseThrow();
  }

  @Test
  void privateStocksComeOutByTheirEquationAndHoldersGainTheArea() {
    // 36 days are 1.2 months: over six months Z = 1.2/6 of a year's use of 30 t, which is 6 t.
    Equilibrium e =
        solve(
            Map.of("private-stock-days", 36.0, "private-stock-elasticity", 1.5),
            6,
            Make.ban(REFINED, "AAA", "core"));
    double r = price(e, CCC) / BASE;
    assertTrue(r > 1.1, "dearer by " + r);
    assertEquals(6 * (1 - Math.pow(r, -1.5)), e.drawn(REFINED, CCC), 1e-9);
    // ∫ (1 − r^−1.5) dr from 1 to r = r − 1 + 2 (r^−0.5 − 1).
    double area = 6 * BASE * (r - 1 + 2 * (Math.pow(r, -0.5) - 1));
    assertEquals(area, e.welfare().find(CCC).orElseThrow().stockGains(), 1e-6 * area);
    double before = price(solve(Map.of(), 6, Make.ban(REFINED, "AAA", "core")), CCC);
    assertTrue(price(e, CCC) < before);
  }

  @Test
  void nothingComesOutWhileThePriceIsBelowTheBase() {
    Equilibrium e = solve(Map.of("private-stock-days", 90.0), 12, Make.ban(REFINED, "AAA", "core"));
    assertTrue(price(e, AAA) < BASE);
    assertEquals(0, e.drawn(REFINED, AAA));
  }

  @Test
  void usersOfRestrictedOriginsBuyForFearOfMore() {
    // CCC has 20 of its 30 t from AAA; a licence for all of it takes nothing away: fear alone.
    Map<String, Double> fear = Map.of("precautionary-buying", 0.3);
    Equilibrium e = solve(fear, 12, Make.licence(REFINED, "AAA", "", 1));
    double gamma = (3 + 9 * (1 - Math.exp(-1))) / 12;
    double r = price(e, CCC) / BASE;
    assertTrue(r > 1, "dearer by " + r);
    double wanted = 0.3 * gamma * (20.0 / 30) * 30 * Math.pow(r, -0.3);
    assertEquals(wanted, e.purchased(REFINED, CCC), 1e-9);
    assertEquals(30 * Math.pow(r, -0.3), e.use(REFINED, CCC), 1e-9);
    // AAA restricts others, not itself.
    assertEquals(0, e.purchased(REFINED, AAA));
    // In the first quarter fear is whole, and wears off later.
    double quarter = solve(fear, 3, Make.licence(REFINED, "AAA", "", 1)).purchased(REFINED, CCC);
    assertTrue(quarter > e.purchased(REFINED, CCC));
  }

  @Test
  void aLossOfCapacityFrightensWhoeverBuysThere() {
    Measure loss = Make.capacityTimes(REFINED, "AAA", 0.9);
    Equilibrium e = solve(Map.of("precautionary-buying", 0.3), 3, loss);
    // In a quarter fear is whole. CCC has 20 of 30 t from AAA, AAA itself all of its 40 t.
    double abroad = price(e, CCC) / BASE;
    double atHome = price(e, AAA) / BASE;
    assertEquals(0.3 * 20 * Math.pow(abroad, -0.3), e.purchased(REFINED, CCC), 1e-9);
    assertEquals(0.3 * 40 * Math.pow(atHome, -0.3), e.purchased(REFINED, AAA), 1e-9);
    assertTrue(price(solve(Map.of(), 3, loss), CCC) / BASE < abroad);
    // More capacity frightens nobody.
    Measure gain = Make.capacityTimes(REFINED, "AAA", 1.1);
    assertEquals(0, solve(Map.of("precautionary-buying", 0.3), 3, gain).purchased(REFINED, CCC));
  }

  @Test
  void makersDoWithoutAMinorInputAtItsChoke() {
    // 50 kg of ore a tonne: BBB needs 1.5 t, has 1 t of its own and cannot have more than 1.25 t.
    Evidence world = TinyWorld.evidence().with(ShockResponseTest::withLittleOre);
    Scenario scenario =
        TinyWorld.scenario(Make.ban(TinyWorld.ORE, "AAA", ""))
            .withParameters(new TreeMap<>(Map.of("choke-price-multiple", Interval.exactly(5.0))));
    Equilibrium e =
        assertInstanceOf(
                Outcome.Converged.class,
                Answers.once(Market.of(world, scenario, ParameterDraw.central())))
            .equilibrium();
    double multiple = e.buyerPrice(TinyWorld.ORE, BBB).orElseThrow() / 6_000;
    assertTrue(multiple > 5 && multiple < 5.2, "ore at " + multiple);
    double without = e.unserved(TinyWorld.ORE, BBB);
    assertEquals(e.inputUse(TinyWorld.ORE, BBB) - e.flow(TinyWorld.ORE, BBB, BBB), without, 1e-9);
    assertTrue(without > 0.1, "does without " + without);
    assertEquals(-without, e.use(TinyWorld.ORE, BBB), 1e-9);
    assertEquals(e.flow(TinyWorld.ORE, BBB, BBB), e.endUse(TinyWorld.ORE, BBB), 1e-9);
    assertEquals(0, e.welfare().transfersUsd(), 1e-3);
  }

  private static void withLittleOre(EvidenceDraft world) {
    double little = 0.05;
    world.activities =
        world.activities.stream()
            .map(a -> a.inputs().isEmpty() ? a : withLittleOre(a, little))
            .toList();
    world.productions =
        world.productions.stream()
            .map(made ->
                made.product().equals(TinyWorld.ORE)
                    ? new Production(
                        made.activity(),
                        made.product(),
                        made.country(),
                        made.year(),
                        little * made.tonnes(),
                        made.provenance())
                    : made)
            .toList();
    world.flows =
        world.flows.stream()
            .map(flow ->
                flow.product().equals(TinyWorld.ORE)
                    ? new Flow(
                        flow.product(),
                        flow.exporter(),
                        flow.importer(),
                        flow.year(),
                        little * flow.tonnes(),
                        flow.observedTonnes(),
                        flow.provenance())
                    : flow)
            .toList();
  }

  private static Activity withLittleOre(Activity refining, double little) {
    return new Activity(
        refining.id(),
        refining.name(),
        refining.scope(),
        refining.primary(),
        new TreeMap<>(Map.of(TinyWorld.ORE, little)),
        refining.outputs(),
        refining.host(),
        refining.marginShare(),
        refining.provenance());
  }

  @Test
  void ofARestrictionOnAllSomeComesThroughAllTheSame() {
    double leak = 0.4 * (1 - Math.exp(-2));
    Equilibrium e = solve(Map.of("leak-share", 0.4), 12, Make.ban(REFINED, "AAA", ""));
    assertEquals(20 * leak, e.flow(REFINED, AAA, CCC), 1e-9);
    Equilibrium half = solve(Map.of("leak-share", 0.4), 12, Make.licence(REFINED, "AAA", "", 0.5));
    assertEquals(20 * (0.5 + 0.5 * leak), half.flow(REFINED, AAA, CCC), 1e-9);
    // Half the time constant of six months lets less through.
    double early =
        solve(Map.of("leak-share", 0.4), 3, Make.ban(REFINED, "AAA", "")).flow(REFINED, AAA, CCC);
    assertEquals(20 * 0.4 * (1 - Math.exp(-0.5)), early, 1e-9);
  }

  @Test
  void aStopToOneLeaksByTheThirdCountryAtAPremium() {
    double leak = 0.4 * (1 - Math.exp(-2));
    Equilibrium e =
        solve(Map.of("leak-share", 0.4, "leak-premium", 0.2), 12, Make.ban(REFINED, "AAA", "CCC"));
    double leaked = e.listLeaks().stream().mapToDouble(l -> l.tonnes()).sum();
    assertTrue(leaked > 0 && leaked <= 20 * leak * (1 + 1e-9), "leaks " + leaked);
    // Below its cap a leak lands at the price there and the premium.
    if (leaked < 20 * leak * (1 - 1e-6)) {
      assertEquals(price(e, BBB) + 0.2 * BASE, price(e, CCC), 1e-3 * BASE);
    } else {
      assertTrue(price(e, CCC) >= price(e, BBB) + 0.2 * BASE);
    }
  }

  @Test
  void theRestrictorMakesLessOfWhatItNoLongerExports() {
    // 30 of AAA's 70 t are exports: with a cut of 0.7 it makes 0.7 × 30 t less at base prices.
    Equilibrium without = solve(Map.of(), 12, Make.ban(REFINED, "AAA", ""));
    Equilibrium with =
        solve(Map.of("restrictor-output-cut", 0.7), 12, Make.ban(REFINED, "AAA", ""));
    double kept = 1 - 0.7 * 30 / 70;
    assertTrue(with.output(REFINED, AAA) <= 70 * 1.25 * kept);
    double home = price(without, AAA) / BASE;
    assertTrue(home < 0.9 && price(with, AAA) / BASE > home + 0.05, home + " and more");
  }

  @Test
  void newRoutesAndHeadroomNeedTime() {
    Measure ban = Make.ban(REFINED, "AAA", "core");
    double last = Double.POSITIVE_INFINITY;
    for (double months : new double[] {3, 6, 12, 60}) {
      double now = price(solve(Map.of("qualification-months", 6.0), months, ban), CCC);
      assertTrue(now <= last * (1 + 1e-9), "after " + months + " months");
      last = now;
    }
  }
}
