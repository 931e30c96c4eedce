package org.plimsoll.bench.peers;

import java.util.function.Supplier;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** ojAlgo, the solver for quadratic programs that is written in Java. */
record OjAlgo() implements Contender {
  @Override
  public String name() {
    return "ojAlgo";
  }

  @Override
  public Supplier<Attempt> prepare(SpatialProblem problem) {
    Optimisation.Options options = new Optimisation.Options();
    options.time_abort = LIMIT_SECONDS * 1000L;
    options.time_suffice = options.time_abort;
    ExpressionsBasedModel model = new ExpressionsBasedModel(options);
    Expression squares = model.newExpression("squares").weight(1);
    for (int column = 0; column < problem.columns(); column++) {
      model.newVariable("x" + column).lower(0).weight(problem.linear(column));
      if (problem.halfSquare(column) != 0) {
        squares.set(column, column, problem.halfSquare(column) / 2);
      }
    }
    for (int row = 0; row < problem.rows(); row++) {
      Expression balance = model.newExpression("row" + row).level(0);
      int[] columns = problem.row(row);
      for (int k = 0; k < columns.length; k++) {
        balance.set(columns[k], k < columns.length - 1 ? 1 : -1);
      }
    }
    return () -> {
      Optimisation.Result result = model.minimise();
      return result.getState().isOptimal()
          ? new Attempt.Found(problem.plan(result::doubleValue), "")
          : new Attempt.None("no optimum, " + result.getState());
    };
  }
}
