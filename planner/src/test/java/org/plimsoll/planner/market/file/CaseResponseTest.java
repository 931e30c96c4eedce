package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.RandomCases;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseLever;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.CaseResponse;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Make;

/**
 * What a shock sets off in a market file, by hand. {@code mine} makes 2 p and uses 100 − p, {@code
 * bloc} makes p and uses 150 − p. Together they clear at 50, where mine ships 50 to bloc. A ban
 * puts bloc to 75.
 */
class CaseResponseTest {
  private static final ProductId GOOD = ProductId.ofCase("good");
  private static final Region MINE = new Region("mine");
  private static final Region BLOC = new Region("bloc");
  private static final Region THIRD = new Region("third");
  private static final double CLOSE = 1e-6;

  private static CaseNode node(Region place, double slope, double use) {
    return new CaseNode(
        place,
        new TreeMap<>(Map.of(GOOD, CaseCurve.Linear.of(0, slope))),
        new TreeMap<>(Map.of(GOOD, CaseCurve.Linear.of(use, -1))),
        new TreeMap<>());
  }

  private static MarketCase market(
      OptionalDouble choke, CaseResponse response, List<CaseNode> nodes, Measure... measures) {
    CaseProduct good =
        new CaseProduct(GOOD, new CaseProduct.Sourcing.Homogeneous(), choke, response);
    List<CaseArc> arcs = new ArrayList<>();
    nodes.stream()
        .map(CaseNode::place)
        .filter(place -> !place.equals(MINE))
        .forEach(place -> arcs.add(CaseArc.of(MINE, place, 0)));
    return new MarketCase(
        "",
        "",
        List.of(good),
        nodes,
        List.of(),
        Optional.of(arcs),
        Collections.emptySortedMap(),
        List.of(measures));
  }

  private static MarketCase two(CaseResponse response, Measure... measures) {
    return market(
        OptionalDouble.empty(),
        response,
        List.of(node(MINE, 2, 100), node(BLOC, 1, 150)),
        measures);
  }

  private static CaseResponse levers(Map<CaseLever, Double> values) {
    return new CaseResponse(new TreeMap<>(values));
  }

  private static FileAnswer solve(MarketCase market) {
    FileAnswer answer = Solve.answer(market);
    assertTrue(answer.certificate().holds(), answer.certificate().toString());
    assertEquals(0, answer.equilibrium().welfare().transfersUsd(), 1e-6);
    return answer;
  }

  private static double price(FileAnswer answer, Region place) {
    return answer.equilibrium().buyerPrice(GOOD, place).orElseThrow();
  }

  @Test
  void aBanAloneByHand() {
    FileAnswer answer = solve(two(CaseResponse.NONE, Make.ban(GOOD, "mine", "")));
    assertEquals(75, price(answer, BLOC), CLOSE);
    assertEquals(100.0 / 3, price(answer, MINE), CLOSE);
  }

  /**
   * A year's use of 100 in 54 days over one month: Z = 100 · 54/30 = 180, of which a sixth is out
   * at 60: 60 made and 30 drawn are the 90 used. Holders gain ∫ 180 (1 − 50/ρ) dρ from 50 to 60.
   */
  @Test
  void privateStocksByHand() {
    CaseResponse stocks =
        levers(
            Map.of(
                CaseLever.MONTHS, 1.0,
                CaseLever.PRIVATE_STOCK_DAYS, 54.0,
                CaseLever.PRIVATE_STOCK_ELASTICITY, 1.0));
    FileAnswer answer = solve(two(stocks, Make.ban(GOOD, "mine", "")));
    assertEquals(60, price(answer, BLOC), CLOSE);
    assertEquals(30, answer.equilibrium().drawn(GOOD, BLOC), CLOSE);
    assertEquals(
        30,
        Objects.requireNonNull(answer.market().released().get(GOOD)).getOrDefault(BLOC, 0.0),
        CLOSE);
    double gain = 180 * (10 - 50 * Math.log(1.2));
    assertEquals(gain, Objects.requireNonNull(answer.welfare().get(BLOC)).stockGains(), 1e-5);
    // Below the price without measures nothing comes out, where the goods stay.
    assertEquals(0, answer.equilibrium().drawn(GOOD, MINE));
  }

  /**
   * A licence for all of base trade caps it at 50. For a quarter fear is whole: β of the half of
   * use that comes from mine, 0.3 · 0.5 · 100 = 15, so that p + 50 = 150 − p + 15.
   */
  @Test
  void fearByHand() {
    Map<CaseLever, Double> fear =
        Map.of(
            CaseLever.MONTHS, 3.0,
            CaseLever.PRECAUTIONARY_BUYING, 0.3,
            CaseLever.BUYING_ELASTICITY, 0.0);
    Measure all = Make.licence(GOOD, "mine", "", 1);
    FileAnswer answer = solve(two(levers(fear), all));
    assertEquals(57.5, price(answer, BLOC), CLOSE);
    assertEquals(15, answer.equilibrium().purchased(GOOD, BLOC), CLOSE);
    assertEquals(92.5, answer.equilibrium().use(GOOD, BLOC), CLOSE);
    // Bought into stock at 57.5, worth 50.
    assertEquals(-15 * 7.5, Objects.requireNonNull(answer.welfare().get(BLOC)).stockGains(), 1e-5);
    // With an elasticity of 1: 2 p = 100 + 750/p.
    FileAnswer elastic = solve(two(levers(fear).with(CaseLever.BUYING_ELASTICITY, 1), all));
    assertEquals((100 + Math.sqrt(10_000 + 6_000)) / 4, price(elastic, BLOC), CLOSE);
    // Of a year, fear is whole for three months and fades over nine.
    double gamma = (3 + 9 * (1 - Math.exp(-1))) / 12;
    FileAnswer year = solve(two(levers(fear).with(CaseLever.MONTHS, 12), all));
    assertEquals(15 * gamma, year.equilibrium().purchased(GOOD, BLOC), CLOSE);
  }

  /**
   * A loss of capacity frightens all who buy from there, at home too: mine makes p, bloc p, and
   * both use 250 − 2 p and half and all of 0.3 of their base use for fear, 15 and 15.
   */
  @Test
  void aLossOfCapacityFrightensByHand() {
    Map<CaseLever, Double> fear =
        Map.of(
            CaseLever.MONTHS, 3.0,
            CaseLever.PRECAUTIONARY_BUYING, 0.3,
            CaseLever.BUYING_ELASTICITY, 0.0);
    FileAnswer answer = solve(two(levers(fear), Make.capacityTimes(GOOD, "mine", 0.5)));
    assertEquals(15, answer.equilibrium().purchased(GOOD, BLOC), CLOSE);
    assertEquals(15, answer.equilibrium().purchased(GOOD, MINE), CLOSE);
    assertEquals(280 / 4.0, price(answer, BLOC), CLOSE);
  }

  /** At the choke use goes without, and nobody buys for fear. */
  @Test
  void fearGivesWayBeforeUseIsGivenUp() {
    CaseResponse fear = levers(Map.of(CaseLever.PRECAUTIONARY_BUYING, 0.3));
    CaseNode dry =
        new CaseNode(
            BLOC,
            new TreeMap<>(Map.of(GOOD, new CaseCurve.Fixed(40))),
            new TreeMap<>(Map.of(GOOD, new CaseCurve.Fixed(100))),
            new TreeMap<>());
    FileAnswer answer =
        solve(
            market(
                OptionalDouble.of(70),
                fear,
                List.of(node(MINE, 2, 100), dry),
                Make.ban(GOOD, "mine", "")));
    assertEquals(70, price(answer, BLOC), CLOSE);
    assertEquals(0, answer.equilibrium().purchased(GOOD, BLOC), CLOSE);
    assertEquals(60, answer.equilibrium().unserved(GOOD, BLOC), CLOSE);
  }

  /** Where nothing can be bought nobody buys for fear: no answer is lost by it. */
  @Test
  void fearWithoutAnyGoodsIsNone() {
    CaseNode user =
        new CaseNode(
            BLOC,
            new TreeMap<>(),
            new TreeMap<>(Map.of(GOOD, CaseCurve.Linear.of(150, -1))),
            new TreeMap<>());
    FileAnswer answer =
        solve(
            market(
                OptionalDouble.empty(),
                levers(Map.of(CaseLever.PRECAUTIONARY_BUYING, 0.3)),
                List.of(node(MINE, 2, 100), user),
                Make.ban(GOOD, "mine", "")));
    assertEquals(0, answer.equilibrium().use(GOOD, BLOC), CLOSE);
    assertEquals(0, answer.equilibrium().purchased(GOOD, BLOC), CLOSE);
  }

  /** λ (1 − e^(−T/τ)) of the 50 that a ban takes away comes through: 2 p = 150 − that. */
  @Test
  void aLeakOfABanOnAllByHand() {
    FileAnswer answer =
        solve(two(levers(Map.of(CaseLever.LEAK_SHARE, 0.5)), Make.ban(GOOD, "mine", "")));
    double leak = 50 * 0.5 * (1 - Math.exp(-2));
    assertEquals(leak, answer.equilibrium().flow(GOOD, MINE, BLOC), CLOSE);
    assertEquals((150 - leak) / 2, price(answer, BLOC), CLOSE);
  }

  /**
   * A ban on bloc alone is gone round by third, which uses 80 − p, at a tenth of 50 on its price:
   * mine makes 2.6 p = 180 − 2 p + y, bloc pays p + 5 and makes p + 5 = 150 − (p + 5) − y. So 6.6 p
   * = 320, unless too little may leak: then y is all that does.
   */
  @Test
  void aLeakByAThirdNodeByHand() {
    List<CaseNode> nodes = List.of(node(MINE, 2.6, 100), node(BLOC, 1, 150), node(THIRD, 0, 80));
    Map<CaseLever, Double> leak =
        Map.of(
            CaseLever.LEAK_SHARE, 1.0,
            CaseLever.LEAK_PREMIUM, 0.1,
            CaseLever.MONTHS, 60.0);
    Measure ban = Make.ban(GOOD, "mine", "bloc");
    FileAnswer free = solve(market(OptionalDouble.empty(), levers(leak), nodes, ban));
    assertEquals(320 / 6.6, price(free, THIRD), 0.05);
    assertEquals(price(free, THIRD) + 5, price(free, BLOC), 0.05);
    FileAnswer capped =
        solve(
            market(
                OptionalDouble.empty(), levers(leak).with(CaseLever.LEAK_SHARE, 0.5), nodes, ban));
    double most = 25 * (1 - Math.exp(-10));
    assertEquals((150 - most) / 2, price(capped, BLOC), CLOSE);
    assertEquals((180 + most) / 4.6, price(capped, THIRD), CLOSE);
  }

  /** Half of mine's output of 100 is exports: with 0.8 of that it keeps 1 − 0.4. */
  @Test
  void theRestrictorAtHomeByHand() {
    CaseResponse cut = levers(Map.of(CaseLever.OUTPUT_CUT, 0.8));
    FileAnswer answer = solve(two(cut, Make.ban(GOOD, "mine", "")));
    assertEquals(100 / 2.2, price(answer, MINE), CLOSE);
    // Fixed output is cut too: 100 made, 60 kept, 100 − p used.
    CaseNode fixed =
        new CaseNode(
            MINE,
            new TreeMap<>(Map.of(GOOD, new CaseCurve.Fixed(100))),
            new TreeMap<>(Map.of(GOOD, CaseCurve.Linear.of(100, -1))),
            new TreeMap<>());
    FileAnswer sunk =
        solve(
            market(
                OptionalDouble.empty(),
                cut,
                List.of(fixed, node(BLOC, 1, 150)),
                Make.ban(GOOD, "mine", "")));
    assertEquals(40, price(sunk, MINE), CLOSE);
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static MarketCase with(MarketCase market, CaseResponse response) {
    return market.withProducts(
        market.products().stream().map(product -> product.withResponse(response)).toList());
  }

  private static MarketCase random(long seed) {
    MarketCase market = RandomCases.market(seed, RandomCases.Kind.ANY);
    return market.withMeasures(RandomCases.measuresOfEveryType(seed, market));
  }

  /** What says how a response goes, without one, moves no figure. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aMarketWithoutResponseIsTheMarketOfBefore(long seed) {
    MarketCase market = random(seed);
    CaseResponse off =
        levers(
            Map.of(
                CaseLever.MONTHS, 3.0,
                CaseLever.PRIVATE_STOCK_ELASTICITY, 2.0,
                CaseLever.BUYING_ELASTICITY, 1.0,
                CaseLever.LEAK_PREMIUM, 0.5));
    assertFalse(off.isOn());
    assertEquals(
        Solve.find(market).map(FileAnswer::market),
        Solve.find(with(market, off)).map(FileAnswer::market));
  }

  private static final CaseResponse ALL_ON =
      levers(
          Map.of(
              CaseLever.MONTHS, 6.0,
              CaseLever.PRIVATE_STOCK_DAYS, 36.0,
              CaseLever.PRECAUTIONARY_BUYING, 0.3,
              CaseLever.LEAK_SHARE, 0.4,
              CaseLever.OUTPUT_CUT, 0.7));

  /**
   * An answer with all of it is certified, and its money adds up; without measures nothing moves.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void tonnesAndMoneyAddUpWithAllOfIt(long seed) {
    MarketCase market = random(seed);
    Optional<FileAnswer> found = Solve.find(with(market, ALL_ON));
    Optional<FileAnswer> before = Solve.find(market);
    assertEquals(before.isPresent(), found.isPresent());
    found.ifPresent(answer -> {
      assertTrue(answer.certificate().holds(), answer.certificate().toString());
      double scale = Math.abs(answer.equilibrium().welfare().worldUsd()) + 1;
      assertEquals(0, answer.equilibrium().welfare().transfersUsd() / scale, 1e-6);
    });
    MarketCase free = market.withMeasures(List.of());
    assertEquals(
        Solve.find(free).map(FileAnswer::market),
        Solve.find(with(free, ALL_ON)).map(FileAnswer::market));
  }

  /** Price and use by every lever, against the market solved a little to each side. */
  @ParameterizedTest
  @EnumSource(CaseLever.class)
  void sensitivitiesAreDifferences(CaseLever lever) {
    // What mine makes less of is dearer at home alone.
    Region at = lever == CaseLever.OUTPUT_CUT ? MINE : BLOC;
    boolean onAll = lever != CaseLever.LEAK_PREMIUM;
    List<CaseNode> nodes = List.of(node(MINE, 2.6, 100), node(BLOC, 1, 150), node(THIRD, 0, 80));
    CaseResponse response =
        onAll ? ALL_ON : levers(Map.of(CaseLever.LEAK_SHARE, 1.0, CaseLever.MONTHS, 60.0));
    MarketCase market =
        market(
            OptionalDouble.empty(), response, nodes, Make.ban(GOOD, "mine", onAll ? "" : "bloc"));
    Sensitivity found =
        CaseSensitivities.of(market, SolverLimits.USUAL, List.of(at))
            .goals()
            .getOrDefault("price of good at " + at, List.of())
            .stream()
            .filter(s -> s.name().equals("response " + lever.word()))
            .findFirst()
            .orElseThrow();
    double value = response.value(lever);
    double step = 1e-4 * value;
    double above = price(solve(with(market, response.with(lever, value + step))), at);
    double below = price(solve(with(market, response.with(lever, value - step))), at);
    double slope = (above - below) / (2 * step);
    assertTrue(Math.abs(slope) > 1e-9, lever + " moves nothing");
    assertEquals(slope, found.above(), 1e-3 * Math.abs(slope));
    assertEquals(slope, found.below(), 1e-3 * Math.abs(slope));
  }
}
