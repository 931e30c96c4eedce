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
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.planner.stockpile.Programme;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Inquiry;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Workers;

/** The planner on the world of three countries: BBB and CCC are allied, AAA is the exporter. */
class PlannerTest {
  /** TinyWorld with the parameters that only a plan asks for. */
  static Evidence world() {
    Evidence world = TinyWorld.evidence();
    List<Parameter> parameters = new ArrayList<>(world.parameters());
    parameters.add(parameter("disruption-probability", 0.1));
    parameters.add(parameter("carrying-rate", 0.05));
    parameters.add(parameter("storage-usd-per-tonne-year", 100));
    parameters.add(parameter("buying-share-of-output", 0.1));
    parameters.add(parameter("buying-years", 3));
    return world.with(w -> w.parameters = parameters);
  }

  static final Workers WORKERS = Workers.of(ForkJoinPool.commonPool());

  static final Settings SETTINGS =
      new Settings(
          0, Settings.SEED, List.of(TinyWorld.scenario().priceVintage()), Settings.QUICK.limits());

  private static ActionPlan plan(Scenario scenario, int draws) {
    return Planner.plan(world(), scenario, SETTINGS.withDraws(draws), WORKERS);
  }

  static double central(Result result) {
    return result.findCentral().orElseThrow();
  }

  private static Parameter parameter(String name, double value) {
    return new Parameter(name, "*", Interval.exactly(value), "1", TinyWorld.MADE_UP);
  }

  @Test
  void theOneForeignExporterHoldsAllLeverage() {
    ActionPlan.Leverage leverage = leverage(world());
    assertEquals(List.of("AAA"), leverage.exporters());
    assertEquals(2, leverage.cells().size(), "ore and refined");
    for (ActionPlan.LeverageCell cell : leverage.cells()) {
      // A stop of ore lifts the rents of BBB's own mine; one of refined tinium costs both members.
      Result loss = cell.toAlliance().loss();
      assertTrue(loss.isAbove(0) || cell.product().equals(TinyWorld.ORE));
      double members = cell.byMember().stream().mapToDouble(m -> central(m.loss())).sum();
      assertEquals(central(loss), members, 1e-6 * Math.abs(members));
    }
  }

  static ActionPlan.Leverage leverage(Evidence world) {
    return leverage(world, TinyWorld.scenario(), 0);
  }

  static ActionPlan.Leverage leverage(Evidence world, Scenario scenario, int draws) {
    return Planner.leverage(world, scenario, SETTINGS.withDraws(draws), WORKERS, StopChoice.ALL);
  }

  static Country country(CountryCode code, double valueAdded) {
    return new Country(code, code.alpha3(), OptionalDouble.of(valueAdded), OptionalDouble.empty());
  }

  @Test
  void everyPartOfThePlanIsThere() {
    ActionPlan plan = plan(TinyWorld.scenario(), 0);
    assertFalse(plan.headline().isEmpty());
    assertEquals("none", plan.frame().draws());
    assertEquals(List.of("BBB", "CCC"), plan.frame().members());
    // BBB takes 30 t of ore and BBB and CCC 60 t of refined tinium, each partly from AAA.
    assertEquals(3, plan.exposure().size());
    assertTrue(
        plan.solves().stream().allMatch(s -> s.status() == ActionPlan.SolveStatus.CONVERGED));
    assertEquals(CaseId.STATUS_QUO, plan.cases().getFirst().id());
    // Without measures the status quo is the base year.
    assertEquals(0, central(plan.cases().getFirst().worldTotal()), 1e-6);
  }

  @Test
  void aFullPlanHasRangesAroundItsCentralCase() {
    ActionPlan quick = plan(TinyWorld.scenario(), 0);
    ActionPlan full = plan(TinyWorld.scenario(), 20);
    assertTrue(full.frame().draws().endsWith("no fit to past shocks stands on these tables"));
    Figure drawn = worldTotal(full, "stop-do-nothing");
    assertTrue(drawn.value().low() < drawn.value().high(), "twenty draws must differ");
    assertEquals(20, drawn.draws().orElseThrow().asked());
    assertEquals(worldTotal(quick, "stop-do-nothing").central(), drawn.central());
  }

  private static Figure worldTotal(ActionPlan plan, String id) {
    return plan.cases().stream()
        .filter(c -> c.id().equals(new CaseId(id)))
        .findFirst()
        .flatMap(c -> c.worldTotal().find())
        .orElseThrow();
  }

  /**
   * Every stop, holding and plant, and every flow of the costliest stops, has draws or a reason.
   */
  @Test
  void eachResultHasItsDrawsOrAReason() {
    ActionPlan plan = plan(TinyWorld.scenario(), 5);
    List<Result> results = new ArrayList<>();
    plan.leverage()
        .cells()
        .forEach(c ->
            results.addAll(
                List.of(c.toAlliance().loss(), c.toAll().loss(), c.toAll().useGivenUp())));
    plan.stockpile().holdings().forEach(h -> results.add(h.avoidedLoss()));
    plan.projects().ranked().forEach(p -> results.addAll(List.of(p.avoidedLoss(), p.calmGain())));
    plan.stopChains().stream()
        .flatMap(c -> c.stages().stream())
        .flatMap(s -> s.flows().stream())
        .forEach(f -> results.addAll(List.of(f.before(), f.after())));
    assertTrue(results.size() > 10, "a plan of " + results.size() + " results proves little");
    for (Result result : results) {
      if (result instanceof Figure figure) {
        assertEquals(5, figure.draws().orElseThrow().asked(), figure.toString());
      }
    }
  }

  @Test
  void gradeAndSourcesAreThoseOfTheRowsOfTheChain() {
    ActionPlan plan = plan(TinyWorld.scenario(), 0);
    Figure loss = plan.leverage().cells().getFirst().toAlliance().loss().find().orElseThrow();
    assertEquals(TinyWorld.MADE_UP.grade(), loss.grade());
    assertTrue(loss.derivedFrom().contains(TinyWorld.MADE_UP.source().toString()), loss.toString());
  }

  @Test
  void anUnknownVintageIsRefusedBeforeAnythingIsSolved() {
    Settings settings = new Settings(0, 1, List.of("base1999"), Settings.QUICK.limits());
    assertMessage(
        "base1999",
        () ->
            Planner.plan(
                world(), TinyWorld.scenario().withPriceVintage("base1999"), settings, WORKERS));
  }

  private static void assertMessage(String part, org.junit.jupiter.api.function.Executable run) {
    String message = String.valueOf(assertThrows(IllegalArgumentException.class, run).getMessage());
    assertTrue(message.contains(part), message);
  }

  @Test
  void theHeadlineFollowsFromTheRestOfThePlan() {
    ActionPlan plan = plan(TinyWorld.scenario(), 0);
    assertEquals(plan.headline(), Headline.of(plan));
  }

  @Test
  void threadsDecideNothing() {
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool two = new ForkJoinPool(2)) {
      Settings settings = SETTINGS.withDraws(3);
      assertEquals(
          Planner.plan(world(), TinyWorld.scenario(), settings, Workers.of(one)),
          Planner.plan(world(), TinyWorld.scenario(), settings, Workers.of(two)));
    }
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
    ActionPlan.Statement first = plan(TinyWorld.scenario(stop), 0).headline().getFirst();
    assertTrue(first.text().startsWith("What this scenario asks"), first.text());
    // BBB, CCC and, since it restricts, AAA.
    assertEquals(3, first.figures().size(), first.text());
    // Nothing is said of a stockpile without a budget, nor of what a scenario does not ask.
    assertTrue(
        plan(TinyWorld.scenario(), 0).headline().stream()
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
    ActionPlan.Floor planned = plan(TinyWorld.scenario(floor), 0).floors().getFirst();
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
    Scenario scenario = TinyWorld.scenario(quota);
    Inquiry inquiry = Inquiry.of(world(), scenario, SETTINGS, WORKERS);
    Bloc bloc = Bloc.of(world(), scenario);
    PlanContext context =
        new PlanContext(world(), bloc, inquiry, scenario.priceVintage(), SETTINGS.vintages());
    StockpilePart part =
        new StockpilePart(
            context,
            new TreeMap<>(
                Map.of(TinyWorld.REFINED, new Stop(CountryCode.of("AAA"), TinyWorld.REFINED))),
            1e9);
    Programme.Holding holding =
        part.programme().holdings().stream().filter(h -> h.tonnes() > 0).findFirst().orElseThrow();
    double today =
        inquiry
            .ask(Question.statusQuo(scenario.priceVintage()))
            .get()
            .equilibrium()
            .deliveredPrice(TinyWorld.REFINED, bloc.countries())
            .orElseThrow();
    assertTrue(today > 10_100, "the quota must be felt: " + today);
    assertEquals(today, holding.costUsd() / holding.tonnes(), 1e-6);
  }

  @Test
  void whoCouldSupplyIsAskedOfEachMembersOwnFirstSupplier() {
    ActionPlan plan = plan(TinyWorld.scenario(), 0);
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
    assertEquals(plan(TinyWorld.scenario(), 0), plan(TinyWorld.scenario(), 0));
  }

  @Test
  void anAllianceWithoutMembersOnTheDateIsRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> plan(TinyWorld.scenario().withAsOf(LocalDate.of(2020, 1, 1)), 0));
    assertTrue(String.valueOf(refused.getMessage()).contains("no member on 2020-01-01"));
  }
}
