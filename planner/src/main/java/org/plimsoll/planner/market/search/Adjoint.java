package org.plimsoll.planner.market.search;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.equations.Derivatives;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.FigureMove;
import org.plimsoll.planner.market.equations.ProximalTerms;
import org.plimsoll.planner.market.equations.StateSlopes;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.rows.Regime;

/**
 * What a goal changes by when a figure of a solved market does: with the rows F(z, θ) = 0 and F'ᵀ λ
 * = ∂goal/∂z, d goal/dθ = ∂goal/∂θ − λ · ∂F/∂θ. One transposed system for each goal, however many
 * figures.
 *
 * <p>∂goal/∂z is the goal's own ({@link Goal#addSlopes}), ∂F/∂θ the rows' ({@link
 * Equations#perFigure}) on what the figure does to their curves, wedges and shares ({@link
 * FigureMove}); nothing is solved again.
 *
 * <p>At a {@link Kink} derivatives to both sides differ for the figures that move it. There are two
 * systems then, one for each way in which the rows at kinks may go: where both give the same, the
 * figure moves no kink.
 */
public final class Adjoint {
  private final Regime regime;
  private final List<Kink> kinks;
  private final List<Side> sides = new ArrayList<>();

  /**
   * @param point the solution
   */
  public Adjoint(Regime regime, Unknowns.Point point) {
    this.regime = regime;
    Side first = new Side(point, List.of());
    sides.add(first);
    kinks = Kink.listAt(first.equations, first.derivatives, first.z, first.tally.s);
    if (!kinks.isEmpty()) {
      first.factor();
      sides.add(new Side(point, kinks));
    }
  }

  /** The market at the solution. */
  public Tally tally() {
    return sides.getFirst().tally;
  }

  /** Where derivatives to both sides may differ. */
  public List<Kink> listKinks() {
    return kinks;
  }

  /** Whether a price is held by nothing, so that every figure wants the market solved again. */
  public boolean isLoose() {
    return kinks.stream().anyMatch(kink -> kink.kind() == Kink.Kind.PRICE_HELD_BY_NOTHING);
  }

  /** The rows at the solution, as they go to one side of the kinks. */
  private final class Side {
    private final Equations equations;
    private final Derivatives derivatives;
    private final double[] z;
    private final double[] f;
    private final List<Kink> beyond;
    private final Tally tally;
    private final FigureMove move;

    Side(Unknowns.Point point, List<Kink> beyond) {
      this.beyond = beyond;
      equations = new Equations(regime);
      z = equations.flows.unknowns.near(point);
      f = new double[z.length];
      beyond.forEach(kink -> kink.wake(equations));
      equations.residual(z, f);
      rest();
      derivatives = new Derivatives(equations);
      tally = new Tally(new Solution(equations.flows, z, 0));
      move = new FigureMove(equations, z);
      factor();
    }

    /**
     * Weak proximal terms that pull nowhere, where rows have no slopes of their own ({@link
     * ProximalTerms}).
     */
    private void rest() {
      if (equations.proximal.areThere()) {
        equations.proximal.strength = ProximalTerms.LEAST;
        equations.proximal.recentre(z, equations.fixed);
      }
    }

    private void factor() {
      equations.residual(z, f);
      beyond.forEach(kink -> kink.goBeyond(equations));
      derivatives.step(f, 0, new double[z.length]);
    }

    StateSlopes slopes(Goal goal) {
      StateSlopes slopes = new StateSlopes(equations);
      goal.addSlopes(tally, 1, slopes);
      return slopes;
    }

    double[] multipliers(StateSlopes slopes) {
      double[] multipliers = new double[z.length];
      derivatives.adjoint(slopes.perUnknown(), multipliers);
      return multipliers;
    }
  }

  /** A goal with its multipliers. */
  public final class OfGoal {
    private final Goal goal;
    private final List<StateSlopes> slopes = new ArrayList<>();
    private final List<double[]> multipliers = new ArrayList<>();

    private OfGoal(Goal goal) {
      this.goal = goal;
      for (Side side : sides) {
        StateSlopes its = side.slopes(goal);
        slopes.add(its);
        multipliers.add(side.multipliers(its));
      }
    }

    /** The goal. */
    public Goal goal() {
      return goal;
    }

    /**
     * By buyer: what the goal changes by for a further tonne released to it from stock; before any
     * kink.
     */
    public double[] perReleased() {
      return slopes.getFirst().perReleased(multipliers.getFirst());
    }

    /**
     * The derivatives by a figure, one for each way in which rows at kinks may go.
     *
     * @param moved where the figure is moved to
     * @param base what the goal is held against
     * @param movedBase what it is held against there
     */
    public double[] perFigure(Moved moved, Tally base, Tally movedBase) {
      double direct = (goal.of(moved.tally, movedBase) - goal.of(tally(), base)) / moved.by;
      double[] slopes = new double[sides.size()];
      for (int s = 0; s < slopes.length; s++) {
        Side side = sides.get(s);
        slopes[s] = direct - side.equations.perFigure(multipliers.get(s), side.move);
      }
      return slopes;
    }
  }

  /** Finds the multipliers of a goal. */
  public OfGoal of(Goal goal) {
    return new OfGoal(goal);
  }

  /** A figure a little moved, at this solution's prices and tonnes. */
  public final class Moved {
    private final double by;
    private final Tally tally;

    private Moved(Regime there, double by, boolean movesBorders) {
      this.by = by;
      for (Side side : sides) {
        side.move.to(there, by, movesBorders);
      }
      Side first = sides.getFirst();
      tally = new Tally(first.tally.s.under(there, first.move));
    }

    /** The goals' market there. */
    public Tally tally() {
      return tally;
    }
  }

  /**
   * Moves a figure; holds until the next one is moved.
   *
   * @param there the same rows with it: {@link Regime#hasRowsOf}
   * @param by how much it is moved
   * @param movesBorders whether it may move what lies between producer and landed prices
   */
  public Moved move(Regime there, double by, boolean movesBorders) {
    return new Moved(there, by, movesBorders);
  }
}
