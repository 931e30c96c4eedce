package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.planner.plan.Bounds;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.study.Reading;

/**
 * The columns of a file that a column of figures takes: value, low and high end; then, each where
 * some row has use for it, draws, bound and why.
 *
 * @param column of a table of the plan
 * @param hasDraws whether some figure was drawn
 * @param hasBound whether some figure is only a bound
 * @param hasWhy whether some row has no figure
 */
record FigureCells<R>(
    Column.Figures<R> column, boolean hasDraws, boolean hasBound, boolean hasWhy) {

  /**
   * What these rows need.
   *
   * @throws IllegalArgumentException if a unit is not the one that the column's name says
   */
  static <R> FigureCells<R> of(String table, Column.Figures<R> column, List<R> rows) {
    boolean hasDraws = false;
    boolean hasBound = false;
    boolean hasWhy = false;
    for (R row : rows) {
      Result result = column.result().apply(row);
      if (column.kind() != Units.Kind.OTHER && Units.kind(result.unit()) != column.kind()) {
        throw new IllegalArgumentException(
            "column %s of table %s holds figures of the kind %s, but one has the unit '%s'"
                .formatted(column.key(), table, column.kind(), result.unit()));
      }
      switch (result) {
        case NoFigure none -> hasWhy = true;
        case Figure figure -> {
          hasDraws |= figure.draws().isPresent();
          hasBound |= !figure.bounds().equals(Bounds.EXACT);
        }
      }
    }
    return new FigureCells<>(column, hasDraws, hasBound, hasWhy);
  }

  Result result(R row) {
    return column.result().apply(row);
  }

  List<String> head() {
    String key = column.key();
    List<String> head = new ArrayList<>(List.of(key, key + "_low", key + "_high"));
    if (hasDraws) {
      head.add(key + "_draws");
    }
    if (hasBound) {
      head.add(key + "_bound");
    }
    if (hasWhy) {
      head.add(key + "_why");
    }
    return head;
  }

  List<Object> cells(R row) {
    Result result = result(row);
    Optional<Figure> figure = result.find();
    List<Object> cells = new ArrayList<>();
    cells.add(amount(figure.map(Figure::central)));
    cells.add(amount(figure.map(f -> f.value().low())));
    cells.add(amount(figure.map(f -> f.value().high())));
    if (hasDraws) {
      cells.add(
          figure
              .flatMap(Figure::draws)
              .map(draws -> draws.answered() + " of " + draws.asked())
              .orElse(""));
    }
    if (hasBound) {
      cells.add(figure.map(f -> bound(f.bounds())).orElse(""));
    }
    if (hasWhy) {
      cells.add(result instanceof NoFigure none ? none.why() : "");
    }
    return cells;
  }

  private static Object amount(Optional<Double> number) {
    return number.<Object>map(CanonicalJson::number).orElse("");
  }

  /** For example {@code central at least, high at least}. */
  private static String bound(Bounds bounds) {
    List<String> parts = new ArrayList<>();
    add("low", bounds.low(), parts);
    add("central", bounds.central(), parts);
    add("high", bounds.high(), parts);
    return String.join(", ", parts);
  }

  private static void add(String end, Reading.Bound bound, List<String> parts) {
    switch (bound) {
      case EXACT -> {}
      case AT_LEAST -> parts.add(end + " at least");
      case AT_MOST -> parts.add(end + " at most");
    }
  }
}
