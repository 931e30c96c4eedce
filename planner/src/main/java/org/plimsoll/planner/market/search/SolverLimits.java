package org.plimsoll.planner.market.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits of a search. They count work, so that the same inputs give the same result on a slow
 * machine. A caller's clock may also end a search, but never changes what it finds.
 *
 * @param newtonSteps steps of Newton's method on the exact rows
 * @param continuationSteps steps of each further way, tried in turn where that fails; the last
 *     takes a few times as many
 * @param longest that one search may take
 * @param clock in nanoseconds; one that stands still ends nothing
 */
public record SolverLimits(
    int newtonSteps, int continuationSteps, Duration longest, LongSupplier clock) {
  /** More than any market so far has needed. */
  public static final SolverLimits USUAL = new SolverLimits(50, 300);

  /** Limits of work alone. */
  public SolverLimits(int newtonSteps, int continuationSteps) {
    this(newtonSteps, continuationSteps, Duration.ofSeconds(1), () -> 0);
  }

  /** The same limits, and a time by a clock. */
  public SolverLimits within(Duration time, LongSupplier by) {
    return new SolverLimits(newtonSteps, continuationSteps, time, by);
  }
}
