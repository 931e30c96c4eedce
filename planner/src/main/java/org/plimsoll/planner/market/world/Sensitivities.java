package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Adjoint;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * Sensitivities of goals to every figure that a chain's market is made of: elasticities, capacity
 * headroom, premiums, and the floors, rates, quotas and tonnes of its measures.
 */
public final class Sensitivities {
  /** Step in a figure, as a share of its size or range. */
  private static final double STEP = 1e-5;

  private final Evidence evidence;
  private final Scenario scenario;
  private final ParameterDraw draw;
  private final ProductId product;
  private final TreeMap<ParameterDraw.Figure, Interval> figures = new TreeMap<>();
  private final Answers answers = new Answers(Answers.USUAL_BYTES);
  private final Market market;
  private final int chain;
  private final ChainOutcome.Solved solved;
  private final Adjoint adjoint;
  private final boolean isAtKink;

  private Sensitivities(
      Evidence evidence, Scenario scenario, ParameterDraw draw, ProductId product) {
    this.evidence = evidence;
    this.scenario = scenario;
    this.draw = draw;
    this.product = product;
    market = market(draw.writing(figures));
    chain = chainOf(market);
    solved = solved(market);
    adjoint = new Adjoint(regime(market), solved.point());
    isAtKink = adjoint.isAtKink();
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
    return new Sensitivities(evidence, scenario, draw, product).of(goals);
  }

  private Map<String, List<Sensitivity>> of(Map<String, Goal> goals) {
    Map<String, List<Sensitivity>> found = new TreeMap<>();
    Map<String, double[]> multipliers = new TreeMap<>();
    goals.forEach((name, goal) -> {
      found.put(name, new ArrayList<>());
      if (!isAtKink) {
        multipliers.put(name, adjoint.multipliers(at(goal)));
      }
    });
    figures.forEach((figure, range) -> {
      double value = draw.value(figure.name(), figure.scope(), range);
      double step = STEP * Math.max(Math.abs(value), range.high() - range.low());
      if (step > 0) {
        Side below = new Side(figure, -step);
        Side above = new Side(figure, step);
        goals.forEach((name, goal) -> {
          double[] slopes =
              isAtKink
                  ? new double[] {below.slope(goal), above.slope(goal)}
                  : bothSides(goal, Objects.requireNonNull(multipliers.get(name)), below, above);
          Objects.requireNonNull(found.get(name))
              .add(
                  new Sensitivity(
                      figure.name(), figure.scope(), range, value, slopes[0], slopes[1]));
        });
      }
    });
    return found;
  }

  /** ∂goal/∂θ − λ · ∂F/∂θ, the same on both sides. */
  private double[] bothSides(Goal goal, double[] multipliers, Side below, Side above) {
    double width = above.by - below.by;
    Adjoint.Shifted lower = adjoint.under(regime(below.moved));
    Adjoint.Shifted upper = adjoint.under(regime(above.moved));
    double direct =
        (goal.of(above.moved.with(chain, upper.solution()))
                - goal.of(below.moved.with(chain, lower.solution())))
            / width;
    double slope = direct + Adjoint.throughRows(multipliers, lower, upper, width);
    return new double[] {slope, slope};
  }

  private ToDoubleFunction<Solution> at(Goal goal) {
    return solution -> goal.of(market.with(chain, solution));
  }

  /** The market with a figure moved a little to one side. */
  private final class Side {
    private final double by;
    private final Market moved;

    Side(ParameterDraw.Figure figure, double by) {
      this.by = by;
      moved = market(draw.nudged(figure, by)).startingFrom(market);
    }

    /** The one-sided difference, from the market solved again. */
    double slope(Goal goal) {
      Solution there = new Adjoint(regime(moved), solved(moved).point()).solution();
      return (goal.of(moved.with(chain, there)) - goal.of(market.with(chain, adjoint.solution())))
          / by;
    }
  }

  private Market market(ParameterDraw its) {
    return Market.ofChain(evidence, scenario, its, product);
  }

  private int chainOf(Market its) {
    for (int c = 0; c < its.chains().size(); c++) {
      if (its.chains().get(c).findProduct(product) >= 0 && its.regimes().get(c) != null) {
        return c;
      }
    }
    throw new IllegalArgumentException(
        "no measure of the scenario touches the chain of "
            + product
            + "\nMaybe name a product that one does");
  }

  private Regime regime(Market its) {
    return Objects.requireNonNull(its.regimes().get(chain));
  }

  private ChainOutcome.Solved solved(Market its) {
    return switch (answers.find(its, chain, SolverLimits.USUAL)) {
      case ChainOutcome.Solved found -> found;
      case ChainOutcome.Failed failed ->
          throw new IllegalStateException(
              "the market of " + product + " has no solution: " + failed.failure());
    };
  }
}
