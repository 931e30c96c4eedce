package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.ActionPlan.FactorState;
import org.plimsoll.planner.study.Bloc;

/** Under the latest prices what is in force gives the latest prices, by a factor on final use. */
class UseFactorsTest {
  private static final Scenario LATEST = TinyWorld.scenario().withPriceVintage(Scenario.LATEST);

  /** Aland licenses half of what it sells of these. */
  private static Measure control(ProductId... products) {
    return new BorderMeasure.ExportLicence(
        new Terms(
            "control-E1",
            List.of(products),
            Parties.of("AAA"),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.REPORTED,
            "E1"),
        Interval.exactly(0.5));
  }

  private static Price price(ProductId product, String vintage, double usdPerTonne) {
    return new Price(
        product,
        vintage,
        vintage.equals(Scenario.LATEST) ? "2026-10" : "2024-07",
        "Aland",
        "average",
        Interval.exactly(usdPerTonne),
        true,
        TinyWorld.MADE_UP);
  }

  /** Ore at 6,000 before the control; refined tinium at 10,000, and this since. */
  private static Evidence world(double latestRefined) {
    List<Price> prices =
        List.of(
            price(TinyWorld.ORE, Scenario.PRE_CONTROL, 6_000),
            price(TinyWorld.ORE, Scenario.LATEST, 7_000),
            price(TinyWorld.REFINED, Scenario.PRE_CONTROL, 10_000),
            price(TinyWorld.REFINED, Scenario.LATEST, latestRefined));
    return TinyWorld.evidence().with(w -> w.prices = prices);
  }

  private static StatusQuo of(Evidence world, Measure... controls) {
    return UseFactors.of(
        world, LATEST, List.of(controls), PlannerTest.SETTINGS.limits(), PlannerTest.WORKERS);
  }

  private static double paid(Evidence world, StatusQuo today, ProductId product) {
    Market market = Market.of(world, today.whole(), ParameterDraw.central());
    Equilibrium found =
        assertInstanceOf(Outcome.Converged.class, new Answers(0).solve(market)).equilibrium();
    return found.deliveredPrice(product, Bloc.of(world, LATEST).countries()).orElseThrow();
  }

  private static ActionPlan.UseFactor line(StatusQuo today, ProductId product) {
    return today.useFactors().stream()
        .filter(factor -> factor.product().equals(product))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theStatusQuoReproducesTheLatestPrice() {
    Evidence world = world(15_000);
    StatusQuo today = of(world, control(TinyWorld.REFINED));
    assertEquals(15_000, paid(world, today, TinyWorld.REFINED), 15);
    ActionPlan.UseFactor line = line(today, TinyWorld.REFINED);
    assertEquals(10_000, PlannerTest.central(line.before()));
    assertEquals(15_000, PlannerTest.central(line.latest()));
    assertEquals(15_000, PlannerTest.central(line.reached()), 15);
    assertEquals("2026-10", line.latestDate());
    // Ore has a price of before the control too, but no final use that a factor could act on.
    assertEquals(1, today.useFactors().size());
  }

  /** A price that fell far under a control needs less use than half. */
  @Test
  void aFactorBeyondTwoOrBelowAHalfIsFlagged() {
    FactorState near =
        line(of(world(13_500), control(TinyWorld.REFINED)), TinyWorld.REFINED).state();
    assertEquals(FactorState.MET, near);
    ActionPlan.UseFactor far =
        line(of(world(2_000), control(TinyWorld.REFINED)), TinyWorld.REFINED);
    assertEquals(FactorState.DOUBTFUL, far.state());
    assertTrue(far.factor().isBelow(0.5));
  }

  /** Nobody pays above the ceiling of ten times the base. */
  @Test
  void aPriceThatNoFactorReachesIsSaidAndLeavesFinalUseAlone() {
    StatusQuo today = of(world(500_000), control(TinyWorld.REFINED));
    ActionPlan.UseFactor line = line(today, TinyWorld.REFINED);
    assertEquals(FactorState.NOT_MET, line.state());
    assertTrue(line.why().contains("best reached"), line.why());
    assertInstanceOf(NoFigure.class, line.factor());
    assertTrue(today.shifts().isEmpty());
  }

  /** Ore is used as it is too: prices that 1.4 and 0.9 times the use give are met together. */
  @Test
  void productsOfOneChainAreMetTogether() {
    Evidence plain = withUseOfOre(world(10_000));
    Measure control = control(TinyWorld.ORE, TinyWorld.REFINED);
    StatusQuo made =
        new StatusQuo(
            TinyWorld.scenario().withPriceVintage(Scenario.PRE_CONTROL),
            List.of(control),
            List.of(shift(TinyWorld.ORE, 1.4), shift(TinyWorld.REFINED, 0.9)),
            List.of());
    List<Price> prices = new ArrayList<>(plain.prices());
    prices.removeIf(price -> price.vintage().equals(Scenario.LATEST));
    for (ProductId product : List.of(TinyWorld.ORE, TinyWorld.REFINED)) {
      prices.add(price(product, Scenario.LATEST, paid(plain, made, product)));
    }
    StatusQuo today = of(plain.with(w -> w.prices = prices), control);
    assertEquals(1.4, PlannerTest.central(line(today, TinyWorld.ORE).factor()), 0.1);
    assertEquals(0.9, PlannerTest.central(line(today, TinyWorld.REFINED).factor()), 0.01);
    for (ActionPlan.UseFactor line : today.useFactors()) {
      double aim = PlannerTest.central(line.latest());
      assertEquals(aim, PlannerTest.central(line.reached()), 1e-3 * aim);
      assertEquals(FactorState.MET, line.state());
    }
  }

  /** Bland makes 10 t of ore more and uses them. */
  private static Evidence withUseOfOre(Evidence world) {
    return world.with(w -> {
      w.uses = new ArrayList<>(w.uses);
      w.uses.add(
          new Use(TinyWorld.ORE, TinyWorld.BBB, Use.Purpose.FINAL, 2024, 10, TinyWorld.MADE_UP));
      w.productions =
          w.productions.stream()
              .map(p ->
                  p.product().equals(TinyWorld.ORE) && p.country().equals(TinyWorld.BBB)
                      ? new Production(
                          p.activity(), p.product(), p.country(), 2024, 30, p.provenance())
                      : p)
              .toList();
      w.flows =
          w.flows.stream()
              .map(f ->
                  f.product().equals(TinyWorld.ORE) && f.exporter().equals(TinyWorld.BBB)
                      ? new Flow(
                          f.product(),
                          f.exporter(),
                          f.importer(),
                          2024,
                          30,
                          OptionalDouble.of(30),
                          f.provenance())
                      : f)
              .toList();
    });
  }

  private static Measure shift(ProductId product, double factor) {
    return new DemandMeasure.DemandShift(
        new Terms(
            "use-of-" + product.stage(),
            List.of(product),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            "a test"),
        new Change.Times(Interval.exactly(factor)));
  }

  /** Without a control in force the latest prices are a base like any other. */
  @Test
  void withoutAControlTheLatestPricesStay() {
    StatusQuo today = of(world(15_000));
    assertEquals(Scenario.LATEST, today.scenario().priceVintage());
    assertTrue(today.useFactors().isEmpty());
    // Nor with one on a product that has no price of before it.
    StatusQuo without = of(TinyWorld.evidence(), control(TinyWorld.REFINED));
    assertEquals(Scenario.LATEST, without.scenario().priceVintage());
  }
}
