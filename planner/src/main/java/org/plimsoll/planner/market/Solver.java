package org.plimsoll.planner.market;

import java.util.Optional;
import java.util.SplittableRandom;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/**
 * Finds the root of the rows, by the first of these that does: semismooth Newton steps with a line
 * search; pseudo-transient continuation (J + I/δ, δ growing as the residual falls; Kelley and Keyes
 * 1998) from two paces; Newton steps on smoothed rows, the smoothing taken away by degrees; routes
 * that open softly at first; other starts. From the solution of the market that was extended, if
 * there is one, then from the base; never from whatever was solved before.
 */
final class Solver {
  /** Largest row at which the root counts as found; rows are logarithms or shares of the base. */
  static final double TOLERANCE = 1e-11;

  /** What can still be called a root where the arithmetic's own noise stops the search. */
  private static final double NOISE = 1e-8;

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double SOFTEST = 256;
  private static final double LONGEST_CLIPPED = 1;
  private static final int STARTS = 12;
  private static final double FARTHEST = 3;
  private static final int HALVINGS = 10;

  /** Steps over which the rows must fall to {@link #STALLED} of what they were, or Newton ends. */
  private static final int WATCHED = 8;

  private static final double STALLED = 0.8;

  /** First pace of continuation from a market nearby; from the base year it is 1. */
  private static final double PACE_NEARBY = 10;

  private static final double LEAST_SMOOTHING = 1e-6;
  private static final double LEAST_DELTA = 1e-6;
  private static final double MOST_DELTA = 1e14;

  private final Equations equations;
  private final Derivatives derivatives;
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
    STRONG_SMOOTHING,
    SOFT_ROUTES,
    OTHER_STARTS
  }

  Solver(Regime regime) {
    equations = new Equations(regime);
    derivatives = new Derivatives(equations);
    int most = equations.flows.unknowns.most();
    f = new double[most];
    step = new double[most];
    trial = new double[most];
    trialF = new double[most];
    z = new double[most];
  }

  /**
   * The market at the root, if it was found; else {@link #stuck} says where the search ended.
   *
   * @param start a point of a market nearby, tried first
   */
  Optional<Solution> solve(SolverLimits limits, Optional<Unknowns.Point> start) {
    if (start.isPresent()) {
      equations.smoothing = 0;
      equations.softness = 1;
      double[] from = equations.flows.unknowns.near(start.get());
      for (boolean slow : new boolean[] {false, true}) {
        System.arraycopy(from, 0, z, 0, z.length);
        int limit = limits.newtonSteps();
        boolean found = slow ? continuation(PACE_NEARBY, 2 * limit) : newton(0, 0, 1.5, limit);
        if (found && certify().holds()) {
          return Optional.of(solution());
        }
      }
    }
    return solve(limits);
  }

  /** Where the search ended. */
  Unknowns.Point point() {
    return equations.flows.unknowns.point(z);
  }

  /** The market at the root, from the base year alone, if it was found. */
  Optional<Solution> solve(SolverLimits limits) {
    for (Way next : Way.values()) {
      Optional<Solution> found = solveBy(next, limits);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The market at the root, by one way alone. */
  Optional<Solution> solveBy(Way next, SolverLimits limits) {
    way = next;
    System.arraycopy(equations.flows.unknowns.base(), 0, z, 0, z.length);
    equations.smoothing = 0;
    equations.softness = 1;
    int limit = limits.continuationSteps();
    boolean found =
        switch (next) {
          case NEWTON -> newton(0, 0, 1.5, limits.newtonSteps());
          case CONTINUATION -> continuation(1, limit);
          case SMOOTHING -> newton(0.3, 0.3, 0.7, limit);
          case SLOW_CONTINUATION -> continuation(0.1, limit);
          case STRONG_SMOOTHING -> newton(1, 0.3, 1.5, limit);
          case SOFT_ROUTES -> softRoutes(limit);
          case OTHER_STARTS -> otherStarts(limit);
        };
    return found && certify().holds() ? Optional.of(solution()) : Optional.empty();
  }

  /** What an independent reckoning says of the point reached. */
  private Certificate certify() {
    return Audit.certify(solution());
  }

  /**
   * Newton steps with a line search on rows of this smoothing, which shrinks by {@code factor} each
   * time that they are solved to its own size.
   */
  private boolean newton(double smoothing, double factor, double longest, int limit) {
    equations.smoothing = smoothing;
    equations.residual(z, f);
    double before = Double.POSITIVE_INFINITY;
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
      if (equations.smoothing == 0 && i % WATCHED == 0) {
        double now = norm(f);
        if (now > STALLED * before) {
          return false;
        }
        before = now;
      }
      direction(0);
      if (!search(Math.min(1, longest / largest(step)))) {
        return equations.smoothing == 0 && largest(f) < NOISE;
      }
    }
    return equations.smoothing == 0 && largest(f) < TOLERANCE;
  }

  /** Solves with routes that open slowly, then with ever firmer ones from there. */
  private boolean softRoutes(int limit) {
    boolean found = false;
    for (double softness = SOFTEST; softness >= 1; softness /= 2) {
      equations.softness = softness;
      double[] from = z.clone();
      found = newton(0, 0, 0.7, limit);
      if (!found) {
        System.arraycopy(from, 0, z, 0, z.length);
        found = continuation(1, limit);
      }
      if (!found) {
        return false;
      }
    }
    return found;
  }

  /**
   * Searches from prices further and further from the base, always the same ones: where shares and
   * new routes make several branches of answers, the base may lie on one that ends.
   */
  private boolean otherStarts(int limit) {
    SplittableRandom random = new SplittableRandom(STARTS);
    double[] base = equations.flows.unknowns.base();
    for (int i = 1; i <= STARTS; i++) {
      for (boolean slow : new boolean[] {false, true}) {
        System.arraycopy(base, 0, z, 0, z.length);
        for (int p = equations.flows.unknowns.buyer(0);
            p < equations.flows.unknowns.quota(0);
            p++) {
          z[p] += (2 * random.nextDouble() - 1) * FARTHEST * i / STARTS;
        }
        if ((slow ? continuation(1, limit) : newton(0, 0, 0.7, limit)) && certify().holds()) {
          return true;
        }
      }
    }
    return false;
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
      clip(LONGEST_CLIPPED);
      move(Math.min(1, Math.sqrt(delta)));
      double reached = norm(trialF);
      if (reached < 1.5 * norm + NOISE) {
        accept();
        delta = Math.min(MOST_DELTA, delta * Math.max(0.5, Math.min(5, 1.3 * norm / reached)));
      } else {
        delta *= 0.3;
        equations.residual(z, f);
      }
    }
    return largest(f) < NOISE;
  }

  /** Finds the step; the rows must be those of {@link #z}. */
  private void direction(double shift) {
    steps++;
    derivatives.step(f, shift, step);
  }

  private void move(double length) {
    int count = equations.size();
    for (int i = 0; i < count; i++) {
      trial[i] = z[i] + length * step[i];
    }
    equations.holdAtChoke(z, trial);
    equations.residual(trial, trialF);
  }

  /** Cuts each part of the step by itself, so that one wild price does not hold up the others. */
  private void clip(double longest) {
    for (int i = 0; i < equations.size(); i++) {
      step[i] = Math.max(-longest, Math.min(longest, step[i]));
    }
  }

  private void accept() {
    System.arraycopy(trial, 0, z, 0, equations.size());
    System.arraycopy(trialF, 0, f, 0, equations.size());
  }

  private double norm(double[] x) {
    double sum = 0;
    for (int i = 0; i < equations.size(); i++) {
      sum += x[i] * x[i];
    }
    return Math.sqrt(sum);
  }

  private double largest(double[] x) {
    double largest = 0;
    for (int i = 0; i < equations.size(); i++) {
      largest = Math.max(largest, Math.abs(x[i]));
    }
    return largest;
  }

  /** The market where the search is. */
  private Solution solution() {
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
    for (int i = 0; i < equations.size(); i++) {
      if (!(Math.abs(f[i]) <= Math.abs(f[worst]))) {
        worst = i;
      }
    }
    Flows flows = equations.flows;
    Chain chain = flows.chain;
    int maker;
    if (worst < flows.blockCount) {
      Block.Links links = flows.regime.blocks.get(worst).links();
      if (links.makers().length == 0) {
        int j = links.buyers()[0];
        return stuck(chain.buyerProduct[j], chain.buyerCountry[j], f[worst]);
      }
      maker = links.makers()[0];
    } else if (worst >= flows.unknowns.maker(0) && worst < flows.unknowns.quota(0)) {
      maker = worst - flows.unknowns.maker(0);
    } else if (worst >= flows.unknowns.quota(0) && worst < flows.unknowns.bundle(0)) {
      maker = chain.makerAt(flows.regime.quotas.get(worst - flows.unknowns.quota(0)).lanes()[0]);
    } else {
      int j = buyerOf(worst);
      return stuck(chain.buyerProduct[j], chain.buyerCountry[j], f[worst]);
    }
    return stuck(chain.makerProduct[maker], chain.makerCountry[maker], f[worst]);
  }

  private int buyerOf(int unknown) {
    Unknowns unknowns = equations.flows.unknowns;
    if (unknown >= unknowns.route(0)) {
      return unknowns.routes.buyer(unknown - unknowns.route(0));
    }
    return unknown - (unknown < unknowns.maker(0) ? unknowns.buyer(0) : unknowns.bundle(0));
  }

  private Stuck stuck(int product, CountryCode country, double residual) {
    return new Stuck(
        equations.flows.chain.products[product].id(), country, Math.abs(residual), steps);
  }
}
