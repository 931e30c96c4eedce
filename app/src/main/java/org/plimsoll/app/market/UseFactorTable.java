package org.plimsoll.app.market;

import java.util.List;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.planner.plan.ActionPlan.UseFactor;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;

/** Factors on final use with which the controls in force give the latest prices. */
final class UseFactorTable {
  private UseFactorTable() {}

  /** The table, shown if there is any factor. */
  static Table<UseFactor> of(List<UseFactor> factors) {
    return Table.of("useFactors", "Final use for the latest prices under the controls", factors)
        .product("product", "product", UseFactor::product)
        .cell("beforeUsdPerTonne", "before the control", Kind.RANGE, f -> cell(f.before()))
        .words("beforeDate", "of", UseFactor::beforeDate)
        .cell("latestUsdPerTonne", "aimed at", Kind.RANGE, f -> cell(f.latest()))
        .words("latestDate", "of", UseFactor::latestDate)
        .cell("reachedUsdPerTonne", "reached", Kind.RANGE, f -> cell(f.reached()))
        .cell("factor", "factor on final use", Kind.RANGE, f -> cell(f.factor()))
        .words("state", "price", f -> f.state().word())
        .words("why", "why not", UseFactor::why)
        .ifAny();
  }

  private static Cell cell(Result result) {
    return switch (result) {
      case Figure figure -> new Cell.Range(figure.value(), Cell.DIGITS, false);
      case NoFigure none -> new Cell.Missing(none.why());
    };
  }
}
