package org.plimsoll.bench.peers;

import java.util.function.Supplier;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** ojAlgo, which is written in Java, as it comes. */
record OjAlgo() implements ProgramSolver {
  @Override
  public String name() {
    return "ojAlgo";
  }

  @Override
  public Supplier<Attempt> prepare(Program program) {
    Optimisation.Options options = new Optimisation.Options();
    options.time_abort = LIMIT_SECONDS * 1000L;
    options.time_suffice = options.time_abort;
    ExpressionsBasedModel model = new ExpressionsBasedModel(options);
    Expression squares = model.newExpression("squares").weight(1);
    for (int column = 0; column < program.columns(); column++) {
      model.newVariable("x" + column).lower(0).weight(program.linear(column));
      if (program.upper(column) < Double.POSITIVE_INFINITY) {
        model.getVariable(column).upper(program.upper(column));
      }
      if (program.square(column) != 0) {
        squares.set(column, column, program.square(column) / 2);
      }
    }
    for (int row = 0; row < program.rows(); row++) {
      Expression balance = model.newExpression("row" + row).level(0);
      for (int column : program.row(row)) {
        balance.set(column, program.coefficient(column));
      }
    }
    return () -> {
      Optimisation.Result result = model.minimise();
      return result.getState().isOptimal()
          ? new Attempt.Found(program.plan(result::doubleValue), "")
          : new Attempt.None("no optimum: " + result.getState());
    };
  }
}
