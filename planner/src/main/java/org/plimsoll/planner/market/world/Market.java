package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Accounts;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.Findings;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.draw.Parameters;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.equations.Workspaces;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Lazy;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Sourcing;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.search.Stuck;

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
  private final MeasuresByChain byChain;

  /** Chains already solved under the same measures, shared by every market of one calibration. */
  private final Map<Asked, ChainOutcome> known;

  /** Where searches work, shared with every market of the same world. */
  private final Workspaces workspaces;

  /** The market that this one extends: its solution is where the search starts. */
  private final Optional<Market> extended;

  /** Another market whose solution is where the search starts, if this one extends none. */
  private final Optional<Market> nearby;

  private Market(
      Scenario scenario,
      Calibration calibration,
      Names names,
      Equilibrium base,
      List<Measure> measures,
      Map<Asked, ChainOutcome> known,
      Workspaces workspaces,
      Optional<Market> extended,
      Optional<Market> nearby) {
    this.scenario = scenario;
    this.calibration = calibration;
    this.names = names;
    this.base = base;
    this.measures = List.copyOf(measures);
    this.known = known;
    this.workspaces = workspaces;
    this.extended = extended;
    this.nearby = nearby;
    byChain =
        new MeasuresByChain(
            this.measures, scenario, calibration, names, extended.map(m -> m.byChain));
  }

  /** A chain under some measures, searched for from where it stands under others. */
  private record Asked(
      int chain,
      List<MeasuresByChain.Touch> touches,
      Optional<List<MeasuresByChain.Touch>> extended,
      SolverLimits limits) {}

  /**
   * The market of a world under a scenario's own measures; the register's controls are measures
   * like others by the time they come here.
   *
   * @throws IllegalArgumentException if a measure names a product, country or alliance that the
   *     world does not have
   */
  public static Market of(Evidence evidence, Scenario scenario, ParameterDraw draw) {
    return of(evidence, scenario, draw, Collections.emptyMap());
  }

  /**
   * The same with another way of combining origins for some products.
   *
   * @param sourcing by product; shares of tonnes where a product is not named
   */
  public static Market of(
      Evidence evidence, Scenario scenario, ParameterDraw draw, Map<ProductId, Sourcing> sourcing) {
    return of(evidence, scenario, draw, sourcing, Optional.empty());
  }

  /** The chain of one product alone, as if the world had no other products. */
  public static Market ofChain(
      Evidence evidence, Scenario scenario, ParameterDraw draw, ProductId product) {
    return of(evidence, scenario, draw, Collections.emptyMap(), Optional.of(product));
  }

  private static Market of(
      Evidence evidence,
      Scenario scenario,
      ParameterDraw draw,
      Map<ProductId, Sourcing> sourcing,
      Optional<ProductId> only) {
    Parameters parameters = new Parameters(evidence.parameters(), scenario.parameters(), draw);
    Calibration calibration = new Calibration(evidence, scenario, parameters, sourcing, only);
    return new Market(
        scenario,
        calibration,
        new Names(evidence, scenario),
        Equilibrium.ofBase(calibration.chains),
        scenario.measures(),
        new ConcurrentHashMap<>(),
        new Workspaces(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same market, searched for from the solution of another, which is found first if nobody has
   * asked for it: a draw of the parameters from the central case.
   */
  public Market startingFrom(Market other) {
    return new Market(
        scenario,
        calibration,
        names,
        base,
        measures,
        new ConcurrentHashMap<>(),
        other.workspaces,
        Optional.empty(),
        Optional.of(other));
  }

  /** The same market under these measures instead; solved from the base year. */
  public Market with(List<? extends Measure> others) {
    return new Market(
        scenario,
        calibration,
        names,
        base,
        List.copyOf(others),
        known,
        workspaces,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same market under these measures as well; solved from this market's own solution, which is
   * found first if nobody has asked for it, so that the order of asking changes nothing.
   */
  public Market and(Collection<? extends Measure> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Measure> all = new ArrayList<>(measures);
    all.addAll(more);
    return new Market(
        scenario,
        calibration,
        names,
        base,
        all,
        known,
        workspaces,
        Optional.of(this),
        Optional.empty());
  }

  /** The measures put on it, in order. */
  public List<Measure> listMeasures() {
    return measures;
  }

  /** Measures that change nothing, with the reason. */
  public List<IdleMeasure> listIdleMeasures() {
    return List.copyOf(byChain.listIdle());
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

  /**
   * Solves every chain that a measure touches, within these limits. Chains do not know of one
   * another, so that they are solved side by side.
   */
  public Outcome solve(SolverLimits limits) {
    int[] touched =
        IntStream.range(0, byChain.regimes.size())
            .filter(c -> byChain.regimes.get(c) != null)
            .toArray();
    IntStream chains = Arrays.stream(touched);
    boolean isMuch = Arrays.stream(touched).filter(c -> !isInherited(c)).limit(2).count() > 1;
    List<ChainOutcome> outcomes =
        (isMuch ? chains.parallel() : chains).mapToObj(c -> known(c, limits)).toList();
    Certificate certificate = new Certificate(0, 0, 0, 0, 0, "");
    List<Tally> tallies = new ArrayList<>(bases());
    for (ChainOutcome outcome : outcomes) {
      switch (outcome) {
        case ChainOutcome.Failed failed -> {
          return failed.outcome();
        }
        case ChainOutcome.Solved solved -> {
          certificate = certificate.and(solved.certificate());
          tallies.set(solved.chain(), solved.tally());
        }
      }
    }
    List<Tally> all = List.copyOf(tallies);
    return new Outcome.Converged(
        base.with(
            all,
            new Lazy<>(() -> Accounts.of(all, bases())),
            new Lazy<>(() -> findings(all, limits))),
        certificate);
  }

  /** Whether the chain is as the market that was extended has it: so is its solution. */
  private boolean isInherited(int chain) {
    return extended
        .map(m -> m.byChain.touches.get(chain).equals(byChain.touches.get(chain)))
        .orElse(false);
  }

  /** Solves a chain, or remembers what became of it. */
  private ChainOutcome known(int chain, SolverLimits limits) {
    if (isInherited(chain)) {
      return extended.orElseThrow().known(chain, limits);
    }
    Optional<List<MeasuresByChain.Touch>> before = extended.map(m -> m.byChain.touches.get(chain));
    Asked asked = new Asked(chain, byChain.touches.get(chain), before, limits);
    @Nullable ChainOutcome found = known.get(asked);
    if (found == null) {
      found = search(chain, limits);
      known.put(asked, found);
    }
    return found;
  }

  private ChainOutcome search(int chain, SolverLimits limits) {
    Regime regime = Objects.requireNonNull(byChain.regimes.get(chain));
    Optional<Outcome> stranded = strandedForGood(regime);
    if (stranded.isPresent()) {
      return new ChainOutcome.Failed(stranded.get());
    }
    Optional<Unknowns.Point> start = start(chain, limits);
    return workspaces.lend(
        regime.chain,
        workspace -> {
          Solver solver = new Solver(regime, workspace);
          return solver
              .solve(limits, start)
              .<ChainOutcome>map(solution ->
                  new ChainOutcome.Solved(
                      chain, new Tally(solution), solution.certificate(), solver.point()))
              .orElseGet(() -> new ChainOutcome.Failed(notConverged(solver)));
        });
  }

  /** Where the market nearby stands, if measures touch the chain there and it has a solution. */
  private Optional<Unknowns.Point> start(int chain, SolverLimits limits) {
    return extended.or(() -> nearby).flatMap(m -> m.solved(calibration.chains.get(chain), limits));
  }

  /** The solution of the chain of the same products, if measures touch it and it has one. */
  private Optional<Unknowns.Point> solved(Chain like, SolverLimits limits) {
    return IntStream.range(0, byChain.regimes.size())
        .filter(c -> haveSameProducts(calibration.chains.get(c), like))
        .filter(c -> byChain.regimes.get(c) != null)
        .mapToObj(c -> known(c, limits))
        .findFirst()
        .flatMap(ChainOutcome::solved)
        .map(ChainOutcome.Solved::point);
  }

  private static boolean haveSameProducts(Chain one, Chain other) {
    return Arrays.equals(one.products, other.products, Comparator.comparing(ProductFigures::id));
  }

  /** The chain in the market that this one extends; else in the base year. */
  private Tally before(int chain, SolverLimits limits) {
    return extended
        .filter(m -> m.byChain.regimes.get(chain) != null)
        .flatMap(m -> m.known(chain, limits).solved())
        .map(ChainOutcome.Solved::tally)
        .orElseGet(() -> base.tally(chain));
  }

  private List<Tally> bases() {
    return IntStream.range(0, byChain.regimes.size()).mapToObj(base::tally).toList();
  }

  /** What each floor did beyond the market that was extended, or beyond the base. */
  private List<Finding> findings(List<Tally> tallies, SolverLimits limits) {
    List<Finding> found = new ArrayList<>();
    for (Measure measure : measures) {
      if (measure instanceof BorderMeasure floor
          && Findings.isAbout(floor)
          && floor.terms().isInForceOn(scenario.asOf())) {
        Names.Coverage coverage = names.coverage(floor.terms());
        for (ProductId product : floor.terms().products()) {
          for (int c = 0; c < tallies.size(); c++) {
            if (tallies.get(c).s.chain.findProduct(product) >= 0) {
              found.addAll(
                  Findings.of(floor, coverage, tallies.get(c), before(c, limits), product));
            }
          }
        }
      }
    }
    return found;
  }

  private Outcome notConverged(Solver solver) {
    Stuck stuck = solver.stuck();
    return stuck.outcome(
        measureOn(stuck.product()),
        "try a milder measure, a higher new-route-premium, or a higher new-route-slope");
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
          && regime.finalUse[j].wantedAt(chain.buyerPrice0[j]) > 0) {
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

  /** What became of a chain that measures touch. */
  ChainOutcome outcome(int chain, SolverLimits limits) {
    return known(chain, limits);
  }

  /** A chain in another draw; see {@link MeasuresByChain#redrawn}. */
  MeasuresByChain.Redrawn redrawn(int chain, ParameterDraw draw, boolean isOfMeasure) {
    return byChain.redrawn(chain, draw, isOfMeasure);
  }

  List<Chain> chains() {
    return calibration.chains;
  }

  List<@Nullable Regime> regimes() {
    return byChain.regimes;
  }
}
