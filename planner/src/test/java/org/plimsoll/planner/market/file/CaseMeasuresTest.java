package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.Audit;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Make;

/** Stocks and shifts of use in market files, by hand: with a choke, with curves that cross. */
class CaseMeasuresTest {
  private static final ProductId GOOD = ProductId.ofCase("good");
  private static final ProductId METAL = ProductId.ofCase("metal");
  private static final Region A = new Region("a");
  private static final Region B = new Region("b");
  private static final double CLOSE = 1e-6;
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private static CaseNode node(Region place, CaseCurve supply, CaseCurve demand) {
    return new CaseNode(
        place,
        new TreeMap<>(Map.of(GOOD, supply)),
        new TreeMap<>(Map.of(GOOD, demand)),
        new TreeMap<>());
  }

  private static CaseCurve fixed(double quantity) {
    return new CaseCurve.Fixed(quantity);
  }

  private static CaseCurve crossing(double intercept, double slope, Region with, double cross) {
    return new CaseCurve.InverseLinear(
        intercept, slope, CaseCurve.UNLIMITED, new TreeMap<>(Map.of(with, cross)));
  }

  private static MarketCase market(
      OptionalDouble choke, List<CaseNode> nodes, List<CaseActivity> activities) {
    CaseProduct good = new CaseProduct(GOOD, new CaseProduct.Sourcing.Homogeneous(), choke);
    List<CaseProduct> products = new ArrayList<>(List.of(good));
    if (!activities.isEmpty()) {
      products.add(CaseProduct.of("metal"));
    }
    return new MarketCase(
        "",
        "",
        products,
        nodes,
        activities,
        Optional.of(List.of()),
        Collections.emptySortedMap(),
        List.of());
  }

  private static CaseAnswer solve(MarketCase market, Measure... measures) {
    CaseMarket.Result result =
        CaseMarket.of(market.withMeasures(Arrays.asList(measures))).solve(SolverLimits.USUAL);
    CaseAnswer answer =
        assertInstanceOf(CaseMarket.Result.Solved.class, result, result::toString).answer();
    assertTrue(answer.certificate().holds());
    return answer;
  }

  private static double at(SortedMap<ProductId, SortedMap<Place, Double>> found, Region place) {
    return found.getOrDefault(GOOD, Collections.emptySortedMap()).getOrDefault(place, Double.NaN);
  }

  private static double level(CaseAnswer answer, String activity) {
    return answer.market().levels().getOrDefault(activity, Double.NaN);
  }

  private static CountryWelfare gains(CaseAnswer answer, Region place) {
    return Objects.requireNonNull(answer.welfare().get(place));
  }

  private static double used(CaseAnswer answer, Region place) {
    return at(answer.market().demand(), place);
  }

  private static double unserved(CaseAnswer answer, Region place) {
    return at(answer.market().unserved(), place);
  }

  private static double price(CaseAnswer answer, Region place) {
    return at(answer.market().buyerPrices(), place);
  }

  /** Makes metal of the good at a, at a margin that rises with the level; metal fetches 100. */
  private static CaseActivity smelter(String id) {
    return new CaseActivity(
        id,
        A,
        new TreeMap<>(Map.of(GOOD, 1.0)),
        new TreeMap<>(Map.of(METAL, 1.0)),
        Optional.of(CaseCurve.InverseLinear.of(0, 10)),
        Optional.empty());
  }

  private static MarketCase withSmelter(OptionalDouble choke, CaseCurve supply, CaseCurve demand) {
    TreeMap<ProductId, CaseCurve> used = new TreeMap<>(Map.of(GOOD, demand));
    used.put(METAL, CaseCurve.InverseLinear.of(100, 0));
    CaseNode node = new CaseNode(A, new TreeMap<>(Map.of(GOOD, supply)), used, new TreeMap<>());
    return market(choke, List.of(node), List.of(smelter("smelter")));
  }

  @Test
  void aPurchaseGivesWayBeforeUseIsGivenUp() {
    MarketCase dry =
        market(OptionalDouble.of(50), List.of(node(A, fixed(3), fixed(10))), List.of());
    CaseAnswer answer = solve(dry, Make.purchase(GOOD, "a", 5));
    assertEquals(3, used(answer, A), CLOSE);
    assertEquals(7, unserved(answer, A), CLOSE);
    assertEquals(50, price(answer, A), CLOSE);

    CaseCurve rising = CaseCurve.InverseLinear.of(0, 1);
    MarketCase dear = market(OptionalDouble.of(50), List.of(node(A, rising, fixed(48))), List.of());
    CaseAnswer part = solve(dear, Make.purchase(GOOD, "a", 5));
    assertEquals(48, used(part, A), CLOSE);
    assertEquals(0, unserved(part, A), CLOSE);
    assertTrue(price(part, A) > 49.9 && price(part, A) < 49.95);
    assertEquals(
        46,
        price(
            solve(dear.withNodes(List.of(node(A, rising, fixed(41)))), Make.purchase(GOOD, "a", 5)),
            A),
        CLOSE);
  }

  /** Stock is worth 60, use gives up at 50: all of the supply goes to stock. */
  @Test
  void aPurchaseAtATriggerAboveTheChokeLeavesNoUseBelowNothing() {
    MarketCase dry =
        market(OptionalDouble.of(50), List.of(node(A, fixed(3), fixed(10))), List.of());
    CaseAnswer answer = solve(dry, Make.purchaseBelow(GOOD, "a", 5, 60));
    assertEquals(0, used(answer, A), CLOSE);
    assertEquals(10, unserved(answer, A), CLOSE);
  }

  /** Without a choke nothing gives way, and there is no answer. */
  @Test
  void aPurchaseThatNothingGivesWayToHasNoAnswer() {
    MarketCase dry = market(NONE, List.of(node(A, fixed(12), fixed(10))), List.of());
    CaseMarket.Result result =
        CaseMarket.of(dry.withMeasures(List.of(Make.purchase(GOOD, "a", 5))))
            .solve(SolverLimits.USUAL);
    assertInstanceOf(
        Outcome.Infeasible.class, ((CaseMarket.Result.Failed) result).outcome(), result::toString);
  }

  /**
   * The smelter pays up to 100 for the good, use gives up at 50: with little to go round the
   * smelter has it all, and what goes without is all of the use and no more.
   */
  @Test
  void whatGoesWithoutFollowsAShiftOfUseWhereAnActivityBuysToo() {
    MarketCase few = withSmelter(OptionalDouble.of(50), fixed(2), fixed(10));
    CaseAnswer half = solve(few, Make.demandTimes(GOOD, "a", 0.5));
    assertEquals(5, unserved(half, A), CLOSE);
    assertEquals(0, used(half, A), CLOSE);
    assertEquals(2, level(half, "smelter"), CLOSE);

    MarketCase more = withSmelter(OptionalDouble.of(50), fixed(5), fixed(1));
    CaseAnswer thrice = solve(more, Make.demandTimes(GOOD, "a", 3));
    assertEquals(3, unserved(thrice, A), CLOSE);
    assertEquals(5, level(thrice, "smelter"), CLOSE);
    assertEquals(50, price(thrice, A), CLOSE);
  }

  /** The same of a use that is an unknown: at the choke 5 are wanted, above it fewer. */
  @Test
  void whatGoesWithoutIsNoMoreThanAUseThatCrosses() {
    CaseCurve crossing = crossing(100, -10, B, 0);
    CaseAnswer few = solve(withSmelter(OptionalDouble.of(50), fixed(2), crossing));
    assertEquals(0, used(few, A), CLOSE);
    assertEquals(80, price(few, A), CLOSE);
    assertEquals(2, level(few, "smelter"), CLOSE);
    CaseAnswer some = solve(withSmelter(OptionalDouble.of(50), fixed(6), crossing));
    assertEquals(1, used(some, A), CLOSE);
    assertEquals(4, unserved(some, A), CLOSE);
    assertEquals(50, price(some, A), CLOSE);
  }

  /** a: p = 40 − q − q′ with q′ the use of b; b: 30 − p. Each is supplied at any price. */
  private static MarketCase crossed(CaseCurve demandOfB) {
    return market(
        NONE,
        List.of(node(A, fixed(10), crossing(40, -1, B, -1)), node(B, fixed(10), demandOfB)),
        List.of());
  }

  @Test
  void aShiftMovesUsesThatCross() {
    MarketCase market = crossed(CaseCurve.InverseLinear.of(30, -1));
    CaseAnswer free = solve(market);
    assertEquals(20, price(free, A), CLOSE);
    assertEquals(20, price(free, B), CLOSE);
    // Half as much at every price: p = 40 − 2 q − q′.
    assertEquals(10, price(solve(market, Make.demandTimes(GOOD, "a", 0.5)), A), CLOSE);
    // Five more at every price: p = 40 − (q − 5) − q′; and five fewer.
    assertEquals(25, price(solve(market, Make.demandBy(GOOD, "a", 5)), A), CLOSE);
    assertEquals(15, price(solve(market, Make.demandBy(GOOD, "a", -5)), A), CLOSE);
    assertEquals(24, price(solve(market, Make.demandBy(GOOD, "b", 4)), B), CLOSE);
    assertEquals(0, used(solve(market, Make.demandTimes(GOOD, "a", 0)), A), CLOSE);
  }

  /** What others' prices owe to a use that hangs on no price moves with it. */
  @Test
  void aShiftOfAFixedUseMovesThePricesThatCrossWithIt() {
    assertEquals(20, price(solve(crossed(fixed(10))), A), CLOSE);
    assertEquals(25, price(solve(crossed(fixed(10)), Make.demandTimes(GOOD, "b", 0.5)), A), CLOSE);
  }

  /** Ten at most are wanted at a price of 20, and no more comes: half of it, and three more. */
  @Test
  void aShiftMovesAUseAtOnePrice() {
    CaseCurve flat = new CaseCurve.InverseLinear(20, 0, 10, Collections.emptySortedMap());
    CaseCurve rising = CaseCurve.InverseLinear.of(0, 1);
    MarketCase market = market(NONE, List.of(node(A, rising, flat)), List.of());
    assertEquals(10, price(solve(market), A), CLOSE);
    assertEquals(5, used(solve(market, Make.demandTimes(GOOD, "a", 0.5)), A), CLOSE);
    assertEquals(13, used(solve(market, Make.demandBy(GOOD, "a", 3)), A), CLOSE);
    assertEquals(7, used(solve(market, Make.demandBy(GOOD, "a", -3)), A), CLOSE);
  }

  /** 10 − p, at least 5: at a price of 10 it is 5, and three more are 8. */
  @Test
  void aShiftMovesTheLeastUseToo() {
    CaseCurve line = new CaseCurve.Linear(10, -1, 5, CaseCurve.UNLIMITED);
    CaseCurve atTen = new CaseCurve.InverseLinear(10, 0, 100, Collections.emptySortedMap());
    MarketCase market = market(NONE, List.of(node(A, atTen, line)), List.of());
    assertEquals(5, used(solve(market), A), CLOSE);
    assertEquals(8, used(solve(market, Make.demandBy(GOOD, "a", 3)), A), CLOSE);
    assertEquals(3, used(solve(market, Make.demandBy(GOOD, "a", -2)), A), CLOSE);
    assertEquals(2.5, used(solve(market, Make.demandTimes(GOOD, "a", 0.5)), A), CLOSE);
    CaseCurve falling = CaseCurve.Linear.of(9, -1);
    MarketCase gone = market(NONE, List.of(node(A, atTen, falling)), List.of());
    assertEquals(2, used(solve(gone, Make.demandBy(GOOD, "a", 3)), A), CLOSE);
  }

  /** Surplus is counted from the same prices with and without a measure: of b, without any, 0. */
  @Test
  void aShiftMovesNoSurplusElsewhere() {
    CaseCurve line = CaseCurve.Linear.of(30, -1);
    MarketCase market =
        market(
            NONE,
            List.of(
                node(A, CaseCurve.Linear.of(0, 1), line), node(B, CaseCurve.Linear.of(0, 1), line)),
            List.of());
    for (Measure measure : List.of(Make.demandTimes(GOOD, "a", 2), Make.capacity(GOOD, "a", 10))) {
      CaseAnswer answer = solve(market, measure);
      assertEquals(0, gains(answer, B).consumerSurplus(), CLOSE);
      assertEquals(0, gains(answer, B).producerSurplus(), CLOSE);
    }
  }

  @Test
  void aFlatUseThatAnothersPriceCrossesWithIsFixed() {
    assertEquals(20, price(solve(crossed(CaseCurve.Linear.of(10, 0))), A), CLOSE);
    assertEquals(20, price(solve(crossed(CaseCurve.ConstantElasticity.of(10, 5, 0))), A), CLOSE);
  }

  @Test
  void aReleaseAtATriggerOfNothingIsSoldAtAnyPrice() {
    CaseCurve line = CaseCurve.Linear.of(30, -1);
    MarketCase market = market(NONE, List.of(node(A, fixed(10), line)), List.of());
    CaseAnswer answer = solve(market, Make.releaseAbove(GOOD, "a", 4, 0));
    assertEquals(14, used(answer, A), CLOSE);
    assertEquals(16, price(answer, A), CLOSE);
  }

  /** Names that blocks have are as good as others for an activity, and stocks are none. */
  @Test
  void activitiesAreToldByWhatTheyAre() {
    for (String id : List.of("supply", "beyond help", "unserved", "demand", "")) {
      CaseActivity mine =
          new CaseActivity(
              id,
              A,
              new TreeMap<>(),
              new TreeMap<>(Map.of(GOOD, 1.0)),
              Optional.of(CaseCurve.Linear.of(0, 1)),
              Optional.empty());
      MarketCase market =
          market(NONE, List.of(node(A, fixed(2), CaseCurve.Linear.of(30, -1))), List.of(mine))
              .withProducts(List.of(CaseProduct.of("good")));
      CaseAnswer answer = solve(market, Make.releaseAbove(GOOD, "a", 4, 5));
      assertEquals(List.of(id), List.copyOf(answer.market().levels().keySet()));
      assertEquals(12, level(answer, id), CLOSE);
      assertEquals(18, used(answer, A), CLOSE);
    }
  }

  /** An activity that makes nothing of what it takes is no stock: it takes 6 at a price of 4. */
  @Test
  void anActivityWithoutOutputsIsNoStock() {
    CaseActivity sink =
        new CaseActivity(
            "sink",
            A,
            new TreeMap<>(Map.of(GOOD, 1.0)),
            new TreeMap<>(),
            Optional.of(CaseCurve.InverseLinear.of(-10, 1)),
            Optional.empty());
    MarketCase market =
        market(NONE, List.of(node(A, fixed(7), CaseCurve.Linear.of(5, -1))), List.of(sink))
            .withProducts(List.of(CaseProduct.of("good")));
    CaseAnswer answer = solve(market, Make.release(GOOD, "a", 0));
    assertEquals(6, level(answer, "sink"), CLOSE);
    assertEquals(0, gains(answer, A).stockGains(), CLOSE);
  }

  @Test
  void theAuditFindsUseBelowNothing() {
    CaseMarket dry =
        CaseMarket.of(
            market(OptionalDouble.of(50), List.of(node(A, fixed(3), fixed(10))), List.of()));
    Solution solution =
        dry.search(dry.without(), Optional.empty(), SolverLimits.USUAL).solution().orElseThrow();
    assertTrue(Audit.certify(solution).holds());
    for (int b = 0; b < solution.level.length; b++) {
      if (solution.regime.blocks.get(b).links().role() == Block.Role.UNSERVED) {
        solution.level[b] += 5;
        solution.served[0] -= 5;
        solution.purchased[0] += 5;
      }
    }
    assertFalse(Audit.certify(solution).holds());
  }
}
