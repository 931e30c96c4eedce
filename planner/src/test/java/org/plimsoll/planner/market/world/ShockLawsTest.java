package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.RandomMarkets.LAST;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.RandomMeasures;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.draw.ParameterDraw;

/** Laws of what a shock sets off besides prices, on seeded worlds. */
class ShockLawsTest {
  private static final Map<String, Double> ALL =
      Map.of(
          "private-stock-days", 36.0,
          "precautionary-buying", 0.3,
          "leak-share", 0.4,
          "leak-premium", 0.2,
          "qualification-months", 6.0,
          "restrictor-output-cut", 0.7);

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  private static Market market(Evidence evidence, Map<String, Double> parameters, double months) {
    TreeMap<String, Interval> overrides = new TreeMap<>();
    parameters.forEach((name, value) -> overrides.put(name, Interval.exactly(value)));
    Scenario scenario =
        RandomMarkets.scenario()
            .withParameters(overrides)
            .withHorizon(new Scenario.Horizon(months));
    return Market.of(evidence, scenario, ParameterDraw.central());
  }

  private static Equilibrium solve(Market market, List<? extends Measure> measures) {
    Outcome.Converged converged =
        assertInstanceOf(Outcome.Converged.class, Answers.once(market.with(measures)));
    assertTrue(converged.certificate().holds());
    return converged.equilibrium();
  }

  private static double turnover(Market market) {
    double turnover = 0;
    for (ProductId product : market.listProducts()) {
      for (Route route : market.base().listRoutes(product)) {
        turnover += route.tonnes() * route.landedUsd();
      }
    }
    return turnover;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tonnesAndMoneyAddUp(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = market(evidence, ALL, 6);
    Equilibrium e = solve(market, RandomMeasures.of(evidence, market.listProducts(), seed, 3));
    assertEquals(0, e.welfare().transfersUsd(), 1e-7 * turnover(market));
    for (ProductId product : market.listProducts()) {
      double comes = 0;
      double goes = 0;
      for (CountryCode c : e.listCountries(product)) {
        comes += e.imports(product, c) + e.flow(product, c, c);
        comes += e.released(product, c) + e.drawn(product, c);
        goes += e.use(product, c) + e.inputUse(product, c);
        goes += e.stockBuild(product, c) + e.purchased(product, c);
      }
      assertEquals(comes, goes, 1e-8 * Math.max(1, goes));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void morePrivateStockOfAGoodNeverRaisesItsPrice(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    List<Measure> ban = List.of(Make.ban(LAST, "CAC", ""));
    TreeMap<CountryCode, Double> last = new TreeMap<>();
    for (double days : new double[] {0, 15, 36, 75}) {
      Equilibrium e = solve(market(evidence, Map.of("private-stock-days", days), 12), ban);
      for (CountryCode c : e.listCountries(LAST)) {
        double price = e.buyerPrice(LAST, c).orElse(Double.POSITIVE_INFINITY);
        double before = last.getOrDefault(c, Double.POSITIVE_INFINITY);
        assertTrue(
            e.drawn(LAST, c) == 0 || price <= before * (1 + 1e-6),
            () -> c + " at " + price + " after " + before);
        last.put(c, price);
      }
    }
  }

  /**
   * In one stage, and but for the shares of origins, which are not the choice of a buyer who
   * minimises cost: up to two thousandths.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void withoutStocksAndFearALongerHorizonNeverRaisesThePrice(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed, 1, 6);
    Map<String, Double> lags = Map.of("leak-share", 0.4, "qualification-months", 6.0);
    double last = Double.POSITIVE_INFINITY;
    for (double months : new double[] {3, 6, 12, 24, 60}) {
      Market market = market(evidence, lags, months);
      ProductId product = market.listProducts().getLast();
      Equilibrium e = solve(market, List.of(Make.ban(product, "CAC", "")));
      double paid = 0;
      for (CountryCode c : e.listCountries(product)) {
        double use = c.alpha3().equals("CAC") ? 0 : market.base().use(product, c);
        paid += use == 0 ? 0 : use * e.buyerPrice(product, c).orElseThrow();
      }
      assertTrue(paid <= last * (1 + 2e-3), months + " months: " + paid + " after " + last);
      last = paid;
    }
  }
}
