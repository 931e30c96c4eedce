package org.plimsoll.planner.market.search;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.equations.Derivatives;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.equations.Workspace;
import org.plimsoll.planner.market.rows.Regime;

/** The state of a search: current point, residuals, step, and trial point. */
final class Search {
  /** Largest row at which the root counts as found; rows are logarithms or shares of the base. */
  static final double TOLERANCE = 1e-11;

  /** Largest row that still counts as a root where rounding noise stops the search. */
  static final double NOISE = 1e-8;

  final Equations equations;
  private final Derivatives derivatives;
  private final LowPrices lowPrices;

  /** Arrays for all unknowns. */
  final double[] z;

  final double[] f;
  final double[] step;
  final double[] trial;
  final double[] trialF;

  /** Whether steps of low prices are added to the prices themselves. */
  private boolean isInPrices;

  private int steps;
  private SolverLimits limits = SolverLimits.USUAL;
  private long begun;
  private boolean isOutOfTime;
  private Optional<Solution> certified = Optional.empty();

  Search(Regime regime, Workspace workspace) {
    equations = new Equations(regime, workspace);
    derivatives = new Derivatives(equations);
    lowPrices = new LowPrices(equations);
    int most = equations.flows.unknowns.most();
    z = workspace.doubles(most);
    f = workspace.doubles(most);
    step = workspace.doubles(most);
    trial = workspace.doubles(most);
    trialF = workspace.doubles(most);
  }

  /** Steps found so far. */
  int steps() {
    return steps;
  }

  /** The time is up. */
  static final class TimeIsUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    private TimeIsUp() {
      super("the time is up", null, false, false);
    }
  }

  /** Starts the clock. */
  void endWithin(SolverLimits time) {
    limits = time;
    begun = time.clock().getAsLong();
    isOutOfTime = false;
  }

  /** The time allowed, if the search ended for that reason. */
  Optional<Duration> timeUp() {
    return isOutOfTime ? Optional.of(limits.longest()) : Optional.empty();
  }

  /** Moves to the point of another market, or to the base year; with exact rows. */
  void begin(Optional<Unknowns.Point> near) {
    near.ifPresentOrElse(
        point -> equations.flows.unknowns.putNear(point, z),
        () -> equations.flows.unknowns.putBase(z));
    takeExactRows();
  }

  /** A copy of the current point. */
  double[] save() {
    return z.clone();
  }

  /** Returns to a saved point, with exact rows. */
  void restore(double[] saved) {
    System.arraycopy(saved, 0, z, 0, z.length);
    takeExactRows();
  }

  private void takeExactRows() {
    equations.smoothing = 0;
    equations.flows.followsPrices = false;
    equations.proximal.damping = 0;
  }

  /** Removes routes without flow from the active set. */
  void rest() {
    int most = equations.size();
    equations.flows.unknowns.routes.rest(z, equations.flows.unknowns.route(0));
    Arrays.fill(equations.flows.latentFlow, 0);
    for (double[] others : new double[][] {f, step, trial, trialF}) {
      Arrays.fill(others, equations.size(), most, 0);
    }
    derivatives.forget();
  }

  /** Computes the residuals at the current point. */
  void look() {
    equations.residual(z, f);
  }

  /**
   * Computes the step at the current point; residuals must be those of {@link #z}.
   *
   * @throws TimeIsUp if the time is up
   * @throws CancellationException if nobody wants the answer any more
   */
  void direction(double shift) {
    if (limits.isCancelled().getAsBoolean()) {
      throw new CancellationException("the search was cancelled");
    }
    if (limits.isUp(begun)) {
      isOutOfTime = true;
      throw new TimeIsUp();
    }
    steps++;
    derivatives.step(f, shift, step);
    isInPrices = false;
  }

  /** Lets the step add to low prices themselves, not to their logarithms. */
  void stepInPrices() {
    lowPrices.straighten(z, step);
    isInPrices = true;
  }

  /** Computes the trial point at this length of the step, and its residuals. */
  void move(double length) {
    int count = equations.size();
    for (int i = 0; i < count; i++) {
      trial[i] = z[i] + length * step[i];
    }
    if (isInPrices) {
      lowPrices.move(z, length, step, trial);
    }
    equations.holdAtChoke(z, trial);
    equations.holdAtLeast(trial);
    equations.residual(trial, trialF);
  }

  /** Makes the trial point the current one. */
  void accept() {
    System.arraycopy(trial, 0, z, 0, equations.size());
    System.arraycopy(trialF, 0, f, 0, equations.size());
  }

  /**
   * Cuts each component of the step by itself, so that one wild price does not hold up the others.
   */
  void clip(double longest) {
    for (int i = 0; i < equations.size(); i++) {
      step[i] = Math.max(-longest, Math.min(longest, step[i]));
    }
  }

  double norm(double[] x) {
    double sum = 0;
    for (int i = 0; i < equations.size(); i++) {
      sum += x[i] * x[i];
    }
    return Math.sqrt(sum);
  }

  double largest(double[] x) {
    double largest = 0;
    for (int i = 0; i < equations.size(); i++) {
      largest = Math.max(largest, Math.abs(x[i]));
    }
    return largest;
  }

  /** The largest residual at the current point. */
  double largestRow() {
    look();
    return largest(f);
  }

  /** The market at the current point, if the audit holds. */
  Optional<Solution> certify() {
    Solution here = new Solution(equations.flows, z, steps);
    certified = here.certificate().holds() ? Optional.of(here) : Optional.empty();
    return certified;
  }

  /** What {@link #certify} gave last. */
  Optional<Solution> certified() {
    return certified;
  }

  Unknowns.Point point() {
    return equations.flows.unknowns.point(z);
  }
}
