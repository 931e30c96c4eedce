package org.plimsoll.bench.peers;

import java.util.function.Supplier;

/** A way of solving spatial equilibria, to be timed. */
interface Contender {
  /** Seconds after which those who can stop are stopped. */
  int LIMIT_SECONDS = 900;

  /** As the table calls it. */
  String name();

  /**
   * Puts the numbers into the solver's own form, which is not timed.
   *
   * @return the work to time, once
   */
  Supplier<Attempt> prepare(SpatialProblem problem);
}
