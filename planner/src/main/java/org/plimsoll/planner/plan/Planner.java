package org.plimsoll.planner.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.planner.commitments.CommitmentCalendar;
import org.plimsoll.planner.commitments.ControlCalendar;
import org.plimsoll.planner.floors.FloorRule;
import org.plimsoll.planner.market.ParameterDraw;
import org.plimsoll.planner.outlook.GrowthPath;
import org.plimsoll.planner.outlook.Outlook;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.stockpile.Programme;

/** Makes an action plan from evidence and a scenario: a pure function of both. */
public final class Planner {
  /** Draws behind each range of a full plan. */
  public static final int DRAWS = 20;

  /** Seed of the draws. */
  public static final long SEED = 20260204;

  /** Id of the case of what the scenario asks. */
  private static final String SCENARIO = "scenario";

  private static final List<String> VINTAGES = List.of("base2024", "latest");

  private final Evidence evidence;
  private final Scenario scenario;
  private final Bloc bloc;
  private final ControlCalendar controlCalendar;
  private final ControlsInForce controls;

  private Planner(Evidence evidence, Scenario scenario) {
    this.evidence = evidence;
    this.scenario = scenario;
    this.bloc = Bloc.of(evidence, scenario);
    this.controlCalendar = ControlCalendar.of(evidence.exportControls(), scenario.asOf());
    this.controls =
        scenario.controlsInForce()
            ? ControlsInForce.of(controlCalendar)
            : new ControlsInForce(List.of(), List.of());
  }

  /**
   * The plan.
   *
   * @param quick central case only, without ranges
   * @throws IllegalArgumentException if the scenario names what the world does not have
   * @throws IllegalStateException if the status quo or a case does not converge; the message names
   *     product, country and what to try
   */
  public static ActionPlan plan(Evidence evidence, Scenario scenario, boolean quick) {
    return new Planner(evidence, scenario).plan(quick);
  }

  /** The leverage part alone. */
  public static ActionPlan.Leverage leverage(Evidence evidence, Scenario scenario) {
    Planner planner = new Planner(evidence, scenario);
    return new LeveragePart(evidence, planner.bloc, planner.runs(scenario.priceVintage()))
        .leverage();
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
   * The same scenario with the controls in force on its date among its measures.
   *
   * @param scenario that may ask for them
   */
  public static Scenario withControls(Evidence evidence, Scenario scenario) {
    return scenario.withMeasures(measuresOn(scenario.asOf(), evidence, scenario));
  }

  private static List<Measure> measuresOn(LocalDate date, Evidence evidence, Scenario scenario) {
    List<Measure> measures = new ArrayList<>(scenario.measures());
    if (scenario.controlsInForce()) {
      measures.addAll(
          ControlsInForce.of(ControlCalendar.of(evidence.exportControls(), date)).measures());
    }
    return measures;
  }

  private ActionPlan plan(boolean quick) {
    int draws = quick ? 0 : DRAWS;
    Map<String, Ensemble> ensembles = new TreeMap<>();
    for (String vintage : VINTAGES) {
      ensembles.put(vintage, ensemble(vintage, draws));
    }
    Ensemble main = ensembles.get(scenario.priceVintage());
    if (main == null) {
      throw new IllegalArgumentException(
          "no price vintage is called '" + scenario.priceVintage() + "'\nMaybe latest or base2024");
    }
    Runs runs = main.central();
    ActionPlan.Leverage leverage = new LeveragePart(evidence, bloc, runs).leverage();
    List<ActionPlan.Exposure> exposures = new ExposurePart(evidence, bloc, leverage).exposures();
    Map<ProductId, LeveragePart.Stop> worst = LeveragePart.worstByProduct(leverage);
    List<FloorRule.Proposal> proposals = FloorRule.proposals(evidence, scenario);
    prepareDraws(ensembles, proposals);
    List<ActionPlan.Floor> floors =
        new FloorPart(
                evidence,
                bloc,
                ensembles.entrySet().stream()
                    .map(e -> new FloorPart.Vintage(e.getKey(), e.getValue()))
                    .toList())
            .floors(proposals);
    StockpilePart stockpilePart =
        new StockpilePart(evidence, bloc, runs, worst, scenario.stockpileBudgetUsd());
    Programme programme = stockpilePart.programme();
    ActionPlan.Stockpile stockpile = stockpilePart.part(programme);
    ProjectPart projectPart = new ProjectPart(evidence, bloc, runs, worst);
    ActionPlan.Projects projects = projectPart.projects();
    List<ActionPlan.Control> controlLines = RegisterParts.controls(controlCalendar);
    List<ActionPlan.Promise> promises =
        RegisterParts.promises(CommitmentCalendar.of(evidence.commitments(), scenario.asOf()));
    Cases cases =
        new Cases(main, worst, leverage, proposals, stockpilePart, programme, projectPart);
    List<ActionPlan.Case> listed = cases.list();
    return new ActionPlan(
        frame(draws, main),
        new HeadlinePart(evidence, runs)
            .headline(
                cases.asked(listed), floors, leverage, stockpile, projects, controlLines, promises),
        exposures,
        leverage,
        floors,
        stockpile,
        projects,
        new CooperationPart(evidence, bloc, controls.measures()).lines(exposures),
        listed,
        new ChainPart(evidence, runs).chains(cases.scenarioIn(runs), "the scenario's measures"),
        RegisterParts.prices(evidence),
        RegisterParts.coverage(evidence),
        controlLines,
        promises,
        cases
            .costliest()
            .map(stop -> new SensitivityPart(evidence, bloc, stop).sensitivities(runs))
            .orElse(List.of()),
        evidence.limits().stream()
            .map(limit -> new ActionPlan.Statement(limit.text(), List.of()))
            .toList(),
        runs.repairs(),
        runs.solves());
  }

  /** Solves the floors of every case and draw on all cores; ranges then only look them up. */
  private static void prepareDraws(
      Map<String, Ensemble> ensembles, List<FloorRule.Proposal> proposals) {
    List<Runs> all = new ArrayList<>();
    for (Ensemble ensemble : ensembles.values()) {
      all.add(ensemble.central());
      all.addAll(ensemble.draws());
    }
    List<List<Measure>> floors =
        proposals.stream().map(p -> List.<Measure>of(p.measure())).toList();
    all.parallelStream().forEach(runs -> runs.prepare(floors));
  }

  /** The cases that stand beside each other. */
  private final class Cases {
    private final Ensemble ensemble;
    private final Map<ProductId, LeveragePart.Stop> worst;
    private final ActionPlan.Leverage leverage;
    private final List<Measure> floors = new ArrayList<>();
    private final StockpilePart stockpile;
    private final Programme programme;
    private final ProjectPart projects;

    Cases(
        Ensemble ensemble,
        Map<ProductId, LeveragePart.Stop> worst,
        ActionPlan.Leverage leverage,
        List<FloorRule.Proposal> proposals,
        StockpilePart stockpile,
        Programme programme,
        ProjectPart projects) {
      this.ensemble = ensemble;
      this.worst = worst;
      this.leverage = leverage;
      this.stockpile = stockpile;
      this.programme = programme;
      this.projects = projects;
      proposals.forEach(p -> floors.add(p.measure()));
    }

    Optional<LeveragePart.Stop> costliest() {
      return leverage.cells().stream()
          .max(java.util.Comparator.comparingDouble(c -> c.loss().central()))
          .map(c -> worst.get(c.product()));
    }

    Solved scenarioIn(Runs runs) {
      return runs.also(scenario.measures());
    }

    /** The case of what the scenario asks, if that is more than floors. */
    Optional<ActionPlan.Case> asked(List<ActionPlan.Case> listed) {
      return scenario.measures().stream().allMatch(m -> m instanceof BorderMeasure.PriceFloor)
          ? Optional.empty()
          : listed.stream().filter(c -> c.id().equals(SCENARIO)).findFirst();
    }

    List<ActionPlan.Case> list() {
      CasePart part = new CasePart(bloc, ensemble, restricting());
      String before = "the base year";
      List<ActionPlan.Case> cases = new ArrayList<>();
      cases.add(
          part.of(
              "status-quo",
              "Status quo: controls in force on " + scenario.asOf(),
              Runs::statusQuo,
              before,
              Runs::base));
      cases.add(
          part.of(
              SCENARIO,
              "The scenario's own measures",
              this::scenarioIn,
              "the status quo",
              Runs::statusQuo));
      cases.add(
          part.of(
              "plan",
              "The plan: reported and proposed floors together",
              this::planIn,
              "the status quo",
              Runs::statusQuo));
      costliest().ifPresent(stop -> addStop(cases, part, stop));
      return cases;
    }

    private void addStop(List<ActionPlan.Case> cases, CasePart part, LeveragePart.Stop stop) {
      String what =
          ensemble.central().nameOf(stop.exporter())
              + " stops "
              + LeveragePart.nameOf(evidence, stop.product());
      cases.add(
          part.of(
              "stop-do-nothing",
              "Do nothing: " + what,
              r -> r.also(List.of(LeveragePart.ban(stop, bloc))),
              "the status quo",
              Runs::statusQuo));
      cases.add(
          part.of(
              "stop-with-plan",
              "With the plan's stockpile and floors: " + what,
              r -> r.also(stopWithPlan(stop)),
              "the status quo",
              Runs::statusQuo));
      List<Measure> built = projects.capacities(stop.product());
      built.add(LeveragePart.ban(stop, bloc));
      if (ensemble.central().find(built).isPresent()) {
        cases.add(
            part.of(
                "stop-with-projects",
                "With every announced project of that stage built: " + what,
                r -> r.also(built),
                "the status quo",
                Runs::statusQuo));
      }
    }

    private Solved planIn(Runs runs) {
      List<Measure> measures = new ArrayList<>(floors);
      scenario.measures().stream()
          .filter(m -> !(m instanceof BorderMeasure.PriceFloor))
          .forEach(measures::add);
      return runs.also(measures);
    }

    /** The stop, the floors, and every holding of its chain released. */
    private List<Measure> stopWithPlan(LeveragePart.Stop stop) {
      List<Measure> measures = new ArrayList<>(floors);
      measures.add(LeveragePart.ban(stop, bloc));
      for (Programme.Holding holding : programme.holdings()) {
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
      costliest().ifPresent(stop -> acting.add(stop.exporter()));
      List<Measure> all = new ArrayList<>(scenario.measures());
      all.addAll(controls.measures());
      for (Measure measure : all) {
        if (isRestriction(measure) || measure instanceof SupplyMeasure.CostCut) {
          measure.terms().from().ids().stream()
              .filter(id -> id.matches("[A-Z]{3}"))
              .map(CountryCode::of)
              .forEach(acting::add);
        }
      }
      return acting;
    }
  }

  /** Whether it holds exports back. */
  static boolean isRestriction(Measure measure) {
    return measure instanceof BorderMeasure.ExportBan
        || measure instanceof BorderMeasure.ExportLicence
        || measure instanceof BorderMeasure.ExportQuota
        || measure instanceof BorderMeasure.ExportTax;
  }

  private Ensemble ensemble(String vintage, int draws) {
    Runs central = runs(vintage);
    central.failure();
    Runs[] drawn =
        IntStream.range(0, draws)
            .parallel()
            .mapToObj(i -> central.drawn(ParameterDraw.of(SEED, i)))
            .peek(Runs::failure)
            .toArray(Runs[]::new);
    return new Ensemble(central, Ensemble.converged(drawn));
  }

  private Runs runs(String vintage) {
    return Runs.of(evidence, withControls(scenario.withPriceVintage(vintage)));
  }

  /** What is in force stands in every run: the scenario's measures come on top. */
  private Scenario withControls(Scenario asked) {
    return asked.withMeasures(controls.measures());
  }

  private ActionPlan.Frame frame(int draws, Ensemble main) {
    TreeMap<String, String> names = new TreeMap<>();
    for (Country country : evidence.countries()) {
      names.put(country.code().alpha3(), country.name());
    }
    evidence.territories().forEach(t -> names.put(t.id(), t.name()));
    List<String> measures = new ArrayList<>();
    scenario.measures().forEach(m -> measures.add(MeasureWords.of(m)));
    controls.measures().forEach(m -> measures.add(MeasureWords.of(m)));
    List<String> ignored = new ArrayList<>(controls.leftOut());
    ignored.addAll(main.central().also(scenario.measures()).idle());
    List<String> overrides = new ArrayList<>();
    scenario
        .parameters()
        .forEach((name, value) ->
            overrides.add(
                "%s: %s to %s to %s".formatted(name, value.low(), value.central(), value.high())));
    return new ActionPlan.Frame(
        scenario.name(),
        scenario.title(),
        scenario.asOf().toString(),
        Integer.toString(evidence.baseYear()),
        scenario.horizon().equals(Scenario.Horizon.ONE_YEAR) ? "one year" : "five years",
        scenario.priceVintage(),
        bloc.regions().stream().map(Region::id).toList(),
        draws == 0
            ? "none"
            : "%d of %d converged, seed %d".formatted(main.draws().size(), draws, SEED),
        measures,
        ignored,
        overrides,
        names);
  }
}
