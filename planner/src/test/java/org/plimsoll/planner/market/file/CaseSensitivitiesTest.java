package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.RandomCases;
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
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Make;

/** Sensitivities of market files: closed forms, and markets solved again. */
class CaseSensitivitiesTest {
  private static final ProductId GOOD = ProductId.ofCase("good");
  private static final Region BLOC = new Region("bloc");
  private static final Region OUTSIDE = new Region("outside");

  /** Some of those that are at no kink, where nothing would be compared but with itself. */
  static LongStream seeds() {
    return LongStream.of(2, 3, 5, 10, 11, 12, 15, 21, 26, 27, 31, 35, 39);
  }

  private static CaseNode node(
      Region place, Optional<CaseCurve> supply, Optional<CaseCurve> demand) {
    TreeMap<ProductId, CaseCurve> made = new TreeMap<>();
    supply.ifPresent(curve -> made.put(GOOD, curve));
    TreeMap<ProductId, CaseCurve> used = new TreeMap<>();
    demand.ifPresent(curve -> used.put(GOOD, curve));
    return new CaseNode(place, made, used, new TreeMap<>());
  }

  private static MarketCase market(List<CaseNode> nodes, List<CaseArc> arcs) {
    return new MarketCase(
        "",
        "",
        List.of(CaseProduct.of("good")),
        nodes,
        List.of(),
        Optional.of(arcs),
        Collections.emptySortedMap(),
        List.of());
  }

  private static Sensitivity of(
      CaseSensitivities.Found found, String goal, String name, String scope) {
    return find(found, goal, name, scope)
        .orElseThrow(() -> new AssertionError(goal + " to " + name + " of " + scope));
  }

  private static Optional<Sensitivity> find(
      CaseSensitivities.Found found, String goal, String name, String scope) {
    return found.goals().getOrDefault(goal, List.of()).stream()
        .filter(s -> s.name().equals(name) && s.scope().equals(scope))
        .findFirst();
  }

  /**
   * The bloc makes F − 20 and uses 120 − F at its floor F = 50, so that it imports 140 − 2 F;
   * outside makes a + 2 p with a = −20. Without the floor the price is (140 − a)/4. The floor costs
   * the world half the gap times the imports lost, ½ (2 F − 70 + a/2)², which is 200.
   */
  @Test
  void aFloorByHand() {
    CaseSensitivities.Found found = underFloor(Optional.empty());
    assertTrue(found.leftOut().isEmpty());
    assertEquals(1, of(found, "price of good", "measure", "floor/floor").above(), 1e-5);
    assertEquals(-1, of(found, "use of good", "measure", "floor/floor").above(), 1e-5);
    assertEquals(-40, of(found, "welfare", "measure", "floor/floor").above(), 1e-3);
    assertEquals(-10, of(found, "welfare", "supply intercept", "good at outside").above(), 1e-3);
    assertEquals(1, of(found, "use of good", "demand intercept", "good at bloc").above(), 1e-5);
    assertFalse(
        found.goals().getOrDefault("price of good", List.of()).stream()
            .anyMatch(s -> s.name().startsWith("supply")),
        "under a floor that binds no supply moves the price");
  }

  /**
   * Imports 120 − 3 p of the bloc are exports 2 (p − haul) − 20: two fifths of the haul are in p.
   */
  @Test
  void thePriceOfOneNodeIsAGoal() {
    MarketCase market =
        market(
            List.of(
                node(
                    BLOC,
                    Optional.of(CaseCurve.Linear.of(0, 1)),
                    Optional.of(CaseCurve.Linear.of(120, -2))),
                node(OUTSIDE, Optional.of(CaseCurve.Linear.of(-20, 2)), Optional.empty())),
            List.of(CaseArc.of(OUTSIDE, BLOC, 10)));
    CaseSensitivities.Found found = CaseSensitivities.of(market, SolverLimits.USUAL, List.of(BLOC));
    Sensitivity haul = of(found, "price of good at bloc", "route cost", "from outside to bloc");
    assertEquals(0.4, haul.above(), 1e-5);
    assertTrue(found.goals().containsKey("price of good"));
    assertFalse(found.goals().containsKey("price of good at outside"));
  }

  private static CaseSensitivities.Found underFloor(Optional<Double> bound) {
    MarketCase plain =
        market(
            List.of(
                node(
                    BLOC,
                    Optional.of(CaseCurve.Linear.of(-20, 1)),
                    Optional.of(CaseCurve.Linear.of(120, -1))),
                node(OUTSIDE, Optional.of(CaseCurve.Linear.of(-20, 2)), Optional.empty())),
            List.of(CaseArc.of(OUTSIDE, BLOC, 0)));
    Measure floor =
        new BorderMeasure.PriceFloor(
            Make.terms("floor", GOOD, Parties.UNNAMED, Parties.of("bloc"), Parties.of("bloc")),
            Interval.exactly(50),
            bound,
            BorderMeasure.GapGoesTo.IMPORTER);
    return CaseSensitivities.of(plain.withMeasures(List.of(floor)), SolverLimits.USUAL, List.of());
  }

  /** A levy of w puts the price to 40 + w/2 and costs the world ½ w². */
  @Test
  void theBoundOfALevyByHand() {
    CaseSensitivities.Found found = underFloor(Optional.of(10.0));
    String bound = "floor/bound";
    assertEquals(0.5, of(found, "price of good", "measure", bound).above(), 1e-5);
    assertEquals(-10, of(found, "welfare", "measure", bound).above(), 1e-3);
    assertTrue(find(found, "price of good", "measure", "floor/floor").isEmpty());
  }

  /** A levy of 20 just reaches the floor: more of it does nothing, and more floor needs more. */
  @Test
  void aBoundThatIsJustReachedIsAKink() {
    CaseSensitivities.Found found = underFloor(Optional.of(20.0));
    Sensitivity bound = of(found, "price of good", "measure", "floor/bound");
    assertEquals(0.5, bound.below(), 1e-4);
    assertEquals(0, bound.above(), 1e-4);
    Sensitivity floor = of(found, "price of good", "measure", "floor/floor");
    assertEquals(1, floor.below(), 1e-4);
    assertEquals(0, floor.above(), 1e-4);
  }

  /**
   * Two makers with capacity, at costs of 10 and 14, and a use of 12 which the cheap one serves up
   * to its 8: by the envelope theorem a unit of a route's cost is its flow, a unit of use the dear
   * price, a unit of cheap capacity what it saves.
   */
  @Test
  void theCostOfAPlanOfTransportByItsShadowPrices() {
    Region cheap = new Region("cheap");
    Region dear = new Region("dear");
    MarketCase market =
        market(
            List.of(
                node(
                    cheap,
                    Optional.of(
                        new CaseCurve.InverseLinear(10, 0, 8, Collections.emptySortedMap())),
                    Optional.empty()),
                node(
                    dear,
                    Optional.of(
                        new CaseCurve.InverseLinear(14, 0, 20, Collections.emptySortedMap())),
                    Optional.empty()),
                node(BLOC, Optional.empty(), Optional.of(new CaseCurve.Fixed(12)))),
            List.of(CaseArc.of(cheap, BLOC, 1), CaseArc.of(dear, BLOC, 2)));
    CaseSensitivities.Found found = CaseSensitivities.of(market, SolverLimits.USUAL, List.of());
    assertEquals(8, of(found, "objective", "route cost", "from cheap to bloc").above(), 1e-4);
    assertEquals(4, of(found, "objective", "route cost", "from dear to bloc").above(), 1e-4);
    assertEquals(16, of(found, "objective", "demand quantity", "good at bloc").above(), 1e-4);
    assertEquals(
        -5, of(found, "objective", "supply largest quantity", "good at cheap").above(), 1e-4);
    assertEquals(1, of(found, "price of good", "route cost", "from dear to bloc").above(), 1e-4);
  }

  /**
   * Use f (30 − p), supply p: at f = 2 the price is 30 f/(1 + f) = 20, and rises by 30/(1 + f)².
   */
  @Test
  void aShiftOfUseByHand() {
    CaseNode bloc =
        node(
            BLOC, Optional.of(CaseCurve.Linear.of(0, 1)), Optional.of(CaseCurve.Linear.of(30, -1)));
    MarketCase market =
        market(List.of(bloc), List.of()).withMeasures(List.of(Make.demandTimes(GOOD, "bloc", 2)));
    CaseSensitivities.Found found = CaseSensitivities.of(market, SolverLimits.USUAL, List.of());
    assertEquals(30.0 / 9, of(found, "price of good", "measure", "demand/factor").above(), 1e-4);
    assertEquals(
        2.0 / 3, of(found, "price of good", "demand intercept", "good at bloc").above(), 1e-4);
  }

  /** Use that is just served in full by one maker: more costs 6 a unit, less saves 1. */
  @Test
  void atAKinkBothSidesAreGiven() {
    Region cheap = new Region("cheap");
    Region dear = new Region("dear");
    MarketCase market =
        market(
            List.of(
                node(
                    cheap,
                    Optional.of(new CaseCurve.InverseLinear(1, 0, 8, Collections.emptySortedMap())),
                    Optional.empty()),
                node(
                    dear,
                    Optional.of(
                        new CaseCurve.InverseLinear(6, 0, 20, Collections.emptySortedMap())),
                    Optional.empty()),
                node(BLOC, Optional.empty(), Optional.of(new CaseCurve.Fixed(8)))),
            List.of(CaseArc.of(cheap, BLOC, 0), CaseArc.of(dear, BLOC, 0)));
    Sensitivity use =
        of(
            CaseSensitivities.of(market, SolverLimits.USUAL, List.of()),
            "objective",
            "demand quantity",
            "good at bloc");
    assertEquals(1, use.below(), 1e-4);
    assertEquals(6, use.above(), 1e-4);
  }

  /**
   * Beside the good whose levy just reaches its floor another one, a − p for p − 20 in the bloc,
   * which that kink leaves alone: dp/da = ½, and nothing is solved again.
   */
  @Test
  void aFigureThatMovesNoKinkHasOneDerivative() {
    ProductId other = ProductId.ofCase("other");
    TreeMap<ProductId, CaseCurve> made = new TreeMap<>();
    made.put(GOOD, CaseCurve.Linear.of(-20, 1));
    made.put(other, CaseCurve.Linear.of(-20, 1));
    TreeMap<ProductId, CaseCurve> used = new TreeMap<>();
    used.put(GOOD, CaseCurve.Linear.of(120, -1));
    used.put(other, CaseCurve.Linear.of(120, -1));
    MarketCase plain =
        new MarketCase(
            "",
            "",
            List.of(CaseProduct.of("good"), CaseProduct.of("other")),
            List.of(
                new CaseNode(BLOC, made, used, new TreeMap<>()),
                node(OUTSIDE, Optional.of(CaseCurve.Linear.of(-20, 2)), Optional.empty())),
            List.of(),
            Optional.of(List.of(CaseArc.of(OUTSIDE, BLOC, 0))),
            Collections.emptySortedMap(),
            List.of());
    Measure floor =
        new BorderMeasure.PriceFloor(
            Make.terms("floor", GOOD, Parties.UNNAMED, Parties.of("bloc"), Parties.of("bloc")),
            Interval.exactly(50),
            Optional.of(20.0),
            BorderMeasure.GapGoesTo.IMPORTER);
    CaseSensitivities.Found found =
        CaseSensitivities.of(plain.withMeasures(List.of(floor)), SolverLimits.USUAL, List.of());
    Sensitivity moved = of(found, "price of other", "demand intercept", "other at bloc");
    assertEquals(0.5, moved.above(), 1e-5);
    assertFalse(moved.isAtKink(), "solved again: " + moved);
    assertTrue(of(found, "price of good", "measure", "floor/floor").isAtKink());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreeWithMarketsSolvedAgain(long seed) {
    MarketCase plain = RandomCases.market(seed, RandomCases.Kind.ANY);
    MarketCase market = plain.withMeasures(RandomCases.measures(seed, plain));
    if (Solve.outcome(market) instanceof Outcome.Failure) {
      return;
    }
    CaseSensitivities.Found found = CaseSensitivities.of(market, SolverLimits.USUAL, List.of());
    CaseSensitivities.Found again = CaseSensitivities.again(market, SolverLimits.USUAL);
    found
        .goals()
        .forEach((goal, sensitivities) -> {
          double largest =
              sensitivities.stream().mapToDouble(s -> weight(s, s.above())).max().orElse(0);
          for (Sensitivity s : sensitivities) {
            if (!again.leftOut().contains(s.name() + " of " + s.scope())) {
              // What moves nothing is left out.
              Optional<Sensitivity> other = find(again, goal, s.name(), s.scope());
              double below = other.map(Sensitivity::below).orElse(0.0);
              double above = other.map(Sensitivity::above).orElse(0.0);
              double least = Math.min(below, above);
              double most = Math.max(below, above);
              double nearest = Math.max(least, Math.min(most, s.above()));
              assertEquals(
                  weight(s, nearest), weight(s, s.above()), 1e-3 * largest, goal + " to " + s);
            }
          }
        });
  }

  private static double weight(Sensitivity s, double slope) {
    return Math.abs(slope) * Math.max(Math.abs(s.value()), 1e-3);
  }
}
