package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.planner.stockpile.Programme;

/** The planner on the world of three countries: BBB and CCC are allied, AAA is the exporter. */
class PlannerTest {
  /** TinyWorld with the parameters that only a plan asks for. */
  private static Evidence world() {
    Evidence world = TinyWorld.evidence();
    List<Parameter> parameters = new ArrayList<>(world.parameters());
    parameters.add(parameter("disruption-probability", 0.1));
    parameters.add(parameter("carrying-rate", 0.05));
    parameters.add(parameter("storage-usd-per-tonne-year", 100));
    parameters.add(parameter("buying-share-of-output", 0.1));
    parameters.add(parameter("buying-years", 3));
    return world.with(w -> w.parameters = parameters);
  }

  private static Parameter parameter(String name, double value) {
    return new Parameter(name, "*", Interval.exactly(value), "1", TinyWorld.MADE_UP);
  }

  @Test
  void theOneForeignExporterHoldsAllLeverage() {
    ActionPlan.Leverage leverage = Planner.leverage(world(), TinyWorld.scenario());
    assertEquals(List.of("AAA"), leverage.exporters());
    assertEquals(2, leverage.cells().size(), "ore and refined");
    for (ActionPlan.LeverageCell cell : leverage.cells()) {
      // A stop of ore lifts the rents of BBB's own mine; one of refined tinium costs both members.
      assertTrue(cell.loss().central() > 0 || cell.product().equals(TinyWorld.ORE));
      double members = cell.byMember().stream().mapToDouble(m -> m.loss().central()).sum();
      assertEquals(cell.loss().central(), members, 1e-6 * Math.abs(members));
    }
  }

  @Test
  void everyPartOfThePlanIsThere() {
    ActionPlan plan = Planner.plan(world(), TinyWorld.scenario(), true);
    assertFalse(plan.headline().isEmpty());
    assertEquals("none", plan.frame().draws());
    assertEquals(List.of("BBB", "CCC"), plan.frame().members());
    // BBB takes 30 t of ore and BBB and CCC 60 t of refined tinium, each partly from AAA.
    assertEquals(3, plan.exposure().size());
    assertTrue(plan.solves().stream().allMatch(s -> s.status().equals("converged")));
    assertEquals("status-quo", plan.cases().getFirst().id());
    // Without measures the status quo is the base year.
    assertEquals(0, plan.cases().getFirst().worldTotal().central(), 1e-6);
  }

  @Test
  void aFullPlanHasRangesAroundItsCentralCase() {
    ActionPlan quick = Planner.plan(world(), TinyWorld.scenario(), true);
    ActionPlan full = Planner.plan(world(), TinyWorld.scenario(), false);
    ActionPlan.Case stop =
        full.cases().stream().filter(c -> c.id().equals("stop-do-nothing")).findFirst().get();
    Interval world = stop.worldTotal().value();
    assertTrue(world.low() < world.high(), "twenty draws must differ");
    assertEquals(
        quick.cases().stream()
            .filter(c -> c.id().equals("stop-do-nothing"))
            .findFirst()
            .get()
            .worldTotal()
            .central(),
        world.central());
  }

  @Test
  void whatAScenarioAsksIsSaidFirst() {
    BorderMeasure.ExportBan stop =
        new BorderMeasure.ExportBan(
            new Terms(
                "stop",
                List.of(TinyWorld.REFINED),
                Parties.of("AAA"),
                Parties.of("CCC"),
                Parties.UNNAMED,
                Optional.empty(),
                Optional.empty(),
                Status.ASSUMED,
                "a test"));
    ActionPlan.Statement first =
        Planner.plan(world(), TinyWorld.scenario(stop), true).headline().getFirst();
    assertTrue(first.text().startsWith("What this scenario asks"), first.text());
    // BBB, CCC and, since it restricts, AAA.
    assertEquals(3, first.figures().size(), first.text());
    // Nothing is said of a stockpile without a budget, nor of what a scenario does not ask.
    assertTrue(
        Planner.plan(world(), TinyWorld.scenario(), true).headline().stream()
            .noneMatch(s -> s.text().contains("stockpile") || s.text().contains("asks")));
  }

  /** What the border is told of a floor is what the market solved: bound, and who keeps the gap. */
  @Test
  void aFloorKeepsItsBoundAndWhoKeepsTheGap() {
    BorderMeasure.PriceFloor floor =
        new BorderMeasure.PriceFloor(
            new Terms(
                "floor",
                List.of(TinyWorld.REFINED),
                Parties.UNNAMED,
                Parties.of("BBB"),
                Parties.of("BBB"),
                Optional.empty(),
                Optional.empty(),
                Status.ASSUMED,
                "a test"),
            Interval.exactly(3000),
            Optional.of(20.0),
            BorderMeasure.GapGoesTo.EXPORTER);
    ActionPlan.Floor planned =
        Planner.plan(world(), TinyWorld.scenario(floor), true).floors().getFirst();
    assertEquals(Optional.of(20.0), planned.bound().map(Figure::central));
    assertEquals("USD/t", planned.bound().orElseThrow().unit());
    assertEquals(BorderMeasure.GapGoesTo.EXPORTER, planned.gapGoesTo());
  }

  @Test
  void theStockpileBuysAtTodaysPriceUnderWhatIsInForce() {
    // AAA exports 30 t of refined tinium in the base; a quota of 20 t makes it dearer today.
    BorderMeasure.ExportQuota quota =
        new BorderMeasure.ExportQuota(
            new Terms(
                "control-E1",
                List.of(TinyWorld.REFINED),
                Parties.of("AAA"),
                Parties.UNNAMED,
                Parties.UNNAMED,
                Optional.empty(),
                Optional.empty(),
                Status.REPORTED,
                "a test"),
            Interval.exactly(20));
    Bloc bloc = Bloc.of(world(), TinyWorld.scenario());
    Runs runs = Runs.of(world(), TinyWorld.scenario(quota));
    StockpilePart part =
        new StockpilePart(
            world(),
            bloc,
            runs,
            Map.of(
                TinyWorld.REFINED, new LeveragePart.Stop(CountryCode.of("AAA"), TinyWorld.REFINED)),
            1e9);
    Programme.Holding holding =
        part.programme().holdings().stream().filter(h -> h.tonnes() > 0).findFirst().orElseThrow();
    double today = runs.statusQuo().insidePrice(TinyWorld.REFINED, bloc.countries()).getAsDouble();
    assertTrue(today > 10_100, "the quota must be felt: " + today);
    assertEquals(today, holding.costUsd() / holding.tonnes(), 1e-6);
  }

  @Test
  void whoCouldSupplyIsAskedOfEachMembersOwnFirstSupplier() {
    ActionPlan plan = Planner.plan(world(), TinyWorld.scenario(), true);
    assertFalse(plan.cooperation().isEmpty());
    for (ActionPlan.Cooperation line : plan.cooperation()) {
      assertTrue(
          plan.exposure().stream()
              .anyMatch(e ->
                  e.product().equals(line.product())
                      && e.member().equals(line.member())
                      && e.firstSupplier().equals(line.firstSupplier())),
          line.toString());
      assertTrue(!line.partner().equals(line.firstSupplier()), line.toString());
    }
  }

  @Test
  void theSamePlanTwice() {
    assertEquals(
        Planner.plan(world(), TinyWorld.scenario(), true),
        Planner.plan(world(), TinyWorld.scenario(), true));
  }

  @Test
  void anAllianceWithoutMembersOnTheDateIsRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Planner.leverage(world(), TinyWorld.scenario().withAsOf(LocalDate.of(2020, 1, 1))));
    assertTrue(String.valueOf(refused.getMessage()).contains("no member on 2020-01-01"));
  }
}
