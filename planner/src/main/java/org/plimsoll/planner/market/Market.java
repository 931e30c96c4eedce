package org.plimsoll.planner.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure.PriceFloor;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure.CapacityChange;

/**
 * A world and a scenario as numbered rows, ready to solve. Immutable; calibrated once on the base
 * year, after which {@link #with} costs little.
 */
public final class Market {
  private final Scenario scenario;
  private final Calibration calibration;
  private final Names names;
  private final Equilibrium base;
  private final List<Measure> measures;
  private final List<IdleMeasure> idle = new ArrayList<>();

  /** By chain: the regime that the measures make of it; null where they do not touch it. */
  private final List<@Nullable Regime> regimes = new ArrayList<>();

  /** By chain: the measures that touch it, which name its solution. */
  private final List<List<Touch>> touches;

  /**
   * Chains already solved under the same measures, shared by every market of one calibration. Each
   * is found from the base alone, so that nothing depends on which market asked first.
   */
  private final Map<Asked, Found> known;

  private Market(
      Scenario scenario,
      Calibration calibration,
      Names names,
      Equilibrium base,
      List<Measure> measures,
      Map<Asked, Found> known) {
    this.scenario = scenario;
    this.calibration = calibration;
    this.names = names;
    this.base = base;
    this.measures = List.copyOf(measures);
    this.known = known;
    touches = touches();
    for (int c = 0; c < calibration.chains.size(); c++) {
      regimes.add(regime(calibration.chains.get(c), touches.get(c)));
    }
    listThoseWithoutCover();
  }

  /** A chain under some measures, within some limits. */
  private record Asked(int chain, List<Touch> touches, SolverLimits limits) {}

  /** An answer that its certificate holds for. */
  private record Found(Solution solution, Certificate certificate) {}

  /**
   * The market of a world under a scenario's own measures; the register's controls are measures
   * like others by the time they come here.
   *
   * @throws IllegalArgumentException if a measure names a product, country or alliance that the
   *     world does not have
   */
  public static Market of(Evidence evidence, Scenario scenario, ParameterDraw draw) {
    return of(evidence, scenario, draw, Map.of());
  }

  /**
   * The same with another way of combining origins for some products.
   *
   * @param sourcing by product; shares of tonnes where a product is not named
   */
  public static Market of(
      Evidence evidence, Scenario scenario, ParameterDraw draw, Map<ProductId, Sourcing> sourcing) {
    Parameters parameters = new Parameters(evidence.parameters(), scenario.parameters(), draw);
    Calibration calibration = new Calibration(evidence, scenario, parameters, sourcing);
    List<Measure> measures = scenario.measures();
    return new Market(
        scenario,
        calibration,
        new Names(evidence, scenario),
        Equilibrium.ofBase(calibration.chains),
        measures,
        new ConcurrentHashMap<>());
  }

  /** The same market under these measures instead. */
  public Market with(List<? extends Measure> others) {
    return new Market(scenario, calibration, names, base, List.copyOf(others), known);
  }

  /** The same market under these measures as well. */
  public Market and(Collection<? extends Measure> more) {
    List<Measure> all = new ArrayList<>(measures);
    all.addAll(more);
    return with(all);
  }

  /** The measures put on it, in order. */
  public List<Measure> listMeasures() {
    return measures;
  }

  /** Measures that change nothing, with the reason. */
  public List<IdleMeasure> listIdleMeasures() {
    return List.copyOf(idle);
  }

  /** What calibration had to change or leave out. */
  public List<Repair> listRepairs() {
    return List.copyOf(calibration.repairs);
  }

  /** Products in the market, chain after chain, from the mine on. */
  public List<ProductId> listProducts() {
    List<ProductId> products = new ArrayList<>();
    for (Chain chain : calibration.chains) {
      for (ProductFigures product : chain.products) {
        products.add(product.id());
      }
    }
    return products;
  }

  /** The scenario that it was made for; its measures may since have been replaced. */
  public Scenario scenario() {
    return scenario;
  }

  /** The base year: what zero change gives. */
  public Equilibrium base() {
    return base;
  }

  /** Solves every chain that a measure touches. */
  public Outcome solve() {
    return solve(SolverLimits.USUAL);
  }

  /** Solves every chain that a measure touches, within these limits. */
  public Outcome solve(SolverLimits limits) {
    List<Solution> solutions = new ArrayList<>();
    Certificate certificate = new Certificate(0, 0, 0, 0, 0, "");
    for (int c = 0; c < regimes.size(); c++) {
      @Nullable Regime regime = regimes.get(c);
      if (regime == null) {
        solutions.add(base.tally(c).s);
        continue;
      }
      Optional<Outcome> stranded = strandedForGood(regime);
      if (stranded.isPresent()) {
        return stranded.get();
      }
      Asked asked = new Asked(c, touches.get(c), limits);
      Found found = known.get(asked);
      if (found == null) {
        Solver solver = new Solver(regime);
        boolean converged = solver.solve(limits);
        found = new Found(solver.solution(), Audit.certify(solver.solution()));
        if (!converged || !found.certificate().holds()) {
          return notConverged(solver, found.certificate());
        }
        known.put(asked, found);
      }
      certificate = certificate.and(found.certificate());
      solutions.add(found.solution());
    }
    List<Solution> bases = calibration.chains.stream().map(this::baseOf).toList();
    Equilibrium equilibrium =
        Equilibrium.of(
            solutions, () -> Accounts.of(solutions, bases), () -> findings(solutions, bases));
    return new Outcome.Converged(equilibrium, certificate);
  }

  private Solution baseOf(Chain chain) {
    return base.tally(calibration.chains.indexOf(chain)).s;
  }

  private List<Finding> findings(List<Solution> solutions, List<Solution> bases) {
    List<Finding> found = new ArrayList<>();
    for (Measure measure : measures) {
      if (measure instanceof PriceFloor floor && floor.terms().isInForceOn(scenario.asOf())) {
        Names.Coverage coverage = names.coverage(floor.terms());
        for (ProductId product : floor.terms().products()) {
          for (int c = 0; c < solutions.size(); c++) {
            if (solutions.get(c).chain.findProduct(product) >= 0) {
              found.addAll(
                  Findings.of(
                      floor,
                      coverage,
                      new Tally(solutions.get(c)),
                      new Tally(bases.get(c)),
                      product));
            }
          }
        }
      }
    }
    return found;
  }

  private Outcome notConverged(Solver solver, Certificate checked) {
    Solver.Stuck stuck = solver.stuck();
    String advice =
        checked.holds()
            ? "allow more steps, or a milder measure to see which way it goes"
            : "a milder measure, or a higher new-route-premium or capacity-headroom";
    return new Outcome.NotConverged(
        stuck.product(),
        stuck.country(),
        measureOn(stuck.product()),
        stuck.residual(),
        stuck.steps(),
        advice);
  }

  private Optional<String> measureOn(ProductId product) {
    return measures.stream()
        .filter(m -> m.terms().products().contains(product))
        .map(Measure::id)
        .findFirst();
  }

  /** Use without a choke that nobody may serve. */
  private Optional<Outcome> strandedForGood(Regime regime) {
    Chain chain = regime.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      ProductFigures product = chain.products[chain.buyerProduct[j]];
      if (!regime.buyerLive[j]
          && Double.isInfinite(product.chokeMultiple())
          && chain.finalUse[j].wantedAt(chain.buyerPrice0[j]) > 0) {
        return Optional.of(
            new Outcome.Infeasible(
                product.id(),
                chain.buyerCountry[j],
                measureOn(product.id()),
                "give the product a choke price, or leave one route open"));
      }
    }
    return Optional.empty();
  }

  List<Chain> chains() {
    return calibration.chains;
  }

  List<@Nullable Regime> regimes() {
    return regimes;
  }

  /** A measure on one product of a chain. */
  private record Touch(Measure measure, ProductId product) {}

  private List<List<Touch>> touches() {
    List<List<Touch>> touches = new ArrayList<>();
    calibration.chains.forEach(chain -> touches.add(new ArrayList<>()));
    for (Measure measure : measures) {
      if (!measure.terms().isInForceOn(scenario.asOf())) {
        idle.add(
            new IdleMeasure(
                measure.id(),
                IdleMeasure.Reason.NOT_IN_FORCE,
                "not in force on " + scenario.asOf()));
        continue;
      }
      names.coverage(measure.terms());
      for (ProductId product : measure.terms().products()) {
        calibration.evidence().getProduct(product);
        boolean any = false;
        for (int c = 0; c < touches.size(); c++) {
          if (isTouched(calibration.chains.get(c), measure, product)) {
            touches.get(c).add(new Touch(measure, product));
            any = true;
          }
        }
        if (!any) {
          idle.add(
              new IdleMeasure(
                  measure.id(),
                  IdleMeasure.Reason.NOT_MODELLED,
                  product + " has no solved market"));
        }
      }
    }
    return touches;
  }

  private boolean isTouched(Chain chain, Measure measure, ProductId product) {
    return chain.findProduct(product) >= 0
        || (measure instanceof CapacityChange
            && !calibration.isModelled(product)
            && calibration.hosts(chain, product));
  }

  private final TreeMap<String, Boolean> covers = new TreeMap<>();

  private @Nullable Regime regime(Chain baseChain, List<Touch> touches) {
    SortedSet<CountryCode> members =
        scenario.zeroInternalTariffs()
            ? names.resolve(Parties.of(scenario.alliance().id()))
            : java.util.Collections.emptySortedSet();
    if (touches.isEmpty() && members.isEmpty()) {
      return null;
    }
    ParameterDraw draw = calibration.parameters().draw();
    Capacities capacities = new Capacities(calibration, baseChain);
    boolean any = false;
    for (Touch touch : touches) {
      if (touch.measure() instanceof CapacityChange change) {
        double tonnes =
            draw.value("measure", change.id() + "/tonnesPerYear", change.tonnesPerYear());
        boolean covered =
            capacities.add(change, touch.product(), names.coverage(change.terms()), tonnes);
        covers.merge(change.id(), covered, Boolean::logicalOr);
        any |= covered;
      }
    }
    Chain chain = capacities.chain();
    RegimeBuilder builder = new RegimeBuilder(chain, capacities.blocks(chain), names, draw);
    any |= builder.freeTrade(members);
    for (Touch touch : touches) {
      if (!(touch.measure() instanceof CapacityChange)) {
        boolean covered = builder.apply(touch.measure(), chain.findProduct(touch.product()));
        covers.merge(touch.measure().id(), covered, Boolean::logicalOr);
        any |= covered;
      }
    }
    return any ? builder.build() : null;
  }

  private void listThoseWithoutCover() {
    for (Measure measure : measures) {
      boolean touched =
          touches.stream().flatMap(List::stream).anyMatch(t -> t.measure().equals(measure));
      if (touched && !covers.getOrDefault(measure.id(), false)) {
        idle.add(
            new IdleMeasure(
                measure.id(),
                IdleMeasure.Reason.COVERS_NOTHING,
                "no route, maker or buyer of the market is covered"));
      }
    }
  }
}
