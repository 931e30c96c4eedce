package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.MADE_UP;
import static org.plimsoll.model.fixture.TinyWorld.ORE;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Duty;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.search.SolverLimits;

/** What the base year becomes, and what is said about it. */
class CalibrationTest {
  private static final ProductId BY = ProductId.parse("byium/refined");

  private static Market market(Evidence evidence, Measure... measures) {
    return Market.of(evidence, TinyWorld.scenario(measures), ParameterDraw.central());
  }

  private static Scenario with(Scenario s, String parameter, double value) {
    TreeMap<String, Interval> parameters = new TreeMap<>(s.parameters());
    parameters.put(parameter, Interval.exactly(value));
    return s.withParameters(parameters);
  }

  private static Scenario zeroTariffs(Scenario s) {
    return new Scenario(
        s.name(),
        s.title(),
        s.asOf(),
        s.horizon(),
        s.priceVintage(),
        s.alliance(),
        true,
        false,
        s.measures(),
        s.stockpileBudgetUsd(),
        s.parameters());
  }

  /**
   * A residue of adding up must not count as supply: it would keep a maker in the market who can
   * make nothing, at a price beyond all bounds.
   */
  @Test
  void aBaseThatMeetsLeavesNoSupplyFromRounding() {
    int makers = 0;
    for (long seed = 0; seed < 20; seed++) {
      Market market =
          Market.of(
              RandomMarkets.evidence(seed), RandomMarkets.scenario(), ParameterDraw.central());
      for (Chain chain : market.chains()) {
        for (int i = 0; i < chain.makerCount(); i++) {
          assertTrue(
              chain.exogenousSupply[i] == 0 || Math.abs(chain.exogenousSupply[i]) > 1e-9,
              "seed " + seed + ", maker " + i + ": " + chain.exogenousSupply[i] + " t");
          makers++;
        }
      }
    }
    assertTrue(makers > 100);
  }

  @Test
  void anotherVintageChangesPricesOnly() {
    Market latest =
        Market.of(
            TinyWorld.evidence(),
            TinyWorld.scenario().withPriceVintage("latest"),
            ParameterDraw.central());
    assertEquals(15_000, latest.base().buyerPrice(REFINED, CCC).getAsDouble(), 1e-9);
    assertEquals(20, latest.base().flow(REFINED, AAA, CCC));
  }

  @Test
  void aThinMarginIsRepairedByAPrintedCredit() {
    Changed.Parts parts = new Changed.Parts(TinyWorld.evidence());
    parts.prices =
        parts.prices.stream()
            .map(p -> p.product().equals(ORE) ? Changed.price(p, Interval.exactly(9_800)) : p)
            .toList();
    List<Repair> repairs = market(parts.evidence()).listRepairs();
    assertEquals(2, repairs.size());
    Repair.MarginRepair first = assertInstanceOf(Repair.MarginRepair.class, repairs.getFirst());
    // 10,000 − 9,800 = 200, where a tenth of 10,000 is the least.
    assertEquals(200, first.marginUsdPerTonne(), 1e-9);
    assertEquals(800, first.creditUsdPerTonne(), 1e-9);
    assertTrue(market(TinyWorld.evidence()).listRepairs().isEmpty());
  }

  @Test
  void aMismatchOfTheBaseIsListedAndKept() {
    Changed.Parts parts = new Changed.Parts(TinyWorld.evidence());
    parts.flows =
        parts.flows.stream()
            .map(f ->
                f.product().equals(REFINED) && f.exporter().equals(BBB) && f.importer().equals(CCC)
                    ? new Flow(REFINED, BBB, CCC, 2024, 12, OptionalDouble.empty(), MADE_UP)
                    : f)
            .toList();
    Market market = market(parts.evidence());
    List<Repair> repairs = market.listRepairs();
    assertTrue(
        repairs.contains(new Repair.BaseDiscrepancy(REFINED, BBB, true, 2)), repairs.toString());
    assertTrue(repairs.contains(new Repair.BaseDiscrepancy(REFINED, CCC, false, -2)));
    Equilibrium same =
        market.with(List.of(Make.tariff(REFINED, "AAA", "", 0))).solve().getEquilibrium();
    assertEquals(12, same.flow(REFINED, BBB, CCC), 1e-9);
  }

  @Test
  void dutiesAreASharesOfTheImportersOwnValue() {
    // USA values at the foreign port, others with freight: 5% freight, 10% duty.
    Changed.Parts parts =
        new Changed.Parts(Changed.names(TinyWorld.evidence(), Map.of(CCC, CountryCode.of("USA"))));
    parts.territories = List.of();
    parts.duties =
        List.of(
            new Duty("USA", "*", REFINED, 0.1, MADE_UP),
            new Duty("BBB", "AAA", REFINED, 0.1, MADE_UP));
    Market market =
        Market.of(
            parts.evidence(),
            with(TinyWorld.scenario(), "freight-share", 0.05),
            ParameterDraw.central());
    for (Route route : market.base().listRoutes(REFINED)) {
      double expected =
          switch (route.to().alpha3()) {
            case "USA" -> 10_000 + 500 + 1_000;
            case "BBB" -> route.from().equals(AAA) ? 10_500 + 1_050 : 10_000;
            default -> 10_000;
          };
      assertEquals(expected, route.landedUsd(), 1e-9);
    }
  }

  @Test
  void dutiesBetweenMembersCanFallToNothing() {
    Changed.Parts parts = new Changed.Parts(TinyWorld.evidence());
    parts.territories = List.of();
    parts.duties = List.of(new Duty("CCC", "*", REFINED, 0.1, MADE_UP));
    Market market =
        Market.of(parts.evidence(), zeroTariffs(TinyWorld.scenario()), ParameterDraw.central());
    Equilibrium e = market.solve().getEquilibrium();
    assertTrue(e.flow(REFINED, BBB, CCC) > 10);
    for (Route route : e.listRoutes(REFINED)) {
      if (route.to().equals(CCC)) {
        assertEquals(route.from().equals(BBB), route.dutyUsd() == 0);
      }
    }
  }

  @Test
  void measuresWithoutEffectAreListedWithTheReason() {
    Market market =
        market(TinyWorld.evidence(), Make.ban(REFINED, "CCC", ""), Make.release(ORE, "CCC", 5));
    assertEquals(
        List.of(IdleMeasure.Reason.COVERS_NOTHING, IdleMeasure.Reason.COVERS_NOTHING),
        market.listIdleMeasures().stream().map(IdleMeasure::reason).toList());
    Market early =
        Market.of(
            TinyWorld.evidence(),
            TinyWorld.scenario(ended()).withAsOf(LocalDate.of(2026, 1, 1)),
            ParameterDraw.central());
    assertEquals(IdleMeasure.Reason.NOT_IN_FORCE, early.listIdleMeasures().getFirst().reason());
  }

  private static Measure ended() {
    return new org.plimsoll.model.policy.BorderMeasure.ExportBan(
        new org.plimsoll.model.policy.Terms(
            "old",
            List.of(REFINED),
            Parties.of("AAA"),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 1, 1)),
            org.plimsoll.model.provenance.Status.ASSUMED,
            "a test"));
  }

  /** Byium, recovered in AAA where refined tinium is made, all used in CCC. */
  private static Evidence withByProduct(Tier hostTier) {
    Changed.Parts parts = new Changed.Parts(TinyWorld.evidence());
    ProductId host = hostTier == Tier.LISTED ? ProductId.parse("hostium/refined") : REFINED;
    parts.products =
        Changed.plus(
            parts.products,
            List.of(
                new Product(
                    BY, "Byium", Tier.SOLVED, "By", List.of(), false, "", OptionalDouble.empty()),
                new Product(
                    ProductId.parse("hostium/refined"),
                    "Hostium",
                    Tier.LISTED,
                    "Ho",
                    List.of(),
                    false,
                    "",
                    OptionalDouble.empty())));
    parts.activities =
        Changed.plus(
            parts.activities,
            List.of(
                new Activity(
                    "byium-recovery",
                    "byium recovery",
                    Optional.empty(),
                    BY,
                    new TreeMap<>(),
                    new TreeMap<>(Map.of(BY, 1.0)),
                    Optional.of(new Activity.Host(host, 0.11)),
                    OptionalDouble.empty(),
                    MADE_UP)));
    parts.productions =
        Changed.plus(
            parts.productions,
            List.of(
                new Production("byium-recovery", BY, AAA, 2024, 7, MADE_UP),
                new Production(
                    "hosting", ProductId.parse("hostium/refined"), AAA, 2024, 70, MADE_UP)));
    parts.uses =
        Changed.plus(parts.uses, List.of(new Use(BY, CCC, Use.Purpose.FINAL, 2024, 7, MADE_UP)));
    parts.flows =
        Changed.plus(
            parts.flows, List.of(new Flow(BY, AAA, CCC, 2024, 7, OptionalDouble.empty(), MADE_UP)));
    parts.prices =
        Changed.plus(
            parts.prices,
            List.of(
                new Price(
                    BY,
                    "base2024",
                    "2024",
                    "world",
                    "benchmark",
                    Interval.exactly(300_000),
                    true,
                    MADE_UP)));
    return parts.evidence();
  }

  @Test
  void aByProductFollowsItsHostDown() {
    // Refiners of AAA sell at home only: their output falls, and with it what byium there is.
    Market market = market(withByProduct(Tier.SOLVED), Make.ban(REFINED, "AAA", ""));
    Equilibrium e = market.solve().getEquilibrium();
    double host = e.output(REFINED, AAA);
    assertTrue(host < 63);
    assertEquals(0.11 * host, e.output(BY, AAA), 1e-9);
  }

  @Test
  void aListedHostCapsByItsOutputInTheBase() {
    Evidence evidence = withByProduct(Tier.LISTED);
    ProductId host = ProductId.parse("hostium/refined");
    // 0.11 × (70 − 30) = 4.4.
    Equilibrium lost = market(evidence, Make.capacity(host, "AAA", -30)).solve().getEquilibrium();
    assertEquals(4.4, lost.output(BY, AAA), 1e-9);
    // More of the host lifts the first cap; the circuit of 7 × 1.25 holds at any price.
    Equilibrium more =
        market(evidence, Make.capacity(host, "AAA", 1_000), Make.purchase(BY, "CCC", 50))
            .solve()
            .getEquilibrium();
    assertEquals(8.75, more.output(BY, AAA), 1e-9);
    // 0.11 × 70 = 7.7 binds before 8.75 does.
    Equilibrium bought = market(evidence, Make.purchase(BY, "CCC", 50)).solve().getEquilibrium();
    assertEquals(7.7, bought.output(BY, AAA), 1e-9);
  }

  @Test
  void postDisruptionPriceWithAndWithoutCapacity() {
    // After USGS OFR 2024-1057: demand −0.3, supply 0.2, 60% of supply left, capacity 70%.
    Changed.Parts parts = new Changed.Parts(TinyWorld.evidence());
    parts.activities = parts.activities.subList(0, 1);
    parts.productions =
        List.of(
            new Production("tinium-mining", ORE, AAA, 2024, 40, MADE_UP),
            new Production("tinium-mining", ORE, BBB, 2024, 60, MADE_UP));
    parts.uses = List.of(new Use(ORE, CCC, Use.Purpose.FINAL, 2024, 100, MADE_UP));
    parts.flows =
        List.of(
            new Flow(ORE, AAA, CCC, 2024, 40, OptionalDouble.empty(), MADE_UP),
            new Flow(ORE, BBB, CCC, 2024, 60, OptionalDouble.empty(), MADE_UP));
    Measure loss = Make.capacity(ORE, "AAA", -40);
    for (boolean capped : new boolean[] {true, false}) {
      Market market =
          Market.of(
              parts.evidence(),
              with(TinyWorld.scenario(loss), "capacity-headroom", capped ? 1.0 / 6 : 1),
              ParameterDraw.central());
      double price = market.solve().getEquilibrium().buyerPrice(ORE, CCC).getAsDouble();
      assertEquals(capped ? 3.2835215173 : 2.7777777778, price / 6_000, 1e-8);
    }
  }

  @Test
  void aSearchCutShortSaysWhereAndWhatToTry() {
    Outcome outcome =
        market(TinyWorld.evidence(), Make.ban(REFINED, "AAA", "")).solve(new SolverLimits(1, 0));
    Outcome.NotConverged not = assertInstanceOf(Outcome.NotConverged.class, outcome);
    assertEquals("tinium", not.product().commodity());
    assertTrue(not.residual() > 0);
    assertTrue(not.advice().contains("milder"));
  }

  @Test
  void aSearchWhoseTimeIsUpSaysSo() {
    Market market = market(TinyWorld.evidence(), Make.ban(REFINED, "AAA", ""));
    SolverLimits none =
        SolverLimits.USUAL.within(Duration.ofNanos(1), new AtomicLong()::incrementAndGet);
    Outcome.NotConverged not = assertInstanceOf(Outcome.NotConverged.class, market.solve(none));
    assertTrue(
        not.message().contains("and the time of 0.000000001 s was up")
            && not.message().endsWith("Maybe allow more time, or try a smaller market"),
        not.message());
    assertInstanceOf(Outcome.Converged.class, market.solve());
  }

  @Test
  void useThatNeverGivesWayAndCannotBeServedIsInfeasible() {
    Scenario scenario =
        with(
            TinyWorld.scenario(Make.ban(REFINED, "AAA", ""), Make.capacity(REFINED, "BBB", -30)),
            "choke-price-multiple",
            Double.POSITIVE_INFINITY);
    Outcome outcome = Market.of(TinyWorld.evidence(), scenario, ParameterDraw.central()).solve();
    Outcome.Infeasible none = assertInstanceOf(Outcome.Infeasible.class, outcome);
    assertEquals(REFINED, none.product());
    assertEquals(Optional.of("ban"), none.measure());
  }
}
