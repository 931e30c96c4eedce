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
import org.plimsoll.planner.market.draw.MarketParameter;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.draw.Parameters;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Lazy;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Sourcing;

/**
 * Numbered rows and the measures on them: of the world under a scenario, or of a market file. An
 * immutable value, on a {@link Ground} that many markets share, so that {@link #with} costs little;
 * {@link Answers} solves it.
 */
public final class Market {
  private final Ground ground;
  private final List<Measure> measures;
  private final MeasuresByChain byChain;

  /** The market that this one extends: its solution is where the search starts. */
  private final Optional<Market> extended;

  /** Another market whose solution is where the search starts, if this one extends none. */
  private final Optional<Market> nearby;

  private Market(
      Ground ground,
      List<? extends Measure> measures,
      Optional<Market> extended,
      Optional<Market> nearby) {
    this.ground = ground;
    this.measures = List.copyOf(measures);
    this.extended = extended;
    this.nearby = nearby;
    byChain = new MeasuresByChain(this.measures, ground, extended.map(m -> m.byChain));
  }

  /** The market on a ground under these measures. */
  public static Market on(Ground ground, List<? extends Measure> measures) {
    return new Market(ground, measures, Optional.empty(), Optional.empty());
  }

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
  static Market of(
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
    Parameters parameters = new Parameters(evidence, scenario.parameters(), draw);
    Calibration calibration = new Calibration(evidence, scenario, parameters, sourcing, only);
    return on(
        new WorldGround(
            scenario,
            calibration,
            new Names(evidence, scenario),
            Equilibrium.ofBase(calibration.chains)),
        scenario.measures());
  }

  /**
   * The same market, searched for from the solution of another, which is found first: a draw of the
   * parameters from the central case.
   */
  public Market startingFrom(Market other) {
    return new Market(ground, measures, Optional.empty(), Optional.of(other));
  }

  /** The same market under these measures instead; solved from the base year. */
  public Market with(List<? extends Measure> others) {
    return on(ground, others);
  }

  /**
   * The same market under these measures as well; solved from this market's own solution, which is
   * found first, so that the order of asking changes nothing.
   */
  public Market and(Collection<? extends Measure> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Measure> all = new ArrayList<>(measures);
    all.addAll(more);
    return new Market(ground, all, Optional.of(this), Optional.empty());
  }

  /**
   * The chain of one product alone in another draw of the parameters, under the measures on it;
   * searched for from the solution in this draw. Evidence is not read again: it costs a part of
   * what {@link #ofChain} does.
   *
   * @throws IllegalArgumentException if the product has no market
   * @throws IllegalStateException of a market file, which has no parameters to draw
   */
  public Market chainIn(ParameterDraw draw, ProductId product) {
    int chain = chainOf(product);
    List<Measure> its = touches(chain).stream().map(Ground.Touch::measure).distinct().toList();
    return new Market(world().chainIn(draw, chain), its, Optional.empty(), Optional.of(this));
  }

  private int chainOf(ProductId product) {
    return IntStream.range(0, chains().size())
        .filter(c -> chains().get(c).findProduct(product) >= 0)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(product + " has no solved market"));
  }

  /**
   * The products of the chain of one, from the mine on.
   *
   * @throws IllegalArgumentException if the product has no market
   */
  public List<ProductId> listChain(ProductId product) {
    return Arrays.stream(chains().get(chainOf(product)).products).map(ProductFigures::id).toList();
  }

  /**
   * The first product of each chain that measures make otherwise than in another market of the same
   * world.
   */
  public List<ProductId> listChainsUnlike(Market other) {
    boolean isSameGround = Objects.equals(ground.names(), other.ground.names());
    return IntStream.range(0, chains().size())
        .filter(c ->
            isSameGround
                ? !touches(c).equals(other.touches(c))
                : isToBeSolved(c) || other.isToBeSolved(c))
        .mapToObj(c -> chains().get(c).products[0].id())
        .toList();
  }

  /** Bytes that a market of few chains takes beside what it shares with others, by estimate. */
  public long bytes() {
    return chains().stream().mapToLong(Footprint::ofCalibrated).sum();
  }

  /** Names of the parameters that a market asks the world for. */
  public static List<String> listParameters() {
    return Arrays.stream(MarketParameter.values()).map(MarketParameter::word).toList();
  }

  /** The measures put on it, in order. */
  public List<Measure> listMeasures() {
    return measures;
  }

  /** Measures of a calibrated market that change nothing, with the reason. */
  public List<IdleMeasure> listIdleMeasures() {
    return List.copyOf(byChain.listIdle());
  }

  /** What calibration had to change or leave out. */
  public List<Repair> listRepairs() {
    return ground.repairs();
  }

  /** Products in the market, chain after chain, from the mine on. */
  public List<ProductId> listProducts() {
    List<ProductId> products = new ArrayList<>();
    for (Chain chain : ground.chains()) {
      for (ProductFigures product : chain.products) {
        products.add(product.id());
      }
    }
    return products;
  }

  /**
   * The base year: what zero change gives.
   *
   * @throws IllegalStateException of a market file, whose base is its market without measures
   */
  public Equilibrium base() {
    return ground
        .calibrated()
        .orElseThrow(() ->
            new IllegalStateException(
                "the base of a market file is solved\n"
                    + "Maybe solve the market under no measures"));
  }

  boolean isCalibrated() {
    return ground.calibrated().isPresent();
  }

  /** The market whose solution is the base of this one's measures, if that has to be solved. */
  public Optional<Market> unmeasured() {
    return isCalibrated() || measures.isEmpty() ? Optional.empty() : Optional.of(with(List.of()));
  }

  /** Chains to be solved, ascending. */
  int[] touched() {
    return IntStream.range(0, byChain.regimes.size()).filter(this::isToBeSolved).toArray();
  }

  boolean isToBeSolved(int chain) {
    return !isCalibrated() || byChain.regimes.get(chain) != null;
  }

  /**
   * The rows of a chain to be solved.
   *
   * @param base of {@link #unmeasured}, if there is one
   */
  Regime regime(int chain, Optional<Tally> base) {
    return Objects.requireNonNull(
        isCalibrated()
            ? byChain.regimes.get(chain)
            : ground.regime(chain, byChain.touches.get(chain), base, (measure, nothing) -> {}));
  }

  /**
   * The equilibrium of which chains have these solutions, the others the base.
   *
   * @param solved by chain to be solved
   * @param before what findings compare each of these with
   * @param bases by chain
   */
  Outcome.Converged converged(
      List<ChainOutcome.Solved> solved, List<Tally> before, List<Tally> bases) {
    int[] touched = touched();
    Certificate certificate = new Certificate(0, 0, 0, 0, 0, "");
    List<Tally> tallies = new ArrayList<>(bases);
    List<Tally> compared = new ArrayList<>(bases);
    for (int i = 0; i < touched.length; i++) {
      certificate = certificate.and(solved.get(i).certificate());
      tallies.set(touched[i], solved.get(i).tally());
      compared.set(touched[i], before.get(i));
    }
    List<Tally> all = List.copyOf(tallies);
    return new Outcome.Converged(
        Equilibrium.of(
            all,
            new Lazy<>(() -> Accounts.of(all, bases)),
            new Lazy<>(() -> findings(all, compared)),
            new Lazy<>(() -> isCalibrated() ? byChain.listIdle() : byChain.listIdleOn(bases))),
        certificate);
  }

  Ground ground() {
    return ground;
  }

  Optional<Market> extended() {
    return extended;
  }

  /** Whether the chain is as the market that was extended has it: so is its solution. */
  boolean isInherited(int chain) {
    return extended
        .map(m -> m.byChain.touches.get(chain).equals(byChain.touches.get(chain)))
        .orElse(false);
  }

  /** Whether findings compare the chain with what it was before. */
  boolean hasFloor(int chain) {
    return byChain.touches.get(chain).stream()
        .anyMatch(t -> t.measure() instanceof BorderMeasure floor && Findings.isAbout(floor));
  }

  /** The chain of another market, by its number there. */
  record Start(Market market, int number) {}

  /** The chain in the market nearby, if measures touch it there: its search starts there. */
  Optional<Start> start(int chain) {
    return extended
        .or(() -> nearby)
        .or(this::unmeasured)
        .flatMap(m ->
            IntStream.of(m.touched())
                .filter(c -> haveSameProducts(m.chains().get(c), ground.chains().get(chain)))
                .mapToObj(c -> new Start(m, c))
                .findFirst());
  }

  /** What is asked of a chain that measures touch. */
  ChainQuestion question(int chain) {
    return isInherited(chain)
        ? extended.orElseThrow().question(chain)
        : new ChainQuestion(
            ground.chains().get(chain),
            byChain.touches.get(chain),
            start(chain).map(s -> s.market().question(s.number())));
  }

  private static boolean haveSameProducts(Chain one, Chain other) {
    return Arrays.equals(one.products, other.products, Comparator.comparing(ProductFigures::id));
  }

  /** By chain, the base year where it is calibrated. */
  List<Tally> bases() {
    return IntStream.range(0, byChain.regimes.size()).mapToObj(base()::tally).toList();
  }

  /** What each floor did beyond the market that was extended, or beyond the base. */
  private List<Finding> findings(List<Tally> tallies, List<Tally> before) {
    List<Finding> found = new ArrayList<>();
    for (Measure measure : measures) {
      if (measure instanceof BorderMeasure floor
          && Findings.isAbout(floor)
          && ground.whyIdle(floor).isEmpty()) {
        Names.Coverage coverage = ground.names().coverage(floor.terms());
        for (ProductId product : floor.terms().products()) {
          for (int c = 0; c < tallies.size(); c++) {
            if (tallies.get(c).s.chain.findProduct(product) >= 0) {
              found.addAll(Findings.of(floor, coverage, tallies.get(c), before.get(c), product));
            }
          }
        }
      }
    }
    return found;
  }

  List<Ground.Touch> touches(int chain) {
    return byChain.touches.get(chain);
  }

  /** The rows of a chain touched by measures, ready to be drawn again; see {@link Redraw}. */
  Redraw redraw(int chain) {
    return world().redraw(chain, touches(chain));
  }

  private WorldGround world() {
    if (ground instanceof WorldGround world) {
      return world;
    }
    throw new IllegalStateException("the market of a file has no parameters to draw");
  }

  List<Chain> chains() {
    return ground.chains();
  }

  List<@Nullable Regime> regimes() {
    return byChain.regimes;
  }
}
