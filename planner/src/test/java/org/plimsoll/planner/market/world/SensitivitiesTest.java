package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.RandomMeasures;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Account;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;

/** Adjoint derivatives against markets solved again with each figure a little moved. */
class SensitivitiesTest {
  private static final List<CountryCode> CORE =
      List.of(CountryCode.of("CAA"), CountryCode.of("CAB"));

  static LongStream seeds() {
    return LongStream.range(7, 17);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreeWithDifferencesOfMarketsSolvedAgain(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market plain = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
    double price =
        evidence
            .findBasePrice(RandomMarkets.LAST, "base2024")
            .orElseThrow()
            .usdPerTonne()
            .central();
    List<Measure> measures =
        new ArrayList<>(RandomMeasures.of(evidence, plain.listProducts(), seed, 3));
    measures.add(Make.floor(RandomMarkets.LAST, "core", 1.3 * price));
    ProductId product = touched(plain.with(measures));
    Scenario scenario = RandomMarkets.scenario().withMeasures(measures);
    Map<String, Goal> goals =
        Map.of(
            "inside",
            Goal.deliveredPrice(product, CORE),
            "others less members",
            Goal.deliveredPriceBut(product, CORE).minus(Goal.deliveredPrice(product, CORE)),
            "welfare",
            Goal.welfare(CORE),
            "rents",
            Goal.surplus(CORE, EnumSet.of(Account.EXPORT_RENTS, Account.PUBLIC)),
            "world",
            Goal.worldWelfare(),
            "unserved",
            Goal.unservedShare(RandomMarkets.LAST, CORE),
            "output",
            Goal.output(product, CORE.getFirst()));

    Map<String, List<Sensitivity>> found =
        Sensitivities.of(evidence, scenario, ParameterDraw.central(), product, goals);

    TreeSet<String> names = new TreeSet<>();
    for (String goal : goals.keySet()) {
      double largest =
          found.getOrDefault(goal, List.of()).stream()
              .mapToDouble(s -> Math.abs(s.below() * size(s)))
              .max()
              .orElse(0);
      for (Sensitivity s : found.getOrDefault(goal, List.of())) {
        names.add(s.name());
        double h = 1e-4 * size(s);
        double again =
            (solved(evidence, scenario, product, s, h, Objects.requireNonNull(goals.get(goal)))
                    - solved(
                        evidence,
                        scenario,
                        product,
                        s,
                        -h,
                        Objects.requireNonNull(goals.get(goal))))
                / (2 * h);
        double mean = (s.below() + s.above()) / 2;
        // Sums of money of 10¹¹ have few digits left in a difference of a millionth.
        double digits = Objects.requireNonNull(goals.get(goal)).isAgainstBase() ? 50 : 0;
        assertEquals(again * size(s), mean * size(s), 2e-3 * largest + digits, goal + " to " + s);
      }
    }
    assertTrue(names.contains("measure") && names.contains("demand-elasticity-one-year"));
  }

  private static ProductId touched(Market market) {
    for (int c = 0; c < market.chains().size(); c++) {
      if (market.regimes().get(c) != null) {
        return market.chains().get(c).products[0].id();
      }
    }
    throw new AssertionError("no chain is touched");
  }

  private static double size(Sensitivity s) {
    return Math.max(Math.abs(s.value()), s.range().high() - s.range().low());
  }

  private static double solved(
      Evidence evidence,
      Scenario scenario,
      ProductId product,
      Sensitivity s,
      double by,
      Goal goal) {
    ParameterDraw draw =
        ParameterDraw.central().with(new ParameterDraw.Figure(s.name(), s.scope()), s.value() + by);
    Market market = Market.ofChain(evidence, scenario, draw, product);
    return ChainGradient.of(market, product, SolverLimits.USUAL).value(goal);
  }

  @Test
  void aChainThatNothingTouchesHasNone() {
    Evidence evidence = RandomMarkets.evidence(1);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Sensitivities.of(
                evidence,
                RandomMarkets.scenario(),
                ParameterDraw.central(),
                RandomMarkets.LAST,
                Map.of()));
  }
}
