package org.plimsoll.planner.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Price;

class FloorRuleTest {
  private static final Price INCENTIVE =
      new Price(
          REFINED,
          "incentive",
          "2025",
          "outside A",
          "incentive price",
          new Interval(11_000, 12_000, 15_000),
          false,
          TinyWorld.MADE_UP);

  private static Evidence withIncentive() {
    Evidence world = TinyWorld.evidence();
    List<Price> prices = new ArrayList<>(world.prices());
    prices.add(INCENTIVE);
    return world.with(w -> w.prices = prices);
  }

  @Test
  void aProductWithoutIncentivePriceHasNoFloor() {
    assertTrue(FloorRule.proposals(TinyWorld.evidence(), TinyWorld.scenario()).isEmpty());
  }

  @Test
  void theCentralIncentivePriceIsProposedForTheAlliance() {
    FloorRule.Proposal only = FloorRule.proposals(withIncentive(), TinyWorld.scenario()).getFirst();
    assertEquals(REFINED, only.product());
    assertFalse(only.isReported());
    assertEquals(Status.PROPOSED, only.measure().terms().status());
    assertEquals(Interval.exactly(12_000), only.measure().usdPerTonne());
    assertEquals(Parties.of("core"), only.measure().terms().to());
    assertEquals(Parties.of("core"), only.measure().terms().exempt());
  }

  @Test
  void aReportedFloorStandsInItsPlace() {
    BorderMeasure.PriceFloor reported =
        new BorderMeasure.PriceFloor(
            new Terms(
                "told",
                List.of(TinyWorld.ORE, REFINED),
                Parties.UNNAMED,
                Parties.of("core"),
                Parties.of("core"),
                Optional.empty(),
                Optional.empty(),
                Status.REPORTED,
                "F001"),
            Interval.exactly(11_500),
            Optional.empty(),
            BorderMeasure.GapGoesTo.IMPORTER);
    List<FloorRule.Proposal> proposals =
        FloorRule.proposals(withIncentive(), TinyWorld.scenario(reported));
    assertEquals(2, proposals.size(), "one a product of the measure, none proposed beside it");
    assertTrue(proposals.stream().allMatch(FloorRule.Proposal::isReported));
    assertTrue(proposals.stream().allMatch(p -> p.measure().terms().products().size() == 1));
    assertEquals(Interval.exactly(11_500), proposals.getLast().measure().usdPerTonne());
  }
}
