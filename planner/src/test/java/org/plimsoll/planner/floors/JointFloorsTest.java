package org.plimsoll.planner.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.ORE;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.planner.market.answer.Equilibrium;

/** Floors on ore alone drive refining out; a floor on the refined keeps it. */
class JointFloorsTest {
  private final FloorMarket market = TinyFloors.market();

  @Test
  void theNextStageIsBroughtBackAndNoMore() {
    JointFloors.Joint joint =
        new JointFloors(market, List.of(ORE, REFINED)).above(7_500).orElseThrow();
    Equilibrium before = market.before();
    double made = market.output(before, REFINED);
    assertTrue(market.output(joint.first(), REFINED) < made);
    assertEquals(made, market.output(joint.all(), REFINED), 2e-3 * made);
    assertTrue(joint.lacking().isEmpty());
    double floor = Optional.ofNullable(joint.usdPerTonne().get(REFINED)).orElseThrow();
    Equilibrium less =
        market.with(market.floor(ORE, 7_500), market.floor(REFINED, 0.99 * floor)).orElseThrow();
    assertTrue(market.output(less, REFINED) < 0.999 * made, "a smaller floor does not keep it");
  }

  @Test
  void anIdleFloorNeedsNoOther() {
    JointFloors.Joint joint =
        new JointFloors(market, List.of(ORE, REFINED)).above(3_000).orElseThrow();
    assertEquals(List.of(ORE), List.copyOf(joint.usdPerTonne().keySet()));
  }
}
