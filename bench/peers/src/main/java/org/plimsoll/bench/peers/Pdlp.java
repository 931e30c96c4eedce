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
record Pdlp(int threads) implements Contender {
  Pdlp {
    Loader.loadNativeLibraries();
  }

  @Override
  public String name() {
    return "PDLP, %d threads".formatted(threads);
  }

  @Override
  public Supplier<Attempt> prepare(SpatialProblem problem) {
    MPModelRequest request =
        MPModelRequest.newBuilder()
            .setModel(model(problem))
            .setSolverType(MPModelRequest.SolverType.PDLP_LINEAR_PROGRAMMING)
            .setSolverTimeLimitSeconds(LIMIT_SECONDS)
            .setSolverSpecificParameters(
                ("termination_criteria { simple_optimality_criteria {"
                        + " eps_optimal_relative: 1e-8 eps_optimal_absolute: 1e-8 } }"
                        + " num_threads: %d")
                    .formatted(threads))
            .build();
    return () -> solve(problem, request);
  }

  private static Attempt solve(SpatialProblem problem, MPModelRequest request) {
    MPSolutionResponse response = MPSolver.solveWithProto(request);
    MPSolverResponseStatus status = response.getStatus();
    if (status != MPSolverResponseStatus.MPSOLVER_OPTIMAL) {
      return new Attempt.None(
          "no optimum, %s at the limit of %,d s".formatted(status, LIMIT_SECONDS));
    }
    return new Attempt.Found(problem.plan(response::getVariableValue), "");
  }

  private static MPModelProto model(SpatialProblem problem) {
    MPModelProto.Builder model = MPModelProto.newBuilder();
    MPQuadraticObjective.Builder squares = MPQuadraticObjective.newBuilder();
    for (int column = 0; column < problem.columns(); column++) {
      model.addVariable(
          MPVariableProto.newBuilder()
              .setLowerBound(0)
              .setObjectiveCoefficient(problem.linear(column)));
      if (problem.halfSquare(column) != 0) {
        squares
            .addQvar1Index(column)
            .addQvar2Index(column)
            .addCoefficient(problem.halfSquare(column) / 2);
      }
    }
    for (int row = 0; row < problem.rows(); row++) {
      MPConstraintProto.Builder balance =
          MPConstraintProto.newBuilder().setLowerBound(0).setUpperBound(0);
      int[] columns = problem.row(row);
      for (int k = 0; k < columns.length; k++) {
        balance.addVarIndex(columns[k]).addCoefficient(k < columns.length - 1 ? 1 : -1);
      }
      model.addConstraint(balance);
    }
    return model.setQuadraticObjective(squares).build();
  }
}
