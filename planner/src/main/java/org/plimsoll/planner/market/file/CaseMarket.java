package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.Findings;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.measures.RegimeBuilder;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Lazy;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Solver;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.search.Stuck;

/** A market file as numbered rows, ready to solve: with its measures, and without them. */
public final class CaseMarket {
  /** Share of a scale that is as good as nothing. */
  private static final double NOTHING = 1e-9;

  private static final String HELD_AGAINST =
      "; this is the market without the measures, which welfare, licences and stocks are held"
          + " against, so it needs an answer too";

  private final MarketCase market;
  private final Names names;
  private final ParameterDraw draw;

  /** Of the file without its measures. */
  private final Lazy<Chain> rows;

  private final Base base;

  private CaseMarket(MarketCase market, ParameterDraw draw, Lazy<Chain> rows, Base base) {
    this.market = market;
    this.draw = draw;
    this.rows = rows;
    this.base = base;
    names = new Names(market);
    market.measures().forEach(measure -> names.coverage(measure.terms()));
  }

  /** The market of the rows without measures as it was last found. */
  private static final class Base {
    private Optional<SolverLimits> within = Optional.empty();
    private Optional<Found> found = Optional.empty();

    synchronized Found find(SolverLimits limits, Supplier<Found> search) {
      if (!within.equals(Optional.of(limits))) {
        found = Optional.of(search.get());
        within = Optional.of(limits);
      }
      return found.orElseThrow();
    }
  }

  /**
   * The market of a file.
   *
   * @throws IllegalArgumentException if a measure names a node, alliance or product that the file
   *     does not have, or one that market files cannot hold
   */
  public static CaseMarket of(MarketCase market) {
    return of(market, ParameterDraw.central());
  }

  /** The same with the figures of its measures as they are drawn. */
  static CaseMarket of(MarketCase market, ParameterDraw draw) {
    return new CaseMarket(market, draw, new Lazy<>(() -> CaseChain.of(market)), new Base());
  }

  /**
   * The same file under these measures in place of its own. What was found without any is not
   * looked for again: the search begins there.
   *
   * @throws IllegalArgumentException as {@link #of(MarketCase)}
   */
  public CaseMarket under(List<Measure> measures) {
    return new CaseMarket(market.withMeasures(measures), draw, rows, base);
  }

  /** The file. */
  public MarketCase market() {
    return market;
  }

  /** What solving gave: an answer, or why there is none. */
  public sealed interface Result {
    /**
     * A certified answer.
     *
     * @param answer whose certificate {@link Certificate#holds}
     */
    record Solved(CaseAnswer answer) implements Result {}

    /**
     * None.
     *
     * @param outcome that says why: not converged, or infeasible
     */
    record Failed(Outcome.Failure outcome) implements Result {}
  }

  /** The market with its measures; welfare and findings are held against it without them. */
  public Result solve(SolverLimits limits) {
    Found free = base.find(limits, () -> search(without(), Optional.empty(), limits));
    if (free.failed().isPresent()) {
      return new Result.Failed(withoutMeasures(free.failed().get()));
    }
    if (market.measures().isEmpty()) {
      return new Result.Solved(CaseAnswer.of(market.name(), free.tally(), free.certificate()));
    }
    Tally before = free.tally();
    List<IdleMeasure> idle = new ArrayList<>();
    Regime regime = with(before, idle);
    Found found = search(regime, Optional.of(free.solver().point()), limits);
    if (found.failed().isPresent()) {
      return new Result.Failed(found.failed().get());
    }
    Tally now = found.tally();
    return new Result.Solved(
        CaseAnswer.of(
            market.name(), now, before, findings(now, before), idle, found.certificate()));
  }

  /** No measure is to blame where the market without any has no answer. */
  private Outcome.Failure withoutMeasures(Outcome.Failure failure) {
    if (market.measures().isEmpty()) {
      return failure;
    }
    return switch (failure) {
      case Outcome.NotConverged not ->
          new Outcome.NotConverged(
              not.product(),
              not.country(),
              Optional.empty(),
              not.residual(),
              not.steps(),
              not.timeUp(),
              not.advice() + HELD_AGAINST);
      case Outcome.Infeasible none ->
          new Outcome.Infeasible(
              none.product(), none.country(), Optional.empty(), none.advice() + HELD_AGAINST);
    };
  }

  /** The rows without the file's measures. */
  Regime without() {
    return Regime.base(rows.get());
  }

  /** The rows with them; the market without them is the base of licences and stocks. */
  Regime with(Tally before) {
    return with(before, new ArrayList<>());
  }

  /**
   * The same.
   *
   * @param idle receives the measures that change nothing
   */
  private Regime with(Tally before, List<IdleMeasure> idle) {
    Chain own =
        market.measures().stream().anyMatch(CaseMarket::movesCurves) ? moved(before) : rows.get();
    Chain chain = own.on(before.asBase(), rows.get());
    RegimeBuilder builder = new RegimeBuilder(chain, chain.blocks, names, draw);
    List<Measure> covering = new ArrayList<>();
    for (Measure measure : market.measures()) {
      if (apply(measure, chain, builder)) {
        covering.add(measure);
      } else {
        idle.add(IdleMeasure.coversNothing(measure.id()));
      }
    }
    Regime regime = builder.build(market.measures(), Optional.empty());
    List<String> floors =
        covering.stream()
            .filter(measure ->
                measure instanceof BorderMeasure.PriceFloor floor
                    && floor.usdPerTonne().central() > 0)
            .map(Measure::id)
            .toList();
    if (!floors.isEmpty()) {
      Set<String> holding = regime.wedges.listFloors();
      floors.stream()
          .filter(floor -> !holding.contains(floor))
          .forEach(floor -> idle.add(IdleMeasure.outdone(floor)));
    }
    return regime;
  }

  /** Puts it on the rows, if it has not moved their curves; whether it changes anything. */
  private boolean apply(Measure measure, Chain chain, RegimeBuilder builder) {
    Names.Coverage coverage = names.coverage(measure.terms());
    if (measure instanceof SupplyMeasure.CapacityChange change) {
      return CaseCapacity.covers(market, change, coverage);
    }
    if (measure instanceof DemandMeasure.DemandShift shift) {
      return CaseDemand.covers(market, shift, coverage);
    }
    boolean any = false;
    for (ProductId product : measure.terms().products()) {
      any |= builder.apply(measure, chain.findProduct(product));
    }
    return any;
  }

  /** Whether a measure acts on the file's curves, before rows are numbered. */
  private static boolean movesCurves(Measure measure) {
    return measure instanceof SupplyMeasure.CapacityChange || measure instanceof DemandMeasure;
  }

  private Chain moved(Tally before) {
    MarketCase resized = CaseCapacity.changed(market, names, draw, before);
    return CaseChain.of(CaseDemand.shifted(resized, names, draw), market);
  }

  private List<Finding> findings(Tally now, Tally before) {
    List<Finding> found = new ArrayList<>();
    for (Measure measure : market.measures()) {
      if (measure instanceof BorderMeasure floor && Findings.isAbout(floor)) {
        Names.Coverage coverage = names.coverage(floor.terms());
        for (ProductId product : floor.terms().products()) {
          found.addAll(Findings.of(floor, coverage, now, before, product));
        }
      }
    }
    return found;
  }

  /**
   * What a search gave.
   *
   * @param solver that searched
   * @param solution where it ended, if it is the market
   * @param failed why there is none
   */
  record Found(Solver solver, Optional<Solution> solution, Optional<Outcome.Failure> failed) {
    Tally tally() {
      return new Tally(solution.orElseThrow());
    }

    Certificate certificate() {
      return solution.orElseThrow().certificate();
    }
  }

  Found search(Regime regime, Optional<Unknowns.Point> start, SolverLimits limits) {
    Solver solver = new Solver(regime);
    Optional<Outcome.Failure> stranded = stranded(regime);
    if (stranded.isPresent()) {
      return new Found(solver, Optional.empty(), stranded);
    }
    Optional<Solution> solution = solver.solve(limits, start);
    Optional<Outcome.Failure> failed =
        solution.isEmpty()
            ? Optional.of(notConverged(solver.stuck()))
            : solution.flatMap(this::beyondHelp);
    return new Found(solver, solution, failed);
  }

  private Outcome.Failure notConverged(Stuck stuck) {
    return stuck.outcome(
        measureOn(stuck.product()),
        "give the product a chokePrice, or a milder measure; a market may also have no answer");
  }

  private Optional<String> measureOn(ProductId product) {
    return market.measures().stream()
        .filter(m -> m.terms().products().contains(product))
        .map(Measure::id)
        .findFirst();
  }

  private Outcome.Failure infeasible(Chain chain, int j) {
    ProductId product = chain.products[chain.buyerProduct[j]].id();
    return new Outcome.Infeasible(
        product,
        chain.buyerCountry[j],
        measureOn(product),
        "give the product a chokePrice, a demand that falls with the price, or another route");
  }

  /** Use, or a purchase, that never gives way and that nobody can serve at all. */
  private Optional<Outcome.Failure> stranded(Regime regime) {
    Chain chain = regime.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      boolean givesWay = chain.finalUse[j].givesWay() && regime.purchase[j].givesWay();
      if (!regime.buyerLive[j] && !givesWay) {
        return Optional.of(infeasible(chain, j));
      }
    }
    return Optional.empty();
  }

  /** Use that never gives way and goes without, or an activity that cannot run as it is told. */
  private Optional<Outcome.Failure> beyondHelp(Solution solution) {
    for (int b = 0; b < solution.level.length; b++) {
      Block block = solution.regime.blocks.get(b);
      double scale = block.curve().scaleTonnes();
      if (CaseBlocks.isBeyondHelp(solution.chain, block) && solution.level[b] > NOTHING * scale) {
        return Optional.of(infeasible(solution.chain, block.links().buyers()[0]));
      }
      boolean runs = solution.level[b] >= block.capacityTonnes() * (1 - NOTHING);
      if (block.curve().mustRun() && !runs) {
        return Optional.of(cannotRun(solution.chain, block));
      }
    }
    return Optional.empty();
  }

  private Outcome.Failure cannotRun(Chain chain, Block block) {
    ProductId product = chain.products[chain.productOf(block)].id();
    return new Outcome.Infeasible(
        product,
        block.country(),
        measureOn(product),
        ("give activity '%s' a level that follows its price, its inputs another source,"
                + " or its outputs a buyer%s")
            .formatted(block.activity(), hostOf(block)));
  }

  private String hostOf(Block block) {
    return market.activities().stream()
        .filter(activity -> activity.id().equals(block.activity()))
        .flatMap(activity -> activity.cappedBy().stream())
        .map(cap -> ", or let its host '%s' run higher".formatted(cap.activity()))
        .findFirst()
        .orElse("");
  }
}
