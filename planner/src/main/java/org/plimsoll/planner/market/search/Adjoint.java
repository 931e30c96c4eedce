package org.plimsoll.planner.market.search;

import java.util.function.ToDoubleFunction;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.equations.Derivatives;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.ProximalTerms;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.rows.Wedges;

/**
 * What a goal changes by when a figure of a solved market does: with the rows F(z, θ) = 0 and F'ᵀ λ
 * = ∂goal/∂z, d goal/dθ = ∂goal/∂θ − λ · ∂F/∂θ. One system for each goal, however many figures.
 *
 * <p>The two partial derivatives are differences at the same point, where nothing is solved again.
 */
public final class Adjoint {
  /**
   * Move of a price's logarithm for a further base use at which nothing but proximal terms holds
   * it.
   */
  private static final double LOOSE = 1e5;

  /** Step in an unknown, which is a logarithm or a share of the base year. */
  private static final double STEP = 1e-6;

  /** Smoothing that shows which rows are at a kink. */
  private static final double BLUR = 1e-7;

  /** Weights of both parts of a row beyond this mean a kink. */
  private static final double DIVIDED = 0.01;

  private final Regime regime;
  private final Unknowns.Point point;
  private final Equations equations;
  private final Derivatives derivatives;
  private final double[] z;
  private final double[] f;

  /**
   * @param point the solution
   */
  public Adjoint(Regime regime, Unknowns.Point point) {
    this.regime = regime;
    this.point = point;
    equations = new Equations(regime);
    z = equations.flows.unknowns.near(point);
    f = new double[z.length];
    equations.residual(z, f);
    rest(equations, z, f);
    derivatives = new Derivatives(equations);
    derivatives.step(f, 0, new double[z.length]);
  }

  /**
   * Weak proximal terms that pull nowhere, where rows have no slopes of their own ({@link
   * ProximalTerms}).
   */
  private static void rest(Equations equations, double[] z, double[] f) {
    if (equations.proximal.areThere()) {
      equations.proximal.strength = ProximalTerms.LEAST;
      equations.proximal.recentre(z, equations.fixed);
      equations.residual(z, f);
    }
  }

  /** The market at the solution. */
  public Solution solution() {
    return new Solution(equations.flows, z, 0);
  }

  /**
   * Whether both parts of some row are zero at once, or a floor is just met: then derivatives from
   * above and below differ.
   */
  public boolean isAtKink() {
    equations.smoothing = BLUR;
    equations.residual(z, f);
    boolean found = false;
    for (int u = 0; u < equations.size(); u++) {
      double weight = equations.slackWeight[u];
      found |= !equations.fixed[u] && weight > DIVIDED && weight < 1 - DIVIDED;
    }
    equations.smoothing = 0;
    equations.residual(z, f);
    return found || isFloorJustMet() || isRouteAboutToOpen() || isUseAtACorner() || isPriceLoose();
  }

  /**
   * Whether proximal terms alone hold some price, since supply and use are told whatever it is: a
   * further tonne to all of its nodes would then move it without end.
   */
  private boolean isPriceLoose() {
    if (!equations.proximal.areThere()) {
      return false;
    }
    double[] rows = new double[z.length];
    double[] step = new double[z.length];
    Unknowns unknowns = equations.flows.unknowns;
    for (int u = unknowns.buyer(0); u < unknowns.quota(0); u++) {
      rows[u] = equations.fixed[u] ? 0 : 1;
    }
    derivatives.step(rows, 0, step);
    double largest = 0;
    for (int u = unknowns.buyer(0); u < unknowns.quota(0); u++) {
      largest = Math.max(largest, Math.abs(step[u]));
    }
    return largest > LOOSE;
  }

  /** Whether the use of some buyer answers otherwise to a rise of its price than to a fall. */
  private boolean isUseAtACorner() {
    Solution s = solution();
    Chain chain = regime.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      double price = s.buyerPrice[j];
      double used = regime.finalUse[j].servedAt(price);
      double fall = regime.finalUse[j].servedAt(price * (1 - STEP)) - used;
      double rise = used - regime.finalUse[j].servedAt(price * (1 + STEP));
      if (regime.buyerLive[j] && Math.abs(fall - rise) > DIVIDED * STEP * chain.buyerScale[j]) {
        return true;
      }
    }
    return false;
  }

  /** Whether a route that carries nothing, asleep or not, would pay by a hair. */
  private boolean isRouteAboutToOpen() {
    Solution s = solution();
    Chain chain = regime.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      for (int lane : regime.latentLanes[j]) {
        double price0 = chain.buyerPrice0[j];
        double loss = s.landed(j, lane) + chain.latentGain[lane] - s.buyerPrice[j];
        if (s.latentFlow[lane] == 0
            && chain.latentTonnes[lane] == 0
            && Math.abs(loss) < BLUR * price0) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isFloorJustMet() {
    Solution s = solution();
    Chain chain = regime.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        Wedges.Floor floor = regime.wedges.floor[lane];
        double floorGap = s.floorGap(j, lane);
        boolean isEnd = floorGap == 0 || floorGap >= floor.bound() * (1 - BLUR);
        double paid = s.customsValue(j, lane) + s.duty(j, lane) + s.premium(j, lane);
        double over = paid + s.levy(j, lane) - floor.usd();
        if (isEnd && s.flow(lane) > 0 && Math.abs(over) < BLUR * floor.usd()) {
          return true;
        }
      }
    }
    return false;
  }

  /** λ of a goal, by row. */
  public double[] multipliers(ToDoubleFunction<Solution> goal) {
    double[] gradient = new double[z.length];
    double[] at = z.clone();
    for (int u = 0; u < equations.size(); u++) {
      at[u] = z[u] + STEP;
      double above = goal.applyAsDouble(new Solution(equations.flows, at, 0));
      at[u] = z[u] - STEP;
      double below = goal.applyAsDouble(new Solution(equations.flows, at, 0));
      at[u] = z[u];
      gradient[u] = (above - below) / (2 * STEP);
    }
    equations.residual(z, f);
    double[] multipliers = new double[z.length];
    derivatives.adjoint(gradient, multipliers);
    return multipliers;
  }

  /** Another regime of the same rows, at this solution's unknowns. */
  public Shifted under(Regime other) {
    return new Shifted(other);
  }

  /**
   * What the rows add to the goal's derivative: −λ · ∂F/∂θ.
   *
   * @param multipliers of the goal
   * @param lower with the figure a little less
   * @param upper with the figure a little more
   * @param width of the difference
   */
  public static double throughRows(
      double[] multipliers, Shifted lower, Shifted upper, double width) {
    return (lower.weighed(multipliers) - upper.weighed(multipliers)) / width;
  }

  /** A regime that the unknowns do not solve. */
  public final class Shifted {
    private final Equations shifted;
    private final double[] here;

    private Shifted(Regime other) {
      shifted = new Equations(other);
      here = shifted.flows.unknowns.near(point);
    }

    public Solution solution() {
      return new Solution(shifted.flows, here, 0);
    }

    /** λ · F. */
    private double weighed(double[] multipliers) {
      double[] rows = new double[here.length];
      shifted.residual(here, rows);
      rest(shifted, here, rows);
      Unknowns there = shifted.flows.unknowns;
      Unknowns unknowns = equations.flows.unknowns;
      double sum = 0;
      for (int u = 0; u < unknowns.route(0); u++) {
        sum += multipliers[u] * rows[u];
      }
      for (int p = 0; p < unknowns.routes.count(); p++) {
        int place = there.routes.find(unknowns.routes.lane(p));
        if (place >= 0) {
          sum += multipliers[unknowns.route(p)] * rows[there.route(place)];
        }
      }
      return sum;
    }
  }
}
