package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Make;

/** Gains and losses in a market file, by hand. */
class CaseWelfareTest {
  private static final CaseProduct GOOD = CaseProduct.of("good");
  private static final Region BLOC = new Region("bloc");

  /**
   * Bloc: demand 120 − p, supply p − 20; outside: supply 2 (p − 10); so p = 40. Four tonnes from
   * stock bring it to 39: they fetch 39 each and were worth 40.
   */
  @Test
  void aReleaseSellsBelowWhatItWasWorthWithoutIt() {
    CaseNode bloc =
        new CaseNode(
            BLOC,
            new TreeMap<>(Map.of(GOOD.id(), CaseCurve.Linear.of(-20, 1))),
            new TreeMap<>(Map.of(GOOD.id(), CaseCurve.Linear.of(120, -1))),
            new TreeMap<>());
    CaseNode outside =
        new CaseNode(
            new Region("outside"),
            new TreeMap<>(Map.of(GOOD.id(), CaseCurve.Linear.of(-20, 2))),
            new TreeMap<>(),
            new TreeMap<>());
    StockMeasure.StockRelease release =
        new StockMeasure.StockRelease(
            Make.terms("release", GOOD.id(), Parties.UNNAMED, Parties.of("bloc"), Parties.UNNAMED),
            Interval.exactly(4));
    MarketCase market =
        new MarketCase(
            "",
            "",
            List.of(GOOD),
            List.of(bloc, outside),
            List.of(),
            Optional.empty(),
            new TreeMap<>(),
            List.of(release));

    CaseAnswer answer =
        assertInstanceOf(
                CaseMarket.Result.Solved.class, CaseMarket.of(market).solve(SolverLimits.USUAL))
            .answer();

    CountryWelfare gains = answer.welfare().values().iterator().next();
    assertEquals(-4, gains.stockGains(), 1e-9);
    assertEquals(80.5, gains.consumerSurplus(), 1e-9);
    assertEquals(-19.5, gains.producerSurplus(), 1e-9);
  }
}
