package org.plimsoll.app.plan;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.plan.Result;

/**
 * A column of a table of the plan.
 *
 * @param <R> what a row is about
 */
sealed interface Column<R> {
  /** Its name in files; empty if it stands on the page only. */
  String key();

  /** Its head on the page; empty if it stands in files only. */
  String heading();

  /**
   * A column of words.
   *
   * @param kind how the page sets it
   * @param text in files
   * @param shown on the page
   */
  record Words<R>(
      String key,
      String heading,
      Table.Column.Kind kind,
      Function<R, String> text,
      BiFunction<Wording, R, Inline> shown)
      implements Column<R> {
    /** Whether it is one of the words that name a row, unlike a sentence about it. */
    boolean isName() {
      return kind == Table.Column.Kind.WORDS && !key.isEmpty();
    }
  }

  /**
   * A column of figures. On the page, {@code {}} in the heading is the unit of money.
   *
   * @param kind what its unit measures
   * @param unit on the page; empty if its kind says it
   * @param result the figure, or why there is none
   */
  record Figures<R>(
      String key,
      String heading,
      Units.Kind kind,
      Optional<Unit> unit,
      Function<R, ? extends Result> result)
      implements Column<R> {}
}
