package org.plimsoll.bench.peers;

import java.util.function.Supplier;

/** A solver of linear or convex quadratic programs. */
interface ProgramSolver {
  /** Seconds after which it stops. */
  int LIMIT_SECONDS = 900;

  /** As the table calls it. */
  String name();

  /**
   * Puts the program into the solver's own form.
   *
   * @return what solves it, once
   */
  Supplier<Attempt> prepare(Program program);
}
