package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.ORE;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.RandomMeasures;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Leak;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.answer.UserAnswer;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.IdleMeasure;

/** Users that a control tells apart: numbers by hand, and laws on random worlds. */
class EndUsersTest {
  private static final double SHARE = 0.4;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static Equilibrium tiny(Measure... measures) {
    return solve(
        Market.of(TinyWorld.evidence(), TinyWorld.scenario(measures), ParameterDraw.central()));
  }

  private static Equilibrium solve(Market market) {
    Outcome outcome = Answers.once(market);
    Outcome.Converged converged =
        assertInstanceOf(Outcome.Converged.class, outcome, () -> String.valueOf(outcome));
    assertTrue(converged.certificate().holds(), converged.certificate().toString());
    return converged.equilibrium();
  }

  private static BorderMeasure.ExportQuota militaryQuota(
      String id, ProductId product, String to, double share, double tonnes) {
    return new BorderMeasure.ExportQuota(
        Make.terms(id, product, Parties.UNNAMED, Parties.of(to), Parties.UNNAMED),
        Interval.exactly(tonnes),
        Optional.empty(),
        Make.military(share, share, share));
  }

  /**
   * The military of C uses 12 of its 30. A may not sell to it, and B makes nothing any more, so
   * that 12 × 10^−0.3 go unserved at the ceiling of ten times the base price, and all others find
   * the market that they would find if C wanted 12 less.
   */
  @Test
  void aUserCutOffLeavesTheOthersAMarketWithoutIt() {
    Measure lost = Make.capacity(REFINED, "BBB", -30);
    Equilibrium e = tiny(lost, Make.militaryBan(REFINED, "AAA", "CCC", SHARE));
    Equilibrium less = tiny(lost, Make.demandBy(REFINED, "CCC", -12));
    UserAnswer military = e.listEndUsers().getFirst();
    assertEquals(List.of(military), e.listEndUsers());
    assertEquals("military", military.user());
    assertEquals(CCC, military.country());
    assertEquals(12, military.baseTonnes(), 1e-9);
    assertEquals(0, military.usedTonnes(), 1e-9);
    assertEquals(12 * StrictMath.pow(10, -0.3), military.unservedTonnes(), 1e-9);
    assertEquals(365, military.daysOfShortage(), 1e-6);
    assertEquals(10_000, military.priceBeforeUsd(), 1e-9);
    assertTrue(military.priceUsd().isEmpty());
    for (CountryCode to : List.of(AAA, BBB, CCC)) {
      assertEquals(less.use(REFINED, to), e.use(REFINED, to), 1e-6);
      assertEquals(
          less.buyerPrice(REFINED, to).orElseThrow(),
          e.buyerPrice(REFINED, to).orElseThrow(),
          1e-3);
      assertEquals(less.flow(REFINED, AAA, to), e.flow(REFINED, AAA, to), 1e-6);
    }
    assertEquals(military.unservedTonnes(), e.unserved(REFINED, CCC), 1e-9);
    assertTrue(e.isAtAssumedCeiling(REFINED, CCC));
  }

  /**
   * A bans the military of C alone, which then buys from B at B's price b. The others weigh A's
   * price a and b by the base shares 2/3 and 1/3 and σ = 3: the part of A is s = 2 a⁻³ / (2 a⁻³ +
   * b⁻³), the price s a + (1 − s) b. Each answers with an elasticity of 0.3.
   */
  @Test
  void bothUsersHaveTheirOwnPriceAndTheCountryTheMean() {
    Equilibrium e = tiny(Make.militaryBan(REFINED, "AAA", "CCC", SHARE));
    double a = e.producerPrice(REFINED, AAA).orElseThrow();
    double b = e.producerPrice(REFINED, BBB).orElseThrow();
    assertTrue(b > 10_000 && a < 10_000, a + " and " + b);
    double s = 2 * StrictMath.pow(a, -3) / (2 * StrictMath.pow(a, -3) + StrictMath.pow(b, -3));
    double civilPrice = civilPrice(e);
    double civil = 18 * StrictMath.pow(civilPrice / 10_000, -0.3);
    double own = 12 * StrictMath.pow(b / 10_000, -0.3);
    UserAnswer military = e.listEndUsers().getFirst();
    assertEquals(b, military.priceUsd().orElseThrow(), 1e-6);
    assertEquals(own, military.usedTonnes(), 1e-8);
    assertEquals(0, military.unservedTonnes());
    assertEquals(civil + own, e.use(REFINED, CCC), 1e-8);
    assertEquals(s * civil, e.flow(REFINED, AAA, CCC), 1e-8);
    assertEquals((1 - s) * civil + own, e.flow(REFINED, BBB, CCC), 1e-8);
    double mean = (civil * civilPrice + own * b) / (civil + own);
    assertEquals(mean, e.buyerPrice(REFINED, CCC).orElseThrow(), 1e-6);
    assertEquals(mean, e.deliveredPrice(REFINED, List.of(CCC)).orElseThrow(), 1e-6);
    assertEquals(0, e.welfare().transfersUsd(), 1e-3);
    // Others may pass goods on in C itself, for a premium that ties the two prices.
    Equilibrium leaky =
        tiny(
            new BorderMeasure.ExportBan(
                Make.militaryBan(REFINED, "AAA", "CCC", SHARE).terms(),
                Optional.of(
                    new BorderMeasure.Leakage(
                        Interval.exactly(300), Optional.empty(), Parties.of("CCC"))),
                Make.military(SHARE, SHARE, SHARE)));
    Leak leak = leaky.listLeaks().getFirst();
    assertEquals(CCC, leak.via());
    assertEquals(CCC, leak.to());
    assertTrue(leak.tonnes() > 1, leak.toString());
    assertEquals(
        civilPrice(leaky) + 300,
        leaky.listEndUsers().getFirst().priceUsd().orElseThrow(),
        10,
        "within the tenth of a percent by which the premium rises");
  }

  private static double civilPrice(Equilibrium e) {
    double a = e.producerPrice(REFINED, AAA).orElseThrow();
    double b = e.producerPrice(REFINED, BBB).orElseThrow();
    double s = 2 * StrictMath.pow(a, -3) / (2 * StrictMath.pow(a, -3) + StrictMath.pow(b, -3));
    return s * a + (1 - s) * b;
  }

  @Test
  void inputsAndShiftsOfUseStayWithWhomTheyConcern() {
    // Ore has no final use in B: there is nothing to tell apart.
    Market market =
        Market.of(
            TinyWorld.evidence(),
            TinyWorld.scenario(Make.militaryBan(ORE, "AAA", "BBB", SHARE)),
            ParameterDraw.central());
    assertEquals(IdleMeasure.Reason.COVERS_NOTHING, market.listIdleMeasures().getFirst().reason());
    // A shift in tonnes is the country's, however many users it has.
    Measure idle = militaryQuota("no-limit", REFINED, "CCC", SHARE, 1e9);
    Equilibrium told = tiny(idle, Make.demandBy(REFINED, "CCC", 6));
    Equilibrium whole = tiny(Make.demandBy(REFINED, "CCC", 6));
    assertEquals(whole.use(REFINED, CCC), told.use(REFINED, CCC), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void zeroChangeReturnsTheBase(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market =
        Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central())
            .with(List.of(militaryQuota("no-limit", RandomMarkets.LAST, "core", SHARE, 1e12)));
    Equilibrium e = solve(market);
    for (Route route : market.base().listRoutes(RandomMarkets.LAST)) {
      double flow = e.flow(RandomMarkets.LAST, route.from(), route.to());
      assertEquals(route.tonnes(), flow, 1e-9 * route.tonnes());
    }
    assertEquals(2, e.listEndUsers().size());
  }

  /** To tell users apart whom all measures treat alike changes nothing. */
  @ParameterizedTest
  @MethodSource("seeds")
  void tellingUsersApartIsNoMeasure(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
    List<Measure> measures =
        new ArrayList<>(
            List.of(
                Make.tariff(RandomMarkets.LAST, "CAC", "core", 0.2),
                Make.demandTimes(RandomMarkets.LAST, "CAA", 1.2)));
    Equilibrium plain = solve(market.with(measures));
    measures.add(militaryQuota("no-limit", RandomMarkets.LAST, "core", SHARE, 1e12));
    assertAlike(plain, solve(market.with(measures)), 1e-6);
  }

  /** With no share the ban does nothing; with all, or nearly, it is the ban on everybody. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theShareGoesFromNobodyToEverybody(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
    List<Measure> measures = RandomMeasures.of(evidence, market.listProducts(), seed, 1);
    ProductId product = RandomMarkets.LAST;
    Equilibrium without = solve(market.with(measures));
    Equilibrium banned = solve(market.with(and(measures, Make.ban(product, "CAA", "CAB"))));
    for (double share : new double[] {0, 1e-9}) {
      assertAlike(without, banned(market, measures, share), 1e-6);
    }
    for (double share : new double[] {1 - 1e-9, 1}) {
      assertAlike(banned, banned(market, measures, share), 1e-6);
    }
  }

  private static Equilibrium banned(Market market, List<Measure> measures, double share) {
    return solve(
        market.with(and(measures, Make.militaryBan(RandomMarkets.LAST, "CAA", "CAB", share))));
  }

  private static List<Measure> and(List<Measure> measures, Measure more) {
    List<Measure> all = new ArrayList<>(measures);
    all.add(more);
    return all;
  }

  private static void assertAlike(Equilibrium one, Equilibrium other, double close) {
    ProductId product = RandomMarkets.LAST;
    double trade = 0;
    for (CountryCode c : one.listCountries(product)) {
      trade += one.delivered(product, c);
    }
    TreeSet<CountryCode> countries = new TreeSet<>(one.listCountries(product));
    for (CountryCode to : countries) {
      assertEquals(one.use(product, to), other.use(product, to), close * trade, "use in " + to);
      for (CountryCode from : countries) {
        double flow = one.flow(product, from, to);
        assertEquals(flow, other.flow(product, from, to), close * trade, from + " to " + to);
      }
    }
  }

  @Test
  void theShareIsAFigureOfTheDraw() {
    BorderMeasure.ExportBan ban =
        new BorderMeasure.ExportBan(
            Make.ban(REFINED, "AAA", "CCC").terms(),
            Optional.empty(),
            Make.military(0.1, 0.3, 0.5));
    Scenario scenario = TinyWorld.scenario(ban);
    Goal use = Goal.use(REFINED, List.of(CCC));
    Sensitivity share =
        Sensitivities.of(
                TinyWorld.evidence(),
                scenario,
                ParameterDraw.central(),
                REFINED,
                Map.of("use", use))
            .getOrDefault("use", List.of())
            .stream()
            .filter(each -> each.scope().equals("ban/endUserShare"))
            .findFirst()
            .orElseThrow();
    assertEquals(0.3, share.value());
    double above = moved(scenario, 0.3 + 1e-4).use(REFINED, CCC);
    double below = moved(scenario, 0.3 - 1e-4).use(REFINED, CCC);
    assertEquals((above - below) / 2e-4, share.above(), 1e-4 * Math.abs(share.above()));
    assertTrue(share.above() < -0.5, "a larger share loses more: " + share);
    TreeSet<Double> drawn = new TreeSet<>();
    for (int i = 0; i < 5; i++) {
      Market market = Market.of(TinyWorld.evidence(), scenario, ParameterDraw.of(1, i));
      double tonnes = solve(market).listEndUsers().getFirst().baseTonnes();
      assertTrue(tonnes >= 3 && tonnes <= 15, "between 10% and 50% of 30: " + tonnes);
      drawn.add(tonnes);
    }
    assertEquals(5, drawn.size());
  }

  private static Equilibrium moved(Scenario scenario, double to) {
    ParameterDraw draw =
        ParameterDraw.central().with(new ParameterDraw.Figure("measure", "ban/endUserShare"), to);
    return solve(Market.of(TinyWorld.evidence(), scenario, draw));
  }

  @Test
  void sharesMustAgreeAndNotExceedTheWhole() {
    IllegalArgumentException differ =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                tiny(
                    Make.militaryBan(REFINED, "AAA", "CCC", 0.2),
                    militaryQuota("other", REFINED, "CCC", 0.3, 5)));
    assertTrue(
        String.valueOf(differ.getMessage())
            .startsWith("measures military-ban and other do not agree"),
        differ.toString());
    BorderMeasure.EndUser space =
        new BorderMeasure.EndUser(
            "space",
            Interval.exactly(0.5),
            Make.military(0, 0, 0).orElseThrow().status(),
            "a test");
    Measure second =
        new BorderMeasure.ExportBan(
            Make.ban(REFINED, "BBB", "CCC").terms(), Optional.empty(), Optional.of(space));
    IllegalArgumentException much =
        assertThrows(
            IllegalArgumentException.class,
            () -> tiny(Make.militaryBan(REFINED, "AAA", "CCC", 0.6), second));
    assertTrue(String.valueOf(much.getMessage()).contains("can add up to 1.1"), much.toString());
    assertThrows(IllegalArgumentException.class, () -> Make.military(0, 0.5, 1.1));
    // Two users side by side: 15 t and 12 t of 30.
    Equilibrium both = tiny(Make.militaryBan(REFINED, "AAA", "CCC", SHARE), second);
    assertEquals(
        List.of("military 12", "space 15"),
        both.listEndUsers().stream()
            .map(u -> u.user() + " " + Math.round(u.baseTonnes()))
            .toList());
  }
}
