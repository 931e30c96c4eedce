package org.plimsoll.planner.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Welfare;

/** Floors tried on the tiny market: 10,000 USD/t, BBB makes 30 of the 60 that members use. */
class FloorMarketTest {
  private final FloorMarket market = TinyFloors.market();

  private double smallest(FloorTarget target) {
    return assertInstanceOf(
            RootSearch.Found.Reached.class,
            market.smallest(REFINED, target, List.of(), 5_000, 60_000))
        .place();
  }

  @Test
  void theSmallestFloorPaysTheTargetAndNoMore() {
    double floor = smallest(new FloorTarget.Paid(11_000));
    assertTrue(floor > 11_000, "users turn elsewhere, so makers are paid less than " + floor);
    Equilibrium held = market.with(market.floor(REFINED, floor)).orElseThrow();
    assertEquals(11_000, market.paid(held, REFINED).orElseThrow(), 11);
    assertTrue(smallest(new FloorTarget.Paid(12_000)) > floor, "a larger target, a larger floor");
  }

  @Test
  void sharesAndOutputAreTargetsToo() {
    Equilibrium before = market.before();
    assertEquals(0.5, market.firstShare(before, REFINED).orElseThrow(), 1e-9);
    assertEquals(AAA, market.firstSupplier(before, REFINED).orElseThrow());
    double floor = smallest(new FloorTarget.FirstSupplier(0.4));
    Equilibrium held = market.with(market.floor(REFINED, floor)).orElseThrow();
    assertEquals(0.4, market.firstShare(held, REFINED).orElseThrow(), 1e-3);
    double more = smallest(new FloorTarget.Output(31));
    assertEquals(
        31, market.output(market.with(market.floor(REFINED, more)).orElseThrow(), REFINED), 0.01);
  }

  @Test
  void aFloorAtThePriceOrBelowIsIdle() {
    assertEquals(10_000, market.idleUpTo(REFINED, 4_000, 40_000).orElseThrow(), 10);
    Equilibrium below = market.with(market.floor(REFINED, 9_000)).orElseThrow();
    assertEquals(FloorVerdict.IDLE, market.verdict(below, REFINED, 9_000));
  }

  @Test
  void noFloorMakesWhatCannotBeMade() {
    RootSearch.Found.Nowhere none =
        assertInstanceOf(
            RootSearch.Found.Nowhere.class,
            market.smallest(REFINED, new FloorTarget.Output(1_000), List.of(), 5_000, 60_000));
    assertTrue(none.gap().orElseThrow() < 0);
  }

  @Test
  void anExemptPartnerPaysNoLevy() {
    FloorMarket free = market.exempting(List.of("AAA"));
    Equilibrium held = free.with(free.floor(REFINED, 12_000)).orElseThrow();
    assertEquals(0, free.largestLevy(held, REFINED));
    Equilibrium all = market.with(market.floor(REFINED, 12_000)).orElseThrow();
    assertTrue(market.largestLevy(all, REFINED) > 0);
    assertTrue(market.revenueUsd(all, REFINED) > 0);
  }

  @Test
  void thePartsOfAGainAreTheWhole() {
    Equilibrium held = market.with(market.floor(REFINED, 12_000)).orElseThrow();
    Welfare welfare = held.welfare(market.before());
    Gains gains = Gains.of(welfare, List.of(BBB));
    CountryWelfare its = welfare.find(BBB).orElseThrow();
    assertEquals(its.total(), gains.whole(), 1e-6 * Math.abs(its.total()));
    assertTrue(gains.users() < 0 && gains.makers() > 0);
  }
}
