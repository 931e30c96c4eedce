package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.border.PlanSchedule;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.border.levy.Instrument;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleCheck;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Figure;

/** The floors of a plan, as its plan.json has them, in a schedule. */
class PlanScheduleTest {
  private static final Evidence WORLD = RealWorld.evidence();

  private static PlanSchedule draft(ActionPlan plan) {
    return PlanSchedule.of(plan, WORLD, Optional.empty(), Optional.empty(), List.of());
  }

  private static PlanSchedule floors(ActionPlan.Floor... floors) {
    return draft(SamplePlan.withFloors(floors));
  }

  private static ActionPlan.Floor floor(
      String product, BorderMeasure.GapGoesTo gapGoesTo, Optional<Double> bound) {
    ActionPlan.Floor first = SampleActions.floors().getFirst();
    return new ActionPlan.Floor(
        ProductId.parse(product),
        product,
        first.status(),
        "x",
        usdPerTonne(500_000),
        bound.map(PlanScheduleTest::usdPerTonne),
        gapGoesTo,
        first.incentive(),
        first.vintages());
  }

  private static Figure usdPerTonne(double price) {
    return Figure.ofRows(Interval.exactly(price), "USD/t", Grade.B, List.of("x"));
  }

  private static Map<String, Instrument> instruments(LevySchedule schedule) {
    return schedule.rules().stream()
        .collect(
            Collectors.toMap(
                rule -> rule.product().toString(),
                LevyRule::instrument,
                (a, b) -> a,
                TreeMap::new));
  }

  /** One is levied in full, one up to 100 a kilogram, and one is kept by its exporters. */
  @Test
  void boundAndWhoKeepsTheGapAreLaw() {
    Map<String, Instrument> instruments = instruments(draft(SamplePlan.plan()).schedule());
    assertEquals(
        "VariableLevy[floor=110 USD/kg, bound=Optional.empty]",
        String.valueOf(instruments.get(SampleWorld.OXIDE.toString())));
    assertEquals(
        "VariableLevy[floor=455 USD/kg, bound=Optional[100 USD/kg]]",
        String.valueOf(instruments.get(SampleWorld.DYSPROSIUM.toString())));
    assertEquals(
        "Undertaking[least=13 USD/kg]",
        String.valueOf(instruments.get(SampleWorld.ANTIMONY.toString())));
  }

  @Test
  void anUndertakingHasNoBound() {
    PlanSchedule draft =
        floors(floor("gallium/refined", BorderMeasure.GapGoesTo.EXPORTER, Optional.of(20_000.0)));
    assertEquals(
        "Undertaking[least=500 USD/kg]",
        String.valueOf(instruments(draft.schedule()).get("gallium/refined")));
    assertTrue(draft.remarks().toString().contains("its bound is left out"));
  }

  /** Ore and metal of cobalt share code and basis, as do magnets with and without dysprosium. */
  @Test
  void productsThatNothingTellsApartHaveOneRule() {
    PlanSchedule draft =
        floors(
            levied("cobalt/refined"),
            levied("neodymium-praseodymium/magnet"),
            levied("dysprosium/magnet"));
    assertEquals(List.of(), ScheduleCheck.listFaults(draft.schedule()));
    assertEquals(
        List.of("cobalt/refined", "neodymium-praseodymium/magnet"),
        List.copyOf(instruments(draft.schedule()).keySet()));
    String remarks = draft.remarks().toString();
    assertTrue(remarks.contains("cobalt/mine: rule cobalt-refined has code 810520"), remarks);
    assertTrue(
        remarks.contains("dysprosium/magnet: rule neodymium-praseodymium-magnet has code 850511"),
        remarks);
  }

  private static ActionPlan.Floor levied(String product) {
    return floor(product, BorderMeasure.GapGoesTo.IMPORTER, Optional.empty());
  }
}
