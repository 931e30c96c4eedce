package org.plimsoll.bench.peers;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A spatial equilibrium solved as a program.
 *
 * @param name as the table calls it
 * @param form of the program
 * @param solver of it
 */
record ByProgram(String name, Function<SpatialProblem, Program> form, ProgramSolver solver)
    implements Contender {
  @Override
  public Supplier<Attempt> prepare(SpatialProblem problem) {
    return solver.prepare(form.apply(problem));
  }
}
