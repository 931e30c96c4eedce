package org.plimsoll.bench.peers;

import java.util.function.Supplier;

/** A way of solving spatial equilibria, to be timed. */
interface Contender {
  /** As the table calls it. */
  String name();

  /**
   * Puts the numbers into its own form, which is not timed.
   *
   * @return the work to time, once
   */
  Supplier<Attempt> prepare(SpatialProblem problem);

  /** The exact program, by a solver of such programs. */
  static Contender quadratic(ProgramSolver solver) {
    return new ByProgram(solver.name(), Program::quadratic, solver);
  }

  /** The program of curves in pieces, by a solver of linear programs. */
  static Contender stairs(int pieces, ProgramSolver solver) {
    return new ByProgram(
        "linear program, %d pieces a curve, %s".formatted(pieces, solver.name()),
        problem -> Program.stairs(problem, pieces),
        solver);
  }
}
