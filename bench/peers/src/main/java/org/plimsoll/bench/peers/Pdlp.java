package org.plimsoll.bench.peers;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraintProto;
import com.google.ortools.linearsolver.MPModelProto;
import com.google.ortools.linearsolver.MPModelRequest;
import com.google.ortools.linearsolver.MPQuadraticObjective;
import com.google.ortools.linearsolver.MPSolutionResponse;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverResponseStatus;
import com.google.ortools.linearsolver.MPVariableProto;
import java.util.function.Supplier;

/**
 * PDLP of OR-Tools, a first-order method and the best general solver for such programs that was
 * found, at a relative tolerance of 1e-8.
 *
 * @param threads on which it works
 */
record Pdlp(int threads) implements ProgramSolver {
  Pdlp {
    Loader.loadNativeLibraries();
  }

  @Override
  public String name() {
    return threads == 1 ? "PDLP, 1 thread" : "PDLP, %d threads".formatted(threads);
  }

  @Override
  public Supplier<Attempt> prepare(Program program) {
    MPModelRequest request =
        MPModelRequest.newBuilder()
            .setModel(model(program))
            .setSolverType(MPModelRequest.SolverType.PDLP_LINEAR_PROGRAMMING)
            .setSolverTimeLimitSeconds(LIMIT_SECONDS)
            .setSolverSpecificParameters(
                "termination_criteria { simple_optimality_criteria {"
                    + " eps_optimal_relative: 1e-8 eps_optimal_absolute: 1e-8 } } num_threads: "
                    + threads)
            .build();
    return () -> solve(program, request);
  }

  private static Attempt solve(Program program, MPModelRequest request) {
    MPSolutionResponse response = MPSolver.solveWithProto(request);
    MPSolverResponseStatus status = response.getStatus();
    return status == MPSolverResponseStatus.MPSOLVER_OPTIMAL
        ? new Attempt.Found(program.plan(response::getVariableValue), "")
        : new Attempt.None("no optimum: %s, limit %d s".formatted(status, LIMIT_SECONDS));
  }

  private static MPModelProto model(Program program) {
    MPModelProto.Builder model = MPModelProto.newBuilder();
    MPQuadraticObjective.Builder squares = MPQuadraticObjective.newBuilder();
    for (int column = 0; column < program.columns(); column++) {
      model.addVariable(
          MPVariableProto.newBuilder()
              .setLowerBound(0)
              .setUpperBound(program.upper(column))
              .setObjectiveCoefficient(program.linear(column)));
      if (program.square(column) != 0) {
        squares
            .addQvar1Index(column)
            .addQvar2Index(column)
            .addCoefficient(program.square(column) / 2);
      }
    }
    for (int row = 0; row < program.rows(); row++) {
      MPConstraintProto.Builder balance =
          MPConstraintProto.newBuilder().setLowerBound(0).setUpperBound(0);
      for (int column : program.row(row)) {
        balance.addVarIndex(column).addCoefficient(program.coefficient(column));
      }
      model.addConstraint(balance);
    }
    return model.setQuadraticObjective(squares).build();
  }
}
