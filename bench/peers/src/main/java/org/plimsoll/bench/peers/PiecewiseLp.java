package org.plimsoll.bench.peers;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraintProto;
import com.google.ortools.linearsolver.MPModelProto;
import com.google.ortools.linearsolver.MPModelRequest;
import com.google.ortools.linearsolver.MPSolutionResponse;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverResponseStatus;
import com.google.ortools.linearsolver.MPVariableProto;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A linear program whose curves are stairs: each line is cut into equal pieces from nothing to the
 * most that could be made or used, and each piece costs or is worth what its middle does, so that
 * areas are right at the ends of pieces.
 *
 * @param pieces of each curve
 * @param solver of OR-Tools
 */
record PiecewiseLp(int pieces, MPModelRequest.SolverType solver) implements Contender {
  PiecewiseLp {
    Loader.loadNativeLibraries();
  }

  @Override
  public String name() {
    String of = solver.name().replace("_LINEAR_PROGRAMMING", "").toUpperCase(Locale.ROOT);
    return "linear program of %d pieces, %s".formatted(pieces, of);
  }

  @Override
  public Supplier<Attempt> prepare(SpatialProblem problem) {
    MPModelRequest request =
        MPModelRequest.newBuilder()
            .setModel(model(problem))
            .setSolverType(solver)
            .setSolverTimeLimitSeconds(LIMIT_SECONDS)
            .build();
    return () -> solve(problem, request);
  }

  private Attempt solve(SpatialProblem problem, MPModelRequest request) {
    MPSolutionResponse response = MPSolver.solveWithProto(request);
    MPSolverResponseStatus status = response.getStatus();
    if (status != MPSolverResponseStatus.MPSOLVER_OPTIMAL) {
      return new Attempt.None(
          "no optimum, %s at the limit of %,d s".formatted(status, LIMIT_SECONDS));
    }
    return new Attempt.Found(
        problem.plan(column ->
            column < problem.routes()
                ? response.getVariableValue(column)
                : total(problem, column, response)),
        "");
  }

  private double total(SpatialProblem problem, int column, MPSolutionResponse response) {
    return IntStream.range(0, pieces)
        .mapToDouble(piece -> response.getVariableValue(piece(problem, column, piece)))
        .sum();
  }

  /** The pieces of what is made and used stand where the quadratic program has one total. */
  private int piece(SpatialProblem problem, int total, int piece) {
    return problem.routes() + (total - problem.routes()) * pieces + piece;
  }

  private MPModelProto model(SpatialProblem problem) {
    MPModelProto.Builder model = MPModelProto.newBuilder();
    for (int column = 0; column < problem.routes(); column++) {
      model.addVariable(variable(problem.linear(column)));
    }
    for (int total = problem.made(0); total < problem.columns(); total++) {
      double width = most(problem, total) / pieces;
      for (int piece = 0; piece < pieces; piece++) {
        double middle = (piece + 0.5) * width;
        model.addVariable(
            variable(problem.linear(total) + problem.halfSquare(total) * middle)
                .setUpperBound(width));
      }
    }
    for (int row = 0; row < problem.rows(); row++) {
      model.addConstraint(balance(problem, problem.row(row)));
    }
    return model.build();
  }

  private MPConstraintProto.Builder balance(SpatialProblem problem, int[] columns) {
    MPConstraintProto.Builder balance =
        MPConstraintProto.newBuilder().setLowerBound(0).setUpperBound(0);
    for (int k = 0; k < columns.length - 1; k++) {
      balance.addVarIndex(columns[k]).addCoefficient(1);
    }
    for (int piece = 0; piece < pieces; piece++) {
      balance.addVarIndex(piece(problem, columns[columns.length - 1], piece)).addCoefficient(-1);
    }
    return balance;
  }

  /** Made at the highest price that anyone would pay; used at a price of nothing. */
  private static double most(SpatialProblem problem, int total) {
    if (total >= problem.used(0)) {
      return problem.use(total - problem.used(0)).quantityAt(0);
    }
    double highest =
        IntStream.range(0, problem.places())
            .mapToDouble(j -> problem.use(j).intercept())
            .max()
            .orElseThrow();
    return problem.supply(total - problem.made(0)).quantityAt(highest);
  }

  private static MPVariableProto.Builder variable(double cost) {
    return MPVariableProto.newBuilder().setLowerBound(0).setObjectiveCoefficient(cost);
  }
}
