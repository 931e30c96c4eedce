package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.planner.floors.FloorRule;
import org.plimsoll.planner.market.measures.PriceSides;
import org.plimsoll.planner.stockpile.Programme;
import org.plimsoll.planner.study.Attempt;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Stop;

/** The cases that stand beside each other. */
final class CaseList {
  private final PlanContext context;
  private final Scenario scenario;
  private final ControlsInForce controls;
  private final LeveragePart leverage;
  private final List<Measure> floors;
  private final StockpilePart stockpile;
  private final ProjectPart projects;

  CaseList(
      PlanContext context,
      Scenario scenario,
      ControlsInForce controls,
      LeveragePart leverage,
      List<FloorRule.Proposal> proposals,
      StockpilePart stockpile,
      ProjectPart projects) {
    this.context = context;
    this.scenario = scenario;
    this.controls = controls;
    this.leverage = leverage;
    this.stockpile = stockpile;
    this.projects = projects;
    floors = proposals.stream().<Measure>map(FloorRule.Proposal::measure).toList();
  }

  /** The scenario's own measures on top of what is in force. */
  Question scenario() {
    return context.question(CaseId.SCENARIO, scenario.measures());
  }

  List<ActionPlan.Case> cases() {
    Question today = context.statusQuo();
    List<CasePart.Pair> pairs = new ArrayList<>();
    pairs.add(
        new CasePart.Pair(
            "Status quo: controls in force on " + scenario.asOf(),
            today,
            Question.base(context.vintage)));
    pairs.add(new CasePart.Pair("The scenario's own measures", scenario(), today));
    pairs.add(
        new CasePart.Pair(
            "The plan: reported and proposed floors together",
            context.question(CaseId.PLAN, planned()),
            today));
    leverage.costliest().stream().findFirst().ifPresent(stop -> addStop(pairs, stop, today));
    return new CasePart(context, restricting()).cases(pairs);
  }

  private void addStop(List<CasePart.Pair> pairs, Stop stop, Question today) {
    String what = context.nameOf(stop.exporter()) + " stops " + context.nameOf(stop.product());
    pairs.add(
        new CasePart.Pair(
            "Do nothing: " + what,
            context.question(new CaseId("stop-do-nothing"), List.of(stop.ban(context.bloc))),
            today));
    pairs.add(
        new CasePart.Pair(
            "With the plan's stockpile and floors: " + what,
            context.question(new CaseId("stop-with-plan"), stopWithPlan(stop)),
            today));
    List<Measure> built = new ArrayList<>(projects.capacities(stop.product()));
    built.add(stop.ban(context.bloc));
    Question withProjects = context.question(new CaseId("stop-with-projects"), built);
    if (context.inquiry.ask(withProjects) instanceof Attempt.Answered) {
      pairs.add(
          new CasePart.Pair(
              "With every announced project of that stage built: " + what, withProjects, today));
    }
  }

  private List<Measure> planned() {
    List<Measure> measures = new ArrayList<>(floors);
    scenario.measures().stream()
        .filter(m -> !(m instanceof BorderMeasure.PriceFloor))
        .forEach(measures::add);
    return measures;
  }

  /** The stop, the floors, and every holding of its chain released. */
  private List<Measure> stopWithPlan(Stop stop) {
    List<Measure> measures = new ArrayList<>(floors);
    measures.add(stop.ban(context.bloc));
    for (Programme.Holding holding : stockpile.programme().holdings()) {
      if (holding.product().commodity().equals(stop.product().commodity())
          && holding.tonnes() > 0) {
        measures.add(stockpile.release(holding.product(), holding.tonnes()));
      }
    }
    return measures;
  }

  /** Exporters that act in the scenario, in the controls, or in the costliest stop. */
  private Set<CountryCode> restricting() {
    Set<CountryCode> acting = new TreeSet<>();
    leverage.costliest().stream().findFirst().ifPresent(stop -> acting.add(stop.exporter()));
    List<Measure> all = new ArrayList<>(scenario.measures());
    all.addAll(controls.measures());
    for (Measure measure : all) {
      if (PriceSides.isRestriction(measure) || measure instanceof SupplyMeasure.CostCut) {
        measure.terms().from().ids().stream()
            .filter(id -> id.matches("[A-Z]{3}"))
            .map(CountryCode::of)
            .forEach(acting::add);
      }
    }
    return acting;
  }
}
