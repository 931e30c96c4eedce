package org.plimsoll.planner.market.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long solving may take. Counted in work, so that the same inputs give the same result on a
 * slow machine; and, where the caller has a clock, by that, which can end a search but never
 * changes what it finds.
 *
 * @param newtonSteps steps of Newton's method on the exact rows
 * @param continuationSteps steps of each further way, tried in turn where that fails; the last
 *     takes a few times as many
 * @param longest that one search may take
 * @param clock in nanoseconds; one that stands still ends nothing
 */
public record SolverLimits(
    int newtonSteps, int continuationSteps, Duration longest, LongSupplier clock) {
  /** Ample for every market met so far. */
  public static final SolverLimits USUAL = new SolverLimits(50, 300);

  /** Of work alone. */
  public SolverLimits(int newtonSteps, int continuationSteps) {
    this(newtonSteps, continuationSteps, Duration.ofSeconds(1), () -> 0);
  }

  /** The same steps within a time by a clock. */
  public SolverLimits within(Duration time, LongSupplier by) {
    return new SolverLimits(newtonSteps, continuationSteps, time, by);
  }
}
