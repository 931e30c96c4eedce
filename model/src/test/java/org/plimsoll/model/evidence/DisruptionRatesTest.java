package org.plimsoll.model.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.DisruptionRate;
import org.plimsoll.model.trade.DisruptionRate.Measure;

class DisruptionRatesTest {
  private static final CountryCode ACTOR = CountryCode.of("AAA");
  private static final CountryCode OTHER = CountryCode.of("BBB");

  private final DisruptionRates rates =
      new DisruptionRates(
          List.of(
              row("AAA", Measure.ACTS, new Interval(0.2, 0.35, 0.9)),
              row("AAA", Measure.RUPTURE, new Interval(0.01, 0.03, 0.1)),
              row("*", Measure.ACTS_BY_GOVERNANCE, new Interval(0.01, 0.03, 0.05)),
              row("*", Measure.COMMODITY_HIT, new Interval(0.1, 0.25, 0.5))));

  private static DisruptionRate row(String state, Measure measure, Interval value) {
    return new DisruptionRate(state, measure, "", value, "1", TinyWorld.MADE_UP);
  }

  /** 1 − (1 − 0.35 × 0.25) (1 − 0.03) = 0.114875. */
  @Test
  void aStopComesWithAnActOrWithARupture() {
    Interval chance = rates.chanceOfStop(ACTOR, OptionalDouble.of(-1)).orElseThrow();
    assertEquals(0.114875, chance.central(), 1e-12);
    assertEquals(1 - (1 - 0.02) * (1 - 0.01), chance.low(), 1e-12);
  }

  /** 0.01 + 0.04 × (2.5 − 1.5) ÷ 5 = 0.018. */
  @Test
  void aStateWithoutItsRowActsByItsGovernance() {
    assertEquals(0.018, rates.acts(OTHER, OptionalDouble.of(1.5)).orElseThrow().central(), 1e-12);
    assertEquals(0.05, rates.acts(OTHER, OptionalDouble.of(-4)).orElseThrow().central(), 1e-12);
    assertEquals(0.03, rates.acts(OTHER, OptionalDouble.empty()).orElseThrow().central());
  }

  @Test
  void anEmptyTableGivesNoChance() {
    assertTrue(new DisruptionRates(List.of()).chanceOfStop(ACTOR, OptionalDouble.of(0)).isEmpty());
  }
}
