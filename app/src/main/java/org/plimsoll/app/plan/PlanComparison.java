package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;

/** Two plans side by side: what each was asked, what each says first, and figures that differ. */
public final class PlanComparison {
  /** Rows of differences that people see; programs get all. */
  private static final int SHOWN = 60;

  /** Less than this share of the larger is a solver's rounding. */
  private static final double ROUNDING = 1e-6;

  private PlanComparison() {}

  /**
   * A figure that one plan has otherwise than the other.
   *
   * @param table of the plan
   * @param row its words
   * @param figure column of the table
   * @param a what the first plan has there
   * @param b what the second has
   */
  private record Difference(String table, String row, String figure, Result a, Result b) {
    Cell difference() {
      return a instanceof Figure first && b instanceof Figure second
          ? new Cell.Figure(second.central() - first.central(), Cell.DIGITS)
          : new Cell.Missing("no figure on both sides");
    }

    Known known() {
      List<Figure> both = Stream.of(a, b).flatMap(result -> result.find().stream()).toList();
      List<String> from = new ArrayList<>();
      both.forEach(figure -> {
        from.addAll(figure.derivedFrom());
        from.add(figure.source());
      });
      from.removeIf(String::isEmpty);
      return new Known(
          both.stream().map(Figure::grade).reduce(Grade.A, Grade::worse),
          Status.DERIVED,
          Origin.derived(Origins.brief(from)),
          "");
    }
  }

  /** A line of the frame or the headline. */
  private record Line(String what, String a, String b) {}

  /** What the second plan has otherwise than the first. */
  public static Answer of(ActionPlan a, ActionPlan b) {
    List<Difference> differences = new ArrayList<>();
    Stream.of(PlanTables.ALL, StopTables.ALL, CaseTables.ALL)
        .flatMap(List::stream)
        .forEach(table -> differences.addAll(differences(table, a, b)));
    return Answer.of("Two plans: " + a.frame().scenario() + " and " + b.frame().scenario())
        .fact("figuresThatDiffer", differences.size())
        .with(
            lines("frames", "Asked otherwise", frames(a, b)),
            lines("headlines", "What each says first", headlines(a, b)),
            Table.of("differences", "Figures that differ", differences)
                .knownAs(Difference::known)
                .words("table", "table", Difference::table)
                .words("row", "row", Difference::row)
                .words("figure", "figure", Difference::figure)
                .cell("a", "A", Kind.NUMBER, difference -> cell(difference.a()))
                .cell("b", "B", Kind.NUMBER, difference -> cell(difference.b()))
                .cell("difference", "difference", Kind.NUMBER, Difference::difference)
                .words("unit", "unit", difference -> difference.a().unit())
                .first(SHOWN))
        .remark("A figure differs if its central value does, or if one plan has none.");
  }

  private static Table<Line> lines(String key, String title, List<Line> lines) {
    return Table.of(key, title, lines)
        .words("what", "what", Line::what)
        .words("a", "A", Line::a)
        .words("b", "B", Line::b);
  }

  private static List<Line> frames(ActionPlan a, ActionPlan b) {
    return Stream.of(
            line("title", a.frame().title(), b.frame().title()),
            line("as of", a.frame().asOf(), b.frame().asOf()),
            line("members", a.frame().members(), b.frame().members()),
            line("horizon", a.frame().horizon(), b.frame().horizon()),
            line("prices", a.frame().priceVintage(), b.frame().priceVintage()),
            line("draws", a.frame().draws(), b.frame().draws()))
        .filter(line -> !line.a().equals(line.b()))
        .toList();
  }

  private static Line line(String what, Object a, Object b) {
    return new Line(what, a.toString(), b.toString());
  }

  private static List<Line> headlines(ActionPlan a, ActionPlan b) {
    List<String> first = PlanPage.headline(a);
    List<String> second = PlanPage.headline(b);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
      lines.add(
          new Line(
              Integer.toString(i + 1),
              i < first.size() ? first.get(i) : "",
              i < second.size() ? second.get(i) : ""));
    }
    return lines;
  }

  private static <R> List<Difference> differences(
      TableOf<R> table, ActionPlan first, ActionPlan second) {
    Map<String, R> others = byWords(table, second);
    List<Difference> found = new ArrayList<>();
    byWords(table, first)
        .forEach((words, row) -> {
          R other = others.get(words);
          if (other != null) {
            found.addAll(differences(table, words, row, other));
          }
        });
    return found;
  }

  private static <R> List<Difference> differences(TableOf<R> table, String words, R row, R other) {
    List<Difference> found = new ArrayList<>();
    for (Column<R> column : table.columns()) {
      if (column instanceof Column.Figures<R> its) {
        Result a = its.result().apply(row);
        Result b = its.result().apply(other);
        if (!isAlike(a, b)) {
          found.add(new Difference(table.name(), words, its.key(), a, b));
        }
      }
    }
    return found;
  }

  private static boolean isAlike(Result a, Result b) {
    if (a instanceof Figure first && b instanceof Figure second) {
      double larger = Math.max(Math.abs(first.central()), Math.abs(second.central()));
      return Math.abs(first.central() - second.central()) <= ROUNDING * larger;
    }
    return a instanceof NoFigure && b instanceof NoFigure;
  }

  /** Rows by the words that name them, in order; where two have the same, by their turn too. */
  private static <R> Map<String, R> byWords(TableOf<R> table, ActionPlan plan) {
    Map<String, R> rows = new LinkedHashMap<>();
    for (R row : table.rows().apply(plan)) {
      List<String> words = new ArrayList<>();
      for (Column<R> column : table.columns()) {
        if (column instanceof Column.Words<R> its && its.isName()) {
          words.add(its.text().apply(row));
        }
      }
      String name = String.join(", ", words);
      for (int turn = 2; rows.putIfAbsent(name, row) != null; turn++) {
        name = String.join(", ", words) + " (" + turn + ")";
      }
    }
    return rows;
  }

  private static Cell cell(Result result) {
    return switch (result) {
      case Figure figure -> new Cell.Figure(figure.central(), Cell.DIGITS);
      case NoFigure none -> new Cell.Missing(none.why());
    };
  }
}
