package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseLever;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.planner.market.answer.Equilibrium;
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
import org.plimsoll.planner.market.world.Ground;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.market.world.Repair;

/**
 * The ground of a market file: its rows, whose market without measures is the base that welfare,
 * licences, stocks and moved curves are held against.
 */
public final class FileMarket implements Ground {
  /** Share of a scale that is as good as nothing. */
  private static final double NOTHING = 1e-9;

  /** The file without its measures. */
  private final MarketCase file;

  private final Names names;
  private final ParameterDraw draw;
  private final Lazy<Chain> rows;

  private FileMarket(MarketCase file, ParameterDraw draw) {
    this.file = file.withMeasures(List.of());
    this.draw = draw;
    names = new Names(file);
    rows = new Lazy<>(() -> CaseChain.of(this.file));
  }

  /**
   * The market of a file under its own measures.
   *
   * @throws IllegalArgumentException if a measure names a node, alliance or product that the file
   *     does not have, or one that market files cannot hold
   */
  public static Market of(MarketCase file) {
    return Market.on(of(file, ParameterDraw.central()), file.measures());
  }

  /** The ground of a file, with the figures of its measures as they are drawn. */
  static FileMarket of(MarketCase file, ParameterDraw draw) {
    return new FileMarket(file, draw);
  }

  /**
   * What a market without measures makes best: net social payoff, or, if every use is fixed, cost.
   *
   * @param value empty if there is none
   * @param isFromReference whether the worth of use of constant elasticity of at most one, which
   *     has no end, is counted from its reference quantity
   * @param missing why; empty if there is one
   */
  public record Objective(OptionalDouble value, boolean isFromReference, String missing) {
    static Objective none(String why) {
      return new Objective(OptionalDouble.empty(), false, why);
    }
  }

  /** The objective of a file's market without measures. */
  public static Objective objective(Equilibrium unmeasured) {
    CaseObjective.Found found = CaseObjective.of(unmeasured.tally(0).s);
    return new Objective(found.value(), found.isFromReference(), found.missing());
  }

  @Override
  public List<Chain> chains() {
    return List.of(rows.get());
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public Optional<Equilibrium> calibrated() {
    return Optional.empty();
  }

  @Override
  public List<Repair> repairs() {
    return List.of();
  }

  /** A file has no date: its measures are in force. */
  @Override
  public Optional<IdleMeasure> whyIdle(Measure measure) {
    return Optional.empty();
  }

  @Override
  public boolean isTouched(Chain chain, Measure measure, ProductId product) {
    return true;
  }

  @Override
  public Regime regime(int number, List<Touch> touches, Optional<Tally> base, Effects effects) {
    List<Measure> measures = touches.stream().map(Touch::measure).distinct().toList();
    return base.map(before -> with(measures, before, effects)).orElseGet(this::without);
  }

  /** The rows without measures. */
  Regime without() {
    return Regime.base(rows.get());
  }

  /** The rows under measures. */
  Regime with(List<Measure> measures, Tally before) {
    return with(measures, before, (measure, nothing) -> {});
  }

  private Regime with(List<Measure> measures, Tally before, Effects effects) {
    MarketCase moved =
        measures.stream().anyMatch(FileMarket::movesCurves) ? moved(measures, before) : file;
    List<Measure> covering = new ArrayList<>();
    RegimeBuilder builder = applied(moved, measures, before, covering);
    MarketCase cut = cut(moved, builder.lostExports(), before);
    if (!cut.equals(moved)) {
      covering.clear();
      builder = applied(cut, measures, before, covering);
    }
    for (Measure measure : measures) {
      if (!covering.contains(measure)) {
        effects.of(measure, Optional.of(IdleMeasure.coversNothing(measure.id())));
      }
    }
    Regime regime = builder.build(measures, Optional.empty());
    Set<String> holding = regime.wedges.listFloors();
    for (Measure measure : covering) {
      boolean isOutdone =
          measure instanceof BorderMeasure.PriceFloor floor
              && floor.usdPerTonne().central() > 0
              && !holding.contains(measure.id());
      effects.of(
          measure, isOutdone ? Optional.of(IdleMeasure.outdone(measure.id())) : Optional.empty());
    }
    return regime;
  }

  /**
   * Puts measures on the rows.
   *
   * @param moved the file with the curves that they leave
   * @param covering receives those that cover something
   */
  private RegimeBuilder applied(
      MarketCase moved, List<Measure> measures, Tally before, List<Measure> covering) {
    Chain own = moved.equals(file) ? rows.get() : CaseChain.of(moved, file.withMeasures(measures));
    Chain chain = own.on(before.asBase(), rows.get());
    RegimeBuilder builder = new RegimeBuilder(chain, chain.blocks, names, draw);
    for (Measure measure : measures) {
      if (apply(measure, chain, builder)) {
        covering.add(measure);
      }
    }
    return builder;
  }

  /**
   * The market where nodes make less of what they no longer export.
   *
   * @param lost by maker: exports that restrictions take away
   */
  private MarketCase cut(MarketCase moved, double[] lost, Tally before) {
    MarketCase now = moved;
    Chain chain = rows.get();
    for (CaseProduct product : file.products()) {
      double cut = product.response().value(CaseLever.OUTPUT_CUT);
      int k = chain.findProduct(product.id());
      for (int i = chain.makerStart[k]; cut > 0 && i < chain.makerStart[k + 1]; i++) {
        Region place = (Region) chain.makerCountry[i];
        double made = made(product.id(), place, before);
        if (lost[i] > 0 && made > 0) {
          double kept = 1 - cut * Math.min(1, lost[i] / made);
          now = CaseCapacity.cut(now, place, product.id(), kept);
        }
      }
    }
    return now;
  }

  /** What curves and activities make of a product at a place, without what is released there. */
  private double made(ProductId product, Region place, Tally before) {
    double made = before.supplied(product, place);
    for (CaseNode node : file.nodes()) {
      made -= node.place().equals(place) ? node.stock().getOrDefault(product, 0.0) : 0;
    }
    for (CaseActivity activity : file.activities()) {
      if (activity.place().equals(place)) {
        double perUnit = activity.outputs().getOrDefault(product, 0.0);
        made += perUnit > 0 ? perUnit * before.level(activity.id()) : 0;
      }
    }
    return made;
  }

  /** Puts it on the rows, if it has not moved their curves; whether it changes anything. */
  private boolean apply(Measure measure, Chain chain, RegimeBuilder builder) {
    Names.Coverage coverage = names.coverage(measure.terms());
    if (measure instanceof SupplyMeasure.CapacityChange change) {
      for (ProductId product : change.terms().products()) {
        builder.endanger(change, chain.findProduct(product));
      }
      return CaseCapacity.covers(file, change, coverage);
    }
    if (measure instanceof DemandMeasure.DemandShift shift) {
      return CaseDemand.covers(file, shift, coverage);
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

  private MarketCase moved(List<Measure> measures, Tally before) {
    MarketCase measured = file.withMeasures(measures);
    MarketCase resized = CaseCapacity.changed(measured, names, draw, before);
    return CaseDemand.shifted(resized, names, draw);
  }

  @Override
  public String advice() {
    return "give the product a chokePrice, or a milder measure; a market may also have no answer";
  }

  private static Outcome.Infeasible infeasible(Chain chain, int j, Blame blame) {
    ProductId product = chain.products[chain.buyerProduct[j]].id();
    return new Outcome.Infeasible(
        product,
        chain.buyerCountry[j],
        blame.apply(product),
        "give the product a chokePrice, a demand that falls with the price, or another route");
  }

  /** Use, or a purchase, that never gives way and that nobody can serve at all. */
  @Override
  public Optional<Outcome.Infeasible> stranded(Regime regime, Blame blame) {
    Chain chain = regime.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      boolean givesWay = chain.finalUse[j].givesWay() && regime.purchase[j].givesWay();
      if (!regime.buyerLive[j] && !givesWay) {
        return Optional.of(infeasible(chain, j, blame));
      }
    }
    return Optional.empty();
  }

  /** Use that never gives way and goes without, or an activity that cannot run as it is told. */
  @Override
  public Optional<Outcome.Infeasible> beyondHelp(Solution solution, Blame blame) {
    for (int b = 0; b < solution.level.length; b++) {
      Block block = solution.regime.blocks.get(b);
      double scale = block.curve().scaleTonnes();
      if (CaseBlocks.isBeyondHelp(solution.chain, block) && solution.level[b] > NOTHING * scale) {
        return Optional.of(infeasible(solution.chain, block.links().buyers()[0], blame));
      }
      boolean runs = solution.level[b] >= block.capacityTonnes() * (1 - NOTHING);
      if (block.curve().mustRun() && !runs) {
        return Optional.of(cannotRun(solution.chain, block, blame));
      }
    }
    return Optional.empty();
  }

  private Outcome.Infeasible cannotRun(Chain chain, Block block, Blame blame) {
    ProductId product = chain.products[chain.productOf(block)].id();
    return new Outcome.Infeasible(
        product,
        block.country(),
        blame.apply(product),
        ("give activity '%s' a level that follows its price, its inputs another source,"
                + " or its outputs a buyer%s")
            .formatted(block.activity(), hostOf(block)));
  }

  private String hostOf(Block block) {
    return file.activities().stream()
        .filter(activity -> activity.id().equals(block.activity()))
        .flatMap(activity -> activity.cappedBy().stream())
        .map(cap -> ", or let its host '%s' run higher".formatted(cap.activity()))
        .findFirst()
        .orElse("");
  }

  /**
   * A search that found the market.
   *
   * @param solver that searched
   * @param solution where it ended
   */
  record Found(Solver solver, Solution solution) {
    Tally tally() {
      return new Tally(solution);
    }
  }

  /** The solution of some rows of the file, if there is one. */
  Optional<Found> search(Regime regime, Optional<Unknowns.Point> start, SolverLimits limits) {
    Blame nobody = product -> Optional.empty();
    Solver solver = new Solver(regime);
    return stranded(regime, nobody).isPresent()
        ? Optional.empty()
        : solver
            .solve(limits, start)
            .filter(solution -> beyondHelp(solution, nobody).isEmpty())
            .map(solution -> new Found(solver, solution));
  }
}
