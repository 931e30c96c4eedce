package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.world.Make;
import org.plimsoll.planner.plan.FindingWords;

/** Findings in market files: a bloc of one node that buys a good from two others, alike. */
class CaseFindingsTest {
  private static final ProductId GOOD = ProductId.ofCase("good");

  private static CaseNode node(String place, CaseCurve supply, Optional<CaseCurve> demand) {
    TreeMap<ProductId, CaseCurve> made = new TreeMap<>();
    made.put(GOOD, supply);
    TreeMap<ProductId, CaseCurve> used = new TreeMap<>();
    demand.ifPresent(curve -> used.put(GOOD, curve));
    return new CaseNode(new Region(place), made, used, new TreeMap<>());
  }

  /** Without measures 120 − p = (p − 20) + 2 (p − 10), at p = 40. */
  private static List<Finding> findings(Measure measure) {
    return solve(Optional.empty(), measure).equilibrium().listFindings();
  }

  private static FileAnswer solve(Optional<List<CaseArc>> arcs, Measure measure) {
    MarketCase market =
        new MarketCase(
            "",
            "",
            List.of(CaseProduct.of("good")),
            List.of(
                node(
                    "bloc", CaseCurve.Linear.of(-20, 1), Optional.of(CaseCurve.Linear.of(120, -1))),
                node("north", CaseCurve.Linear.of(-10, 1), Optional.empty()),
                node("south", CaseCurve.Linear.of(-10, 1), Optional.empty())),
            List.of(),
            arcs,
            Collections.emptySortedMap(),
            List.of(measure));
    return Solve.answer(market);
  }

  /** Routes into the bloc, of which that from the south costs 5. */
  private static Optional<List<CaseArc>> routes(double costSlope, double capacity) {
    return Optional.of(
        List.of(route("north", 0, costSlope, capacity), route("south", 5, costSlope, capacity)));
  }

  private static CaseArc route(String from, double cost, double costSlope, double capacity) {
    return new CaseArc(
        new Region(from),
        new Region("bloc"),
        Optional.empty(),
        cost,
        costSlope,
        OptionalDouble.empty(),
        capacity);
  }

  private static Measure floor(double least) {
    return new BorderMeasure.PriceFloor(
        Make.terms("floor", GOOD, Parties.UNNAMED, Parties.of("bloc"), Parties.UNNAMED),
        Interval.exactly(least),
        Optional.empty(),
        BorderMeasure.GapGoesTo.IMPORTER);
  }

  private static Measure undertaking(double least) {
    return BorderMeasure.PriceFloor.undertaking(
        Make.terms("least", GOOD, Parties.UNNAMED, Parties.of("bloc"), Parties.UNNAMED),
        Interval.exactly(least));
  }

  @Test
  void whichOriginSellsAtTheFloorIsLeftOpenAndTheRuleIsNamed() {
    for (Measure measure : List.of(floor(50), undertaking(50))) {
      Finding.NotIdentified open =
          assertInstanceOf(Finding.NotIdentified.class, findings(measure).getFirst());
      assertEquals(List.of(new Region("north"), new Region("south")), open.origins());
      assertEquals(
          "Which of north, south sells in bloc is not identified, since all cost the floor; shown"
              + " is what costs least before the levy, and of what costs alike nearly the least"
              + " sum of squares of flows.",
          FindingWords.words(open));
    }
    assertTrue(findings(floor(30)).stream().noneMatch(Finding.NotIdentified.class::isInstance));
  }

  /** Forty are imported at 50: north makes p − 10, south as much at a price that is 5 lower. */
  @Test
  void theRuleThatIsNamedIsTheOneThatChose() {
    FileAnswer cheapest = solve(routes(0, CaseCurve.UNLIMITED), floor(50));
    assertEquals(22.5, supply(cheapest, "north"), 1e-3);
    assertTrue(rule(cheapest).orElseThrow().startsWith("what costs least before the levy"));
    FileAnswer guided = solve(routes(0, 100), floor(50));
    assertEquals(20, supply(guided, "north"), 1e-3);
    assertEquals("nearly the least sum of squares of flows", rule(guided).orElseThrow());
    // Where costs rise with what is shipped they tell how much comes from where.
    assertEquals(Optional.empty(), rule(solve(routes(0.1, CaseCurve.UNLIMITED), floor(50))));
  }

  private static double supply(FileAnswer answer, String place) {
    return answer
        .market()
        .supply()
        .getOrDefault(GOOD, Collections.emptySortedMap())
        .getOrDefault(new Region(place), Double.NaN);
  }

  private static Optional<String> rule(FileAnswer answer) {
    return answer.equilibrium().listFindings().stream()
        .filter(Finding.NotIdentified.class::isInstance)
        .map(finding -> ((Finding.NotIdentified) finding).rule())
        .findFirst();
  }

  private static final ProductId ORE = ProductId.ofCase("ore");

  /** Ore is made outside; both smelt it, and both use metal, which is traded freely. */
  private static FileAnswer smelters(double oreFloor) {
    Region bloc = new Region("bloc");
    Region outside = new Region("outside");
    List<CaseActivity> smelters = new ArrayList<>();
    for (Region place : List.of(bloc, outside)) {
      TreeMap<ProductId, Double> ore = new TreeMap<>();
      ore.put(ORE, 1.0);
      TreeMap<ProductId, Double> metal = new TreeMap<>();
      metal.put(GOOD, 1.0);
      smelters.add(
          new CaseActivity(
              "smelt in " + place,
              place,
              ore,
              metal,
              Optional.of(CaseCurve.Linear.of(0, 2)),
              Optional.empty()));
    }
    TreeMap<ProductId, CaseCurve> mined = new TreeMap<>();
    mined.put(ORE, CaseCurve.Linear.of(-100, 10));
    TreeMap<ProductId, CaseCurve> used = new TreeMap<>();
    used.put(GOOD, CaseCurve.Linear.of(120, -1));
    return Solve.answer(
        new MarketCase(
            "",
            "",
            List.of(CaseProduct.of("ore"), CaseProduct.of("good")),
            List.of(
                new CaseNode(bloc, new TreeMap<>(), used, new TreeMap<>()),
                new CaseNode(outside, mined, used, new TreeMap<>())),
            smelters,
            Optional.empty(),
            Collections.emptySortedMap(),
            List.of(
                new BorderMeasure.PriceFloor(
                    Make.terms("floor", ORE, Parties.UNNAMED, Parties.of("bloc"), Parties.UNNAMED),
                    Interval.exactly(oreFloor),
                    Optional.empty(),
                    BorderMeasure.GapGoesTo.IMPORTER))));
  }

  private static <T extends Finding> List<T> find(Class<T> type, FileAnswer answer) {
    return answer.equilibrium().listFindings().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /**
   * Ore 10 p − 100 = metal 4 (m − p) = use 240 − 2 m: m = 376/6.8, p = 34 − 0.2 m, of which the
   * share of ore in the value of metal follows.
   */
  @Test
  void effectiveProtectionCountsInThePricesOfTheMarketWithoutTheFloor() {
    FileAnswer answer = smelters(35);
    Finding.EffectiveProtection taxed = find(Finding.EffectiveProtection.class, answer).getFirst();
    double metal = 376 / 6.8;
    double ore = 34 - 0.2 * metal;
    assertEquals(ore, price(answer, ORE), 1e-4);
    assertEquals(metal, price(answer, GOOD), 1e-4);
    assertEquals(ore / metal, taxed.costShare(), 1e-5);
    assertTrue(taxed.rate() < 0);
  }

  private static double price(FileAnswer answer, ProductId product) {
    return answer
        .without()
        .orElseThrow()
        .buyerPrices()
        .getOrDefault(product, Collections.emptySortedMap())
        .getOrDefault(new Region("bloc"), Double.NaN);
  }

  /**
   * A floor above what metal is worth ends the bloc's smelting, and with it every import of ore.
   */
  @Test
  void aFloorThatEndsTheNextStageIsNotPassedOverInSilence() {
    FileAnswer answer = smelters(200);
    Finding.NextStageShrinks ended = find(Finding.NextStageShrinks.class, answer).getFirst();
    assertEquals(0, ended.outputAfter(), 1e-6);
    assertEquals(2 * (376 / 6.8 - 34 + 0.2 * 376 / 6.8), ended.outputBefore(), 1e-3);
    assertEquals(GOOD, find(Finding.NextStageImportsRise.class, answer).getFirst().product());
  }

  @Test
  void aFloorAboveTheChokeIsSaidToEndUse() {
    MarketCase market = exporter(OptionalDouble.of(100)).withMeasures(List.of(floor(150)));
    Finding.FloorNotHeld above = find(Finding.FloorNotHeld.class, Solve.answer(market)).getFirst();
    assertEquals(Finding.FloorNotHeld.Reason.ABOVE_CHOKE, above.reason());
    assertEquals(100, above.importersUsdPerTonne(), 1e-6);
  }

  /** Supply 2p − 20 abroad, use 140 − 2p in the bloc. */
  private static MarketCase exporter(OptionalDouble choke) {
    CaseCurve use = CaseCurve.Linear.of(140, -2);
    TreeMap<ProductId, CaseCurve> used = new TreeMap<>();
    used.put(GOOD, choke.isPresent() ? CaseCurve.ConstantElasticity.of(40, 50, -0.5) : use);
    return new MarketCase(
        "",
        "",
        List.of(new CaseProduct(GOOD, new CaseProduct.Sourcing.Homogeneous(), choke)),
        List.of(
            new CaseNode(new Region("bloc"), new TreeMap<>(), used, new TreeMap<>()),
            node("north", CaseCurve.Linear.of(-20, 2), Optional.empty())),
        List.of(),
        Optional.empty(),
        Collections.emptySortedMap(),
        List.of());
  }

  private static Measure quota(double tonnes) {
    return new BorderMeasure.ExportQuota(
        Make.terms("quota", GOOD, Parties.of("north"), Parties.UNNAMED, Parties.UNNAMED),
        Interval.exactly(tonnes));
  }

  /** At a floor of 55 use takes 30, of which the last is made at 25. */
  @Test
  void whereQuotaAndFloorJustBindTogetherTheGapIsNotIdentified() {
    for (double tonnes : new double[] {29, 30, 31}) {
      FileAnswer answer =
          Solve.answer(
              exporter(OptionalDouble.empty()).withMeasures(List.of(floor(55), quota(tonnes))));
      List<Finding.GapNotIdentified> found = find(Finding.GapNotIdentified.class, answer);
      assertEquals(tonnes == 30 ? 1 : 0, found.size(), tonnes + " " + found);
    }
  }

  @Test
  void everyMeasureThatChangesNothingIsIdle() {
    Measure free =
        new BorderMeasure.ExportTax(
            Make.terms("tax", GOOD, Parties.of("north"), Parties.UNNAMED, Parties.UNNAMED),
            Interval.exactly(0));
    FileAnswer answer =
        Solve.answer(
            exporter(OptionalDouble.empty()).withMeasures(List.of(floor(55), quota(1_000), free)));
    assertEquals(List.of("quota", "tax"), answer.idle().stream().map(IdleMeasure::id).toList());
    assertEquals(
        List.of("floor"),
        Solve.answer(exporter(OptionalDouble.empty()).withMeasures(List.of(floor(20))))
            .idle()
            .stream()
            .map(IdleMeasure::id)
            .toList());
  }

  @Test
  void anUndertakingThatNobodyMeetsIsIdleInAFileToo() {
    Finding.FloorIdle idle =
        assertInstanceOf(Finding.FloorIdle.class, findings(undertaking(30)).getFirst());
    assertEquals(40, idle.cheapestUsdPerTonne(), 1e-6);
    assertTrue(findings(undertaking(50)).stream().noneMatch(Finding.FloorIdle.class::isInstance));
  }
}
