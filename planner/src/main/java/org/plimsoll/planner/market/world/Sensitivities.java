package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.draw.ParameterDraw.Figure;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.search.Adjoint;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * Sensitivities of goals to every figure that a chain's market is made of: elasticities, capacity
 * headroom, premiums, and the floors, rates, quotas and tonnes of its measures.
 *
 * <p>A figure moves the rows through the chain's calibration alone, which is done again with it a
 * little moved; the market is solved again, to both sides, only for figures that move a kink.
 */
public final class Sensitivities {
  /** Step in a figure, as a share of its size or range, where the chain is calibrated again. */
  private static final double SMALL_STEP = 1e-6;

  /** The same where the market is solved again. */
  private static final double STEP = 1e-5;

  /** Derivatives to both sides of a kink that differ by less, as a share, are the same. */
  private static final double SAME = 1e-4;

  private final ProductId product;
  private final ParameterDraw draw;
  private final TreeMap<Figure, Interval> figures;
  private final Answers answers;
  private final SolverLimits limits;
  private final Market market;

  private Sensitivities(
      ProductId product,
      ParameterDraw draw,
      Function<ParameterDraw, Market> made,
      Answers answers,
      SolverLimits limits) {
    this.product = product;
    this.draw = draw;
    this.answers = answers;
    this.limits = limits;
    TreeMap<Figure, Interval> asked = new TreeMap<>();
    market = made.apply(draw.writing(asked));
    figures = new TreeMap<>(asked);
  }

  /**
   * The chain of a product under a scenario, ready for goals.
   *
   * @param scenario whose measures touch the chain
   */
  public static Sensitivities at(
      Evidence evidence, Scenario scenario, ParameterDraw draw, ProductId product) {
    return new Sensitivities(
        product,
        draw,
        its -> Market.ofChain(evidence, scenario, its, product),
        new Answers(Answers.USUAL_BYTES),
        SolverLimits.USUAL);
  }

  /**
   * The chain of a product in the central case of a market, ready for goals.
   *
   * @param market whose measures touch the chain
   * @param answers that may know its solution
   * @param limits of each search
   */
  public static Sensitivities at(
      Market market, ProductId product, Answers answers, SolverLimits limits) {
    return new Sensitivities(
        product, ParameterDraw.central(), draw -> market.chainIn(draw, product), answers, limits);
  }

  /**
   * Of each goal, its sensitivity to each figure, by name and scope.
   *
   * @param scenario whose measures touch the chain
   * @param product whose chain
   * @throws IllegalArgumentException if no measure touches the chain
   * @throws IllegalStateException if the market has no solution
   */
  public static Map<String, List<Sensitivity>> of(
      Evidence evidence,
      Scenario scenario,
      ParameterDraw draw,
      ProductId product,
      Map<String, Goal> goals) {
    return at(evidence, scenario, draw, product).of(goals);
  }

  /** The figures that the chain is made of, with their ranges. */
  public SortedMap<Figure, Interval> figures() {
    return new TreeMap<>(figures);
  }

  /** The chain's market. */
  public Market market() {
    return market;
  }

  /**
   * Of each goal, its sensitivity to each figure, by name and scope.
   *
   * @throws IllegalArgumentException if no measure touches the chain
   * @throws IllegalStateException if the market has no solution
   */
  public Map<String, List<Sensitivity>> of(Map<String, Goal> goals) {
    return of(goals, figure -> true);
  }

  /**
   * The same of some figures.
   *
   * @throws CancellationException if nobody wants the answer any more
   * @throws IllegalArgumentException if no measure touches the chain
   * @throws IllegalStateException if the market has no solution
   */
  public Map<String, List<Sensitivity>> of(Map<String, Goal> goals, Predicate<Figure> isAsked) {
    ChainGradient gradient = ChainGradient.of(market, product, answers, limits);
    Map<String, List<Sensitivity>> found = new TreeMap<>();
    Map<String, Adjoint.OfGoal> systems = new TreeMap<>();
    goals.forEach((name, goal) -> {
      found.put(name, new ArrayList<>());
      systems.put(name, gradient.adjoint.of(goal));
    });
    figures.forEach((figure, range) -> {
      if (!isAsked.test(figure)) {
        return;
      }
      if (limits.isCancelled().getAsBoolean()) {
        throw new CancellationException("the sensitivities were cancelled");
      }
      double value = draw.value(figure.name(), figure.scope(), range);
      double size = Math.max(Math.abs(value), range.high() - range.low());
      if (size > 0) {
        Map<String, double[]> slopes =
            atOnce(gradient, figure, value, SMALL_STEP * size, systems)
                .orElseGet(() -> again(gradient, figure, value, STEP * size, goals));
        slopes.forEach((name, sides) ->
            Objects.requireNonNull(found.get(name))
                .add(
                    new Sensitivity(
                        figure.name(), figure.scope(), range, value, sides[0], sides[1])));
      }
    });
    return found;
  }

  /** ∂goal/∂θ − λ · ∂F/∂θ; empty if the figure moves a kink, or the market has other rows. */
  private Optional<Map<String, double[]>> atOnce(
      ChainGradient gradient,
      Figure figure,
      double value,
      double step,
      Map<String, Adjoint.OfGoal> systems) {
    boolean isAgainstBase = systems.values().stream().anyMatch(s -> s.goal().isAgainstBase());
    boolean isSmooth = gradient.adjoint.listKinks().isEmpty();
    if (gradient.adjoint.isLoose()) {
      return Optional.empty();
    }
    Map<String, double[]> slopes = new TreeMap<>();
    for (double by : isSmooth ? new double[] {step} : new double[] {step, -step}) {
      boolean isOfMeasure = figure.name().equals("measure");
      Redraw.Redrawn there = gradient.redraw.in(draw.with(figure, value + by), isOfMeasure);
      if (!there.regime().map(gradient.regime()::hasRowsOf).orElse(false)) {
        return Optional.empty();
      }
      Chain rows = gradient.base.s.chain;
      boolean movesBorders = isOfMeasure || !there.base().isPricedLike(rows);
      boolean movesBase = isAgainstBase && !isOfMeasure && !there.base().makesLike(rows);
      Adjoint.Moved moved = gradient.adjoint.move(there.regime().orElseThrow(), by, movesBorders);
      Tally base = movesBase ? Tally.ofBase(there.base()) : gradient.base;
      for (Map.Entry<String, Adjoint.OfGoal> system : systems.entrySet()) {
        for (double slope : system.getValue().perFigure(moved, gradient.base, base)) {
          double[] sides =
              slopes.computeIfAbsent(system.getKey(), name -> new double[] {slope, slope});
          double size = Math.max(Math.abs(slope), Math.abs(sides[0]));
          if (Math.abs(slope - sides[0]) > SAME * size) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(slopes);
  }

  /** Both one-sided differences of each goal, from the market solved again. */
  private Map<String, double[]> again(
      ChainGradient gradient, Figure figure, double value, double step, Map<String, Goal> goals) {
    ChainGradient above = solved(figure, value + step);
    ChainGradient below = solved(figure, value - step);
    Map<String, double[]> slopes = new TreeMap<>();
    goals.forEach((name, goal) -> {
      double here = gradient.value(goal);
      slopes.put(
          name,
          new double[] {(here - below.value(goal)) / step, (above.value(goal) - here) / step});
    });
    return slopes;
  }

  private ChainGradient solved(Figure figure, double value) {
    Market there = market.chainIn(draw.with(figure, value), product);
    return ChainGradient.of(there, product, answers, limits);
  }
}
