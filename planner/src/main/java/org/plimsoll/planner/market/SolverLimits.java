package org.plimsoll.planner.market;

/**
 * How long solving may take. Counted in work, not by a clock: the same inputs give the same result
 * on a slow machine.
 *
 * @param newtonSteps steps of Newton's method on the exact rows
 * @param continuationSteps steps of each further way, tried in turn where that fails
 */
public record SolverLimits(int newtonSteps, int continuationSteps) {
  /** Ample for every market met so far. */
  public static final SolverLimits USUAL = new SolverLimits(50, 300);
}
