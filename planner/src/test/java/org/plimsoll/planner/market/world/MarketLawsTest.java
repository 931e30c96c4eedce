package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.RandomMeasures;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/** Laws that hold in every market, on seeded worlds under seeded measures. */
class MarketLawsTest {
  private static final double CLOSE = 1e-7;

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  private static Market market(Evidence evidence) {
    return Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
  }

  private static List<Measure> measures(Market market, Evidence evidence, long seed) {
    return RandomMeasures.of(evidence, market.listProducts(), seed, 3);
  }

  private static Equilibrium solve(Market market) {
    Outcome outcome = Answers.once(market);
    Outcome.Converged converged =
        assertInstanceOf(Outcome.Converged.class, outcome, () -> String.valueOf(outcome));
    assertTrue(converged.certificate().holds());
    return converged.equilibrium();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void zeroChangeReturnsTheBase(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = market(evidence);
    Chain chain = market.chains().getFirst();
    assertTrue(market.listRepairs().stream().noneMatch(r -> r instanceof Repair.BaseDiscrepancy));
    for (Chain each : market.chains()) {
      Equations equations = new Equations(Regime.base(each));
      double[] f = new double[equations.size()];
      equations.residual(equations.flows.unknowns.base(), f);
      for (double row : f) {
        assertEquals(0, row, 1e-12);
      }
    }
    // A tariff of nothing touches the chain, so that it is solved.
    ProductId product = chain.products[0].id();
    Equilibrium e = solve(market.with(List.of(Make.tariff(product, "CAA", "", 0))));
    for (Route route : market.base().listRoutes(product)) {
      assertEquals(
          route.tonnes(), e.flow(product, route.from(), route.to()), 1e-9 * route.tonnes());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void measuresThatDoNotBindChangeNothing(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = market(evidence);
    ProductId product = RandomMarkets.LAST;
    double price =
        evidence.findBasePrice(product, "base2024").orElseThrow().usdPerTonne().central();
    Equilibrium e =
        solve(
            market.with(
                List.of(
                    Make.contract(product, "CAA", "CAB", 0.1 * price, 3),
                    Make.tariffRateQuota(product, "", "core", 1e9, 0, 1),
                    Make.undertaking(product, "core", 0.3 * price),
                    Make.partialLevy(product, "core", 0.3 * price),
                    Make.purchaseBelow(product, "CAC", 10, 0.2 * price),
                    Make.releaseAbove(product, "CAC", 10, 5 * price),
                    Make.costTimes(product, "CAB", 1),
                    Make.demandTimes(product, "CAC", 1))));
    for (Route route : market.base().listRoutes(product)) {
      assertEquals(
          route.tonnes(), e.flow(product, route.from(), route.to()), 1e-8 * route.tonnes());
    }
    assertEquals(0, e.welfare().worldUsd(), CLOSE * price * plainTrade(e, product));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsMadeIsUsed(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = market(evidence);
    Equilibrium e = solve(market.with(measures(market, evidence, seed)));
    for (ProductId product : market.listProducts()) {
      double made = 0;
      double used = 0;
      double dumped = 0;
      for (CountryCode c : e.listCountries(product)) {
        made += e.output(product, c) + e.released(product, c) + e.drawn(product, c);
        used +=
            e.use(product, c)
                + e.inputUse(product, c)
                + e.stockBuild(product, c)
                + e.purchased(product, c);
        // A joint product that nobody takes is thrown away, at a price of nothing.
        double over = e.output(product, c) - e.exports(product, c) - e.flow(product, c, c);
        double base = market.base().producerPrice(product, c).orElse(1);
        dumped += e.producerPrice(product, c).orElse(0) < 1e-8 * base ? over : 0;
      }
      assertEquals(made - dumped, used, 1e-8 * Math.max(1, made));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aBannedRouteCarriesExactlyNothing(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = market(evidence);
    ProductId product = RandomMarkets.LAST;
    Equilibrium e = solve(market.with(List.of(Make.ban(product, "CAA", ""))));
    for (CountryCode to : e.listCountries(product)) {
      if (!to.alpha3().equals("CAA")) {
        assertEquals(0.0, e.flow(product, CountryCode.of("CAA"), to));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void importsUnderAFloorLandAtTheFloorOrAbove(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = market(evidence);
    double price =
        1.2
            * evidence
                .findBasePrice(RandomMarkets.LAST, "base2024")
                .orElseThrow()
                .usdPerTonne()
                .central();
    Equilibrium e = solve(market.with(List.of(Make.floor(RandomMarkets.LAST, "core", price))));
    for (Route route : e.listRoutes(RandomMarkets.LAST)) {
      boolean levied =
          !route.from().alpha3().matches("CAA|CAB") && route.to().alpha3().matches("CAA|CAB");
      if (levied) {
        assertTrue(route.landedUsd() >= price * (1 - 1e-9), route.toString());
      } else {
        assertEquals(0, route.levyUsd());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTariffToZeroGoesToTheAnswerWithoutIt(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = market(evidence);
    ProductId product = RandomMarkets.LAST;
    double last = Double.POSITIVE_INFINITY;
    for (double rate : new double[] {1e-2, 1e-4, 1e-6}) {
      Equilibrium e = solve(market.with(List.of(Make.tariff(product, "CAA", "", rate))));
      double change = 0;
      for (Route route : market.base().listRoutes(product)) {
        double now = e.flow(product, route.from(), route.to());
        change = Math.max(change, Math.abs(now / route.tonnes() - 1));
      }
      assertTrue(change <= last * 0.02 || change < 1e-9, change + " after " + last);
      last = change;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void paymentsBetweenAgentsSumToZero(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = market(evidence);
    Equilibrium e = solve(market.with(measures(market, evidence, seed)));
    double turnover = 0;
    for (ProductId product : market.listProducts()) {
      for (Route route : market.base().listRoutes(product)) {
        turnover += route.tonnes() * route.landedUsd();
      }
    }
    assertEquals(0, e.welfare().transfersUsd(), CLOSE * turnover);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void scalingMoneyScalesPricesAndLeavesFlows(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market plain = market(evidence);
    Market scaled = market(Changed.money(evidence, 1_000));
    BorderMeasure.ExportBan ban = Make.ban(RandomMarkets.LAST, "CAA", "");
    Equilibrium one = solve(plain.with(List.of(ban)));
    Equilibrium other = solve(scaled.with(List.of(ban)));
    for (ProductId product : plain.listProducts()) {
      for (Route route : one.listRoutes(product)) {
        double flow = other.flow(product, route.from(), route.to());
        assertEquals(route.tonnes(), flow, CLOSE * plainTrade(one, product));
      }
      for (CountryCode c : one.listCountries(product)) {
        if (one.buyerPrice(product, c).isPresent()) {
          double usd = one.buyerPrice(product, c).getAsDouble();
          assertEquals(
              1_000 * usd, other.buyerPrice(product, c).getAsDouble(), CLOSE * 1_000 * usd);
        }
      }
    }
  }

  private static double plainTrade(Equilibrium e, ProductId product) {
    return e.listRoutes(product).stream().mapToDouble(Route::tonnes).sum();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void renamingCountriesPermutesTheAnswer(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    TreeMap<CountryCode, CountryCode> names = new TreeMap<>();
    int last = evidence.countries().size() - 1;
    for (int i = 0; i <= last; i++) {
      names.put(evidence.countries().get(i).code(), evidence.countries().get(last - i).code());
    }
    CountryCode acting = CountryCode.of("CAA");
    Equilibrium one =
        solve(market(evidence).with(List.of(Make.ban(RandomMarkets.LAST, "CAA", ""))));
    String renamed = Changed.to(names, acting).alpha3();
    Equilibrium other =
        solve(
            market(Changed.names(evidence, names))
                .with(List.of(Make.ban(RandomMarkets.LAST, renamed, ""))));
    double trade = plainTrade(one, RandomMarkets.LAST);
    for (Route route : one.listRoutes(RandomMarkets.LAST)) {
      double flow =
          other.flow(
              RandomMarkets.LAST, Changed.to(names, route.from()), Changed.to(names, route.to()));
      assertEquals(route.tonnes(), flow, CLOSE * trade);
    }
  }
}
