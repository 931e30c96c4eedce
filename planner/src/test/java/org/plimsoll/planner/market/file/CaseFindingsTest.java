package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
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
import org.plimsoll.planner.market.search.SolverLimits;
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
    return solve(Optional.empty(), measure).findings();
  }

  private static CaseAnswer solve(Optional<List<CaseArc>> arcs, Measure measure) {
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
    return assertInstanceOf(
            CaseMarket.Result.Solved.class, CaseMarket.of(market).solve(SolverLimits.USUAL))
        .answer();
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
    return new BorderMeasure.PriceUndertaking(
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
    CaseAnswer cheapest = solve(routes(0, CaseCurve.UNLIMITED), floor(50));
    assertEquals(22.5, supply(cheapest, "north"), 1e-3);
    assertTrue(rule(cheapest).orElseThrow().startsWith("what costs least before the levy"));
    CaseAnswer guided = solve(routes(0, 100), floor(50));
    assertEquals(20, supply(guided, "north"), 1e-3);
    assertEquals("nearly the least sum of squares of flows", rule(guided).orElseThrow());
    // Where costs rise with what is shipped they tell how much comes from where.
    assertEquals(Optional.empty(), rule(solve(routes(0.1, CaseCurve.UNLIMITED), floor(50))));
  }

  private static double supply(CaseAnswer answer, String place) {
    return answer
        .market()
        .supply()
        .getOrDefault(GOOD, Collections.emptySortedMap())
        .getOrDefault(new Region(place), Double.NaN);
  }

  private static Optional<String> rule(CaseAnswer answer) {
    return answer.findings().stream()
        .filter(Finding.NotIdentified.class::isInstance)
        .map(finding -> ((Finding.NotIdentified) finding).rule())
        .findFirst();
  }

  @Test
  void anUndertakingThatNobodyMeetsIsIdleInAFileToo() {
    Finding.FloorIdle idle =
        assertInstanceOf(Finding.FloorIdle.class, findings(undertaking(30)).getFirst());
    assertEquals(40, idle.cheapestUsdPerTonne(), 1e-6);
    assertTrue(findings(undertaking(50)).stream().noneMatch(Finding.FloorIdle.class::isInstance));
  }
}
