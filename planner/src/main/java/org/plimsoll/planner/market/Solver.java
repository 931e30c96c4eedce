package org.plimsoll.planner.market;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/**
 * Finds the root of the rows, by the first of these that does: semismooth Newton steps with a line
 * search; pseudo-transient continuation (J + I/δ, δ growing as the residual falls; Kelley and Keyes
 * 1998) from two paces; Newton steps on smoothed rows, the smoothing taken away by degrees. Always
 * from the base, so that no result depends on what was solved before.
 */
final class Solver {
  /** Largest row at which the root counts as found; rows are logarithms or shares of the base. */
  static final double TOLERANCE = 1e-11;

  /** What can still be called a root where the arithmetic's own noise stops the search. */
  private static final double NOISE = 1e-9;

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int HALVINGS = 10;
  private static final double LEAST_SMOOTHING = 1e-6;
  private static final double LEAST_DELTA = 1e-6;
  private static final double MOST_DELTA = 1e14;

  private final Equations equations;
  private final Derivatives derivatives;
  private final SparseLu lu;
  private final double[] factors;
  private final double[] row;
  private final double[] f;
  private final double[] step;
  private final double[] trial;
  private final double[] trialF;
  private final double[] z;
  private int steps;
  private Way way = Way.NEWTON;

  /** The ways, in the order in which they are tried. */
  enum Way {
    NEWTON,
    CONTINUATION,
    SMOOTHING,
    SLOW_CONTINUATION,
    STRONG_SMOOTHING
  }

  Solver(Regime regime) {
    equations = new Equations(regime);
    Chain.Structure structure = regime.chain.structure(equations);
    derivatives = new Derivatives(equations, structure.layout());
    lu = structure.lu();
    factors = lu.newFactors();
    row = lu.newRow();
    int n = equations.size();
    f = new double[n];
    step = new double[n];
    trial = new double[n];
    trialF = new double[n];
    z = new double[n];
  }

  /** Whether the root was found; else {@link #stuck} says where the last search ended. */
  boolean solve(SolverLimits limits) {
    for (Way next : Way.values()) {
      way = next;
      System.arraycopy(equations.flows.baseUnknowns(), 0, z, 0, z.length);
      equations.smoothing = 0;
      int limit = limits.continuationSteps();
      boolean found =
          switch (next) {
            case NEWTON -> newton(0, 0, 1.5, limits.newtonSteps());
            case CONTINUATION -> continuation(1, limit);
            case SMOOTHING -> newton(0.3, 0.3, 0.7, limit);
            case SLOW_CONTINUATION -> continuation(0.1, limit);
            case STRONG_SMOOTHING -> newton(1, 0.3, 1.5, limit);
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  /**
   * Newton steps with a line search on rows of this smoothing, which shrinks by {@code factor} each
   * time that they are solved to its own size.
   */
  private boolean newton(double smoothing, double factor, double longest, int limit) {
    equations.smoothing = smoothing;
    equations.residual(z, f);
    for (int i = 0; i < limit; i++) {
      if (largest(f) < Math.max(TOLERANCE, equations.smoothing)) {
        if (equations.smoothing == 0) {
          return true;
        }
        double next = equations.smoothing * factor;
        equations.smoothing = next < LEAST_SMOOTHING ? 0 : next;
        equations.residual(z, f);
        continue;
      }
      direction(0);
      if (!search(Math.min(1, longest / largest(step)))) {
        return equations.smoothing == 0 && largest(f) < NOISE;
      }
    }
    return equations.smoothing == 0 && largest(f) < TOLERANCE;
  }

  /** Halves the step until the rows fall enough; whether they did. */
  private boolean search(double longest) {
    double norm = norm(f);
    double length = longest;
    for (int i = 0; i < HALVINGS; i++) {
      move(length);
      if (norm(trialF) <= (1 - SUFFICIENT_DECREASE * length) * norm) {
        accept();
        return true;
      }
      length /= 2;
    }
    return false;
  }

  private boolean continuation(double pace, int limit) {
    double delta = pace;
    equations.residual(z, f);
    for (int i = 0; i < limit && delta > LEAST_DELTA; i++) {
      if (largest(f) < TOLERANCE) {
        return true;
      }
      double norm = norm(f);
      direction(1 / delta);
      move(Math.min(1, 1 / largest(step)));
      double reached = norm(trialF);
      if (reached < 1.5 * norm + NOISE) {
        accept();
        delta = Math.min(MOST_DELTA, delta * Math.max(0.5, Math.min(5, 1.3 * norm / reached)));
      } else {
        delta *= 0.3;
        equations.residual(z, f);
      }
    }
    return largest(f) < TOLERANCE;
  }

  /** Finds the step; the rows must be those of {@link #z}. */
  private void direction(double shift) {
    steps++;
    derivatives.fill(shift);
    lu.factor(derivatives.values, shift, factors, row);
    derivatives.rightHandSide(f, shift, step);
    lu.solve(factors, step);
    derivatives.recover(f, shift, step);
  }

  private void move(double length) {
    for (int i = 0; i < z.length; i++) {
      trial[i] = z[i] + length * step[i];
    }
    equations.holdAtChoke(z, trial);
    equations.residual(trial, trialF);
  }

  private void accept() {
    System.arraycopy(trial, 0, z, 0, z.length);
    System.arraycopy(trialF, 0, f, 0, f.length);
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private static double largest(double[] x) {
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** The market where the search ended. */
  Solution solution() {
    return new Solution(equations.flows, z, steps);
  }

  Way way() {
    return way;
  }

  /**
   * Where the largest row is.
   *
   * @param product of the row
   * @param country of the row
   * @param residual its size
   * @param steps taken
   */
  record Stuck(ProductId product, CountryCode country, double residual, int steps) {}

  Stuck stuck() {
    int worst = 0;
    for (int i = 0; i < f.length; i++) {
      if (!(Math.abs(f[i]) <= Math.abs(f[worst]))) {
        worst = i;
      }
    }
    Flows flows = equations.flows;
    Chain chain = flows.chain;
    int maker;
    if (worst < flows.blockCount) {
      maker = flows.regime.blocks.get(worst).links().makers()[0];
    } else if (worst >= flows.makerUnknown(0) && worst < flows.quotaUnknown(0)) {
      maker = worst - flows.makerUnknown(0);
    } else if (worst >= flows.quotaUnknown(0) && worst < flows.matrixSize()) {
      maker = flows.regime.quotas.get(worst - flows.quotaUnknown(0)).maker();
    } else {
      int j = buyerOf(worst);
      return stuck(chain.buyerProduct[j], chain.buyerCountry[j], f[worst]);
    }
    return stuck(chain.makerProduct[maker], chain.makerCountry[maker], f[worst]);
  }

  private int buyerOf(int unknown) {
    Flows flows = equations.flows;
    if (unknown < flows.matrixSize()) {
      return unknown - flows.buyerUnknown(0);
    }
    if (unknown >= flows.bundleUnknown(0)) {
      return unknown - flows.bundleUnknown(0);
    }
    int j = 0;
    while (flows.laneUnknown(flows.chain.laneStart[j + 1]) <= unknown) {
      j++;
    }
    return j;
  }

  private Stuck stuck(int product, CountryCode country, double residual) {
    return new Stuck(
        equations.flows.chain.products[product].id(), country, Math.abs(residual), steps);
  }
}
