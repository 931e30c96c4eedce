package org.plimsoll.planner.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Use;
import org.plimsoll.planner.market.draw.ParameterDraw;

/** Years of the tiny world, whose demand doubles from 2024 to 2034. */
class OutlookTest {
  private static final ProductId REFINED = TinyWorld.REFINED;
  private static final List<String> PLAN = List.of("plan");

  /** Demand that doubles in ten years. */
  private static final double PACE = StrictMath.pow(2, 0.1);

  private static Terms terms(String id, Parties from, Parties to, int firstYear) {
    return new Terms(
        id,
        List.of(REFINED),
        from,
        to,
        to,
        Optional.of(LocalDate.of(firstYear, 1, 1)),
        Optional.empty(),
        Status.ASSUMED,
        "a test");
  }

  /** AAA, which makes 70 of 100, stops from 2027 on. */
  private static final Measure STOP =
      new BorderMeasure.ExportBan(terms("stop", Parties.of("AAA"), Parties.UNNAMED, 2027));

  private static Project project(String id, String country, double tonnes, int start) {
    return new Project(
        id,
        id,
        "nobody",
        Optional.of(CountryCode.of(country)),
        "tinium",
        "refined",
        Optional.of(REFINED),
        List.of(),
        OptionalDouble.of(tonnes),
        "",
        OptionalDouble.empty(),
        OptionalInt.of(start),
        "planned",
        "",
        "",
        "",
        TinyWorld.MADE_UP);
  }

  /** The tiny world with these projects, new ones paying at this price. */
  private static Evidence world(double incentiveUsd, Project... projects) {
    Evidence e = TinyWorld.evidence();
    List<Price> prices = new ArrayList<>(e.prices());
    prices.add(
        new Price(
            REFINED,
            "incentive",
            "2024",
            "world",
            "incentive price",
            Interval.exactly(incentiveUsd),
            false,
            TinyWorld.MADE_UP));
    return e.with(w -> {
      w.prices = prices;
      w.projects = List.of(projects);
    });
  }

  private static Outlook outlook(Evidence world, Scenario scenario) {
    GrowthPath growth = GrowthPath.of(world.inUse().growth(), 2024, PLAN, ParameterDraw.central());
    return Outlook.of(
        world, scenario, ParameterDraw.central(), growth, date -> scenario.measures(), 2035);
  }

  private static Outlook.ProductYear refined(Outlook outlook, int year) {
    return outlook.years().get(year - 2024).getProduct(REFINED);
  }

  private static double inside(Outlook outlook, int year) {
    return refined(outlook, year).allianceUsdPerTonne().orElseThrow();
  }

  @Test
  void demandGrowsAtTheSamePaceBetweenThePointsOfAnOutlookAndAfterThem() {
    GrowthPath growth =
        GrowthPath.of(TinyWorld.evidence().inUse().growth(), 2024, PLAN, ParameterDraw.central());
    assertEquals(1, growth.multiple("tinium", 2024));
    assertEquals(Math.sqrt(2), growth.multiple("tinium", 2029), 1e-12);
    assertEquals(2 * PACE, growth.multiple("tinium", 2035), 1e-12);
    assertEquals(1, growth.multiple("unobtainium", 2030));
    assertEquals(Optional.of("plan"), growth.findOutlook("tinium"));
    assertEquals(Optional.empty(), growth.findOutlook("unobtainium"));
  }

  @Test
  void anUnknownOutlookIsRefusedWithTheNamesThatThereAre() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                GrowthPath.of(
                    TinyWorld.evidence().inUse().growth(),
                    2024,
                    List.of("hope"),
                    ParameterDraw.central()));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("'hope'\nMaybe one of plan"),
        String.valueOf(refused.getMessage()));
  }

  @Test
  void withNothingInItsWayCapacityKeepsPaceAndPricesStand() {
    Outlook outlook = outlook(TinyWorld.evidence(), TinyWorld.scenario());
    for (Outlook.Year year : outlook.years()) {
      Outlook.ProductYear refined = year.getProduct(REFINED);
      double expected = StrictMath.pow(PACE, year.year() - 2024);
      assertEquals(10_000, refined.allianceUsdPerTonne().orElseThrow(), 1e-3);
      assertEquals(100 * expected, refined.outputTonnes(), 1e-5 * expected);
      assertEquals(100 * expected, refined.useTonnes(), 1e-5 * expected);
    }
    assertEquals(
        List.of(1, 1, 1, 1, 2, 3, 4, 5, 5),
        outlook.years().subList(0, 9).stream().map(year -> (int) year.horizon().years()).toList());
  }

  /** Decided in 2027 at the price of the stop, in place in 2030. */
  @Test
  void makersExpandAfterTheLagWhereThePriceHasRisen() {
    Outlook calm = outlook(TinyWorld.evidence(), TinyWorld.scenario());
    Outlook stopped = outlook(TinyWorld.evidence(), TinyWorld.scenario(STOP));
    assertEquals(inside(calm, 2026), inside(stopped, 2026), 1e-3);
    assertTrue(inside(stopped, 2027) > 1.5 * inside(calm, 2027));
    assertTrue(inside(stopped, 2030) < inside(stopped, 2029));
    // Elasticities grow from 2028 on; where decisions take six years, they alone lower the price.
    TreeMap<String, Interval> slow = new TreeMap<>();
    slow.put("investment-lag-years", Interval.exactly(6));
    Outlook later = outlook(TinyWorld.evidence(), TinyWorld.scenario(STOP).withParameters(slow));
    assertTrue(inside(later, 2029) < inside(later, 2028));
    assertEquals(inside(later, 2029), inside(stopped, 2029), 1e-3);
    assertTrue(inside(stopped, 2030) < 0.98 * inside(later, 2030));
    assertTrue(inside(stopped, 2035) < 0.5 * inside(stopped, 2027));
  }

  /** Announced for 2027, a year late by assumption. */
  @Test
  void aProjectHelpsFromTheYearInWhichItStarts() {
    Evidence world = world(10_500, project("P1", "CCC", 20, 2027));
    Scenario scenario = TinyWorld.scenario(STOP);
    Outlook without = outlook(world(10_500), scenario);
    Outlook late = outlook(world, scenario);
    TreeMap<String, Interval> inTime = new TreeMap<>();
    inTime.put("project-delay-years", Interval.exactly(0));
    Outlook early = outlook(world, scenario.withParameters(inTime));

    assertEquals(inside(without, 2027), inside(late, 2027), 1e-3);
    assertTrue(inside(late, 2028) < inside(without, 2028));
    assertTrue(inside(early, 2027) < inside(without, 2027));
    assertEquals(
        List.of(new Outlook.Built("P1", REFINED, 20)), late.years().get(2028 - 2024).built());
  }

  @Test
  void aProjectStartsInTheMiddleOfAYearForThePartThatIsLeft() {
    assertEquals(0, BuildRule.partOfYear(2028.25, 2027));
    assertEquals(0.75, BuildRule.partOfYear(2028.25, 2028), 1e-12);
    assertEquals(1, BuildRule.partOfYear(2028.25, 2029));
  }

  /** Needs 12,000, gets 10,000; a floor of 13,000 from 2027 is a promise that it can build on. */
  @Test
  void aFloorBringsTheInvestmentIn() {
    Evidence world = world(12_000, project("P1", "BBB", 20, 2029));
    Parties core = Parties.of("core");
    Measure floor =
        new BorderMeasure.PriceFloor(
            terms("floor", Parties.UNNAMED, core, 2027),
            Interval.exactly(13_000),
            Optional.empty(),
            BorderMeasure.GapGoesTo.IMPORTER);

    Outlook without = outlook(world, TinyWorld.scenario());
    Outlook with = outlook(world, TinyWorld.scenario(floor));

    assertTrue(without.years().stream().allMatch(year -> year.built().isEmpty()));
    assertTrue(with.years().get(2029 - 2024).built().isEmpty());
    assertEquals(
        List.of(new Outlook.Built("P1", REFINED, 20)), with.years().get(2030 - 2024).built());
  }

  @Test
  void expansionFollowsDemandAtTheRequiredPriceAndIsBounded() {
    BuildRule rule = new BuildRule(3, 1, 0.1);
    assertEquals(0.04, rule.expansion(1, 0.04), 1e-12);
    assertEquals(0.1, rule.expansion(2, 0.04), 1e-12);
    assertEquals(0.02, rule.expansion(0.8, 0.04), 1e-12);
    assertEquals(0, rule.expansion(0.2, 0.04), 1e-12);
  }

  /**
   * CCC uses 20 t and lays up 10 t in 2024, half of which a high price can bring out in a year.
   * From 2025 on nobody sells to it: 5 t come out, 5 t more, and then nothing is left.
   */
  @Test
  void stocksAreCarriedOverAndGiveOut() {
    Evidence e = world(1e9);
    List<Use> uses =
        new ArrayList<>(e.uses().stream().filter(u -> !u.country().equals(TinyWorld.CCC)).toList());
    uses.add(use(Use.Purpose.FINAL, 20));
    uses.add(use(Use.Purpose.STOCK_BUILD, 10));
    Evidence stocking =
        e.with(w -> {
          w.territories = List.of();
          w.uses = uses;
          w.growth = List.of();
        });
    Measure stop =
        new BorderMeasure.ExportBan(
            new Terms(
                "siege",
                List.of(REFINED),
                Parties.of("AAA", "BBB"),
                Parties.of("CCC"),
                Parties.UNNAMED,
                Optional.of(LocalDate.of(2025, 1, 1)),
                Optional.empty(),
                Status.ASSUMED,
                "a test"));
    Outlook outlook = outlook(stocking, TinyWorld.scenario(stop));
    assertEquals(10, refined(outlook, 2024).stockTonnes(), 1e-6);
    // What is laid up in a year is (10 + d)(ρ/ρ0)^−1 − d, d the most that may come out; beyond the
    // choke, ten times ρ0, the first part is below a tenth.
    for (int year = 2025; year <= 2035; year++) {
      double before = refined(outlook, year - 1).stockTonnes();
      double most = Math.min(5, before);
      double after = refined(outlook, year).stockTonnes();
      assertTrue(after >= before - most - 1e-9, "in " + year);
      assertTrue(after <= before - most + (10 + most) / 10, "in " + year);
    }
    assertTrue(
        refined(outlook, 2027).unservedTonnes() > refined(outlook, 2025).unservedTonnes() + 3,
        "what came out of stock in 2025 is missing in 2027");

    uses.add(
        new Use(REFINED, TinyWorld.CCC, Use.Purpose.STOCK_BUILD, 2023, 1_000, TinyWorld.MADE_UP));
    Outlook withAnOlderRow = outlook(stocking.with(w -> w.uses = uses), TinyWorld.scenario(stop));
    assertEquals(
        refined(outlook, 2027),
        refined(withAnOlderRow, 2027),
        "a row of 2023 is no stock of the base year");
  }

  private static Use use(Use.Purpose purpose, double tonnes) {
    return new Use(REFINED, TinyWorld.CCC, purpose, 2024, tonnes, TinyWorld.MADE_UP);
  }
}
