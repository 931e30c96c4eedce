package org.plimsoll.planner.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.commitments.CommitmentCalendar;
import org.plimsoll.planner.commitments.ControlCalendar;
import org.plimsoll.planner.floors.FloorRule;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Repair;
import org.plimsoll.planner.outlook.GrowthPath;
import org.plimsoll.planner.outlook.Outlook;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Attempt;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.Inquiry;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Workers;

/** Makes an action plan from evidence, a scenario and settings: a pure function of the three. */
public final class Planner {
  /** Stops whose flows are drawn one by one. */
  private static final int STOPS_WITH_FLOWS = 10;

  private final Evidence evidence;
  private final Scenario scenario;
  private final Settings settings;
  private final ControlCalendar controlCalendar;
  private final ControlsInForce controls;
  private final StatusQuo statusQuo;
  private final PlanContext context;

  private Planner(Evidence evidence, Scenario scenario, Settings settings, Workers workers) {
    this.evidence = evidence;
    this.scenario = scenario;
    Settings all = settings.with(scenario.priceVintage());
    all.check(evidence, scenario);
    controlCalendar = ControlCalendar.of(evidence, scenario.asOf());
    controls =
        scenario.controlsInForce() ? ControlsInForce.of(controlCalendar) : ControlsInForce.NONE;
    statusQuo = UseFactors.of(evidence, scenario, controls.measures(), settings.limits(), workers);
    String vintage = statusQuo.scenario().priceVintage();
    this.settings = all.replacing(scenario.priceVintage(), vintage);
    Bloc bloc = Bloc.of(evidence, scenario);
    // What is in force stands in every case: the scenario's measures come on top.
    Inquiry inquiry =
        Inquiry.of(
            evidence,
            statusQuo.scenario().withMeasures(statusQuo.standing()),
            this.settings,
            workers);
    context = new PlanContext(evidence, bloc, inquiry, vintage, this.settings.vintages());
  }

  /**
   * The plan.
   *
   * @throws IllegalArgumentException if scenario or settings name what the world does not have
   * @throws IllegalStateException if the status quo, a floor or a case has no solution; the message
   *     names product, country and what to try
   */
  public static ActionPlan plan(
      Evidence evidence, Scenario scenario, Settings settings, Workers workers) {
    return new Planner(evidence, scenario, settings, workers).plan();
  }

  /** The leverage part alone, of some stops. */
  public static ActionPlan.Leverage leverage(
      Evidence evidence, Scenario scenario, Settings settings, Workers workers, StopChoice choice) {
    Settings one = settings.only(scenario.priceVintage());
    Planner planner = new Planner(evidence, scenario, one, workers);
    return new LeveragePart(planner.context, choice, settings.past())
        .leverage(planner.statusQuo.useFactors());
  }

  /**
   * What a stop makes of the alliance's price by the months that markets have.
   *
   * @param months horizons, from 1 to 60
   */
  public static StopCurve stopByMonth(
      Evidence evidence,
      Scenario scenario,
      Settings settings,
      Workers workers,
      CountryCode exporter,
      ProductId product,
      List<Integer> months) {
    Settings one = settings.only(scenario.priceVintage());
    return StopCurve.of(
        new Stop(exporter, product),
        scenario,
        months,
        then -> new Planner(evidence, then, one, workers).context);
  }

  /**
   * The market year by year, the controls of the register each while it is in force.
   *
   * @param outlooks names of outlooks of demand; of several, the first that has a commodity counts
   * @param last year
   */
  public static Outlook outlook(
      Evidence evidence, Scenario scenario, List<String> outlooks, int last) {
    ParameterDraw draw = ParameterDraw.central();
    return Outlook.of(
        evidence,
        scenario,
        draw,
        GrowthPath.of(evidence.inUse().growth(), evidence.baseYear(), outlooks, draw),
        date -> measuresOn(date, evidence, scenario),
        last);
  }

  /**
   * What is in force for a scenario on its date, if it asks for the controls.
   *
   * @param limits of each search for a factor on final use
   */
  public static StatusQuo inForce(
      Evidence evidence, Scenario scenario, SolverLimits limits, Workers workers) {
    List<Measure> controls =
        scenario.controlsInForce()
            ? ControlsInForce.of(ControlCalendar.of(evidence, scenario.asOf())).measures()
            : List.of();
    return UseFactors.of(evidence, scenario, controls, limits, workers);
  }

  static List<Measure> measuresOn(LocalDate date, Evidence evidence, Scenario scenario) {
    List<Measure> measures = new ArrayList<>(scenario.measures());
    if (scenario.controlsInForce()) {
      measures.addAll(ControlsInForce.of(ControlCalendar.of(evidence, date)).measures());
    }
    return measures;
  }

  private ActionPlan plan() {
    context.inquiry.ask(context.statusQuo()).get();
    LeveragePart leverage = new LeveragePart(context, StopChoice.ALL, settings.past());
    SortedMap<ProductId, Stop> worst = leverage.worstByProduct();
    List<FloorRule.Proposal> proposals = FloorRule.proposals(evidence, scenario);
    List<ActionPlan.Floor> floors = new FloorPart(context, settings.vintages()).floors(proposals);
    StockpilePart stockpile = new StockpilePart(context, worst, scenario.stockpileBudgetUsd());
    ProjectPart projects = new ProjectPart(context, leverage, worst);
    CaseList cases =
        new CaseList(context, scenario, controls, leverage, proposals, stockpile, projects);
    List<ActionPlan.Exposure> exposures = new ExposurePart(context, leverage).exposures();
    List<ActionPlan.Case> listed = cases.cases();
    ChainPart chains = new ChainPart(context);
    List<Stop> costliest = leverage.costliest();
    StopCards cards = new StopCards(context, settings.past());
    ActionPlan plan =
        new ActionPlan(
            ActionPlan.SCHEMA_VERSION,
            frame(cases),
            List.of(),
            exposures,
            leverage.leverage(statusQuo.useFactors()),
            floors,
            stockpile.part(),
            projects.projects(),
            new CooperationPart(context, controls.measures()).lines(exposures),
            listed,
            chains.chains(cases.scenario()),
            chains.stops(costliest.stream().limit(STOPS_WITH_FLOWS).toList(), leverage),
            RegisterParts.prices(evidence),
            RegisterParts.coverage(evidence),
            RegisterParts.controls(controlCalendar),
            RegisterParts.promises(CommitmentCalendar.of(evidence, scenario.asOf())),
            costliest.stream()
                .findFirst()
                .map(stop -> new SensitivityPart(context, leverage, stop).sensitivities())
                .orElse(List.of()),
            // At factors that reproduce what was seen nothing is predicted.
            scenario.priceVintage().equals(Scenario.PRE_CONTROL)
                ? new PredictionPart(context).predictions()
                : List.of(),
            new EitherWayPart(context, cards, controls.unknown()).lines(),
            new SanityPart(context, cards, costliest).check(),
            new DisparityPart(context).disparities(),
            evidence.limits().stream()
                .map(limit -> new ActionPlan.Statement(limit.text(), List.of()))
                .toList(),
            repairs(),
            solves());
    return plan.withHeadline(Headline.of(plan));
  }

  private List<ActionPlan.Repair> repairs() {
    List<ActionPlan.Repair> repairs = new ArrayList<>();
    for (Repair repair : context.inquiry.listRepairs(context.vintage)) {
      if (repair instanceof Repair.MarginRepair margin) {
        repairs.add(
            new ActionPlan.Repair(
                margin.activity(),
                margin.country().id(),
                Figure.ofChain(
                    margin.creditUsdPerTonne(),
                    "USD/t",
                    List.of("docs/method/market.md"),
                    context.basis(context.vintage, margin.product()))));
      }
    }
    return repairs;
  }

  private List<ActionPlan.Solve> solves() {
    return context.inquiry.listAttempts().stream().map(Planner::solve).toList();
  }

  private static ActionPlan.Solve solve(Attempt attempt) {
    List<String> measures = attempt.question().measures().stream().map(Measure::id).toList();
    return switch (attempt) {
      case Attempt.Answered answered -> {
        Certificate certificate = answered.solved().certificate();
        yield new ActionPlan.Solve(
            attempt.question().id(),
            attempt.question().vintage(),
            measures,
            ActionPlan.SolveStatus.CONVERGED,
            "",
            checked(certificate.largestImbalance(), "1"),
            checked(certificate.largestComplementarity(), "1"),
            checked(certificate.iterations(), "count"));
      }
      case Attempt.Unanswered none ->
          new ActionPlan.Solve(
              attempt.question().id(),
              attempt.question().vintage(),
              measures,
              ActionPlan.SolveStatus.UNSOLVED,
              none.why(),
              checked(none.residual(), "1"),
              checked(0, "1"),
              checked(none.steps(), "count"));
    };
  }

  private static Figure checked(double value, String unit) {
    return Figure.ofRows(
        Interval.exactly(value), unit, Grade.A, List.of("certificate", "docs/method/market.md"));
  }

  private ActionPlan.Frame frame(CaseList cases) {
    TreeMap<String, String> names = new TreeMap<>();
    for (Country country : evidence.countries()) {
      names.put(country.code().alpha3(), country.name());
    }
    evidence.territories().forEach(t -> names.put(t.id(), t.name()));
    evidence.products().forEach(p -> names.put(p.id().toString(), p.name()));
    List<String> measures = new ArrayList<>();
    scenario.measures().forEach(m -> measures.add(MeasureWords.of(m)));
    statusQuo.standing().forEach(m -> measures.add(MeasureWords.of(m)));
    List<String> ignored = new ArrayList<>(controls.leftOut());
    context
        .inquiry
        .ask(cases.scenario())
        .get()
        .idle()
        .forEach(m -> ignored.add(m.id() + ": " + m.detail()));
    List<String> overrides = new ArrayList<>();
    scenario
        .parameters()
        .forEach((name, value) ->
            overrides.add(
                "%s: %s to %s to %s".formatted(name, value.low(), value.central(), value.high())));
    return new ActionPlan.Frame(
        scenario.name(),
        scenario.title(),
        scenario.asOf(),
        Integer.toString(evidence.baseYear()),
        scenario.horizon().word().replace("-", " "),
        scenario.priceVintage(),
        context.bloc.regions().stream().map(Region::id).toList(),
        settings.draws() == 0
            ? "none"
            : "%d draws, seed %d, of the %s"
                .formatted(
                    settings.draws(),
                    settings.seed(),
                    settings.fit().isEmpty()
                        ? "priors: no fit to past shocks stands on these tables"
                        : "fit to past shocks"),
        measures,
        ignored,
        overrides,
        scenario.measures().stream().allMatch(m -> m instanceof BorderMeasure.PriceFloor),
        names,
        territories(),
        evidence.datasets());
  }

  private SortedMap<String, List<String>> territories() {
    TreeMap<String, List<String>> territories = new TreeMap<>();
    evidence
        .territories()
        .forEach(
            t -> territories.put(t.id(), t.members().stream().map(CountryCode::alpha3).toList()));
    return territories;
  }
}
