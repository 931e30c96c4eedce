package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;

/** Two answers of the Lab about one product, side by side. */
public final class LabComparison {
  private static final String WELFARE = "welfare";

  /**
   * A figure that is compared.
   *
   * @param table where it stands, in the first row
   * @param key its column
   * @param label for a person, with its unit
   */
  private record Compared(String table, String key, String label) {}

  private static final List<Compared> FIGURES =
      List.of(
          new Compared("products", "allianceAfterUsdPerTonne", "price in the alliance, USD/t"),
          new Compared(
              "products", "thirdCountriesAfterUsdPerTonne", "price in third countries, USD/t"),
          new Compared("products", "restrictorAfterUsdPerTonne", "price at the restrictor, USD/t"),
          new Compared("products", "useAfterTonnes", "members use, t"),
          new Compared("products", "importsAfterTonnes", "members import, t"),
          new Compared("key", "afterDaysOfShortage", "days short"),
          new Compared("key", "levyUsdMillion", "levy on it, USD million a year"));

  private LabComparison() {}

  private record Line(String what, Cell first, Cell now) {
    Cell difference() {
      return first instanceof Cell.Figure a && now instanceof Cell.Figure b
          ? new Cell.Figure(b.value() - a.value(), b.digits())
          : new Cell.Missing("no figure on both sides");
    }
  }

  /**
   * The answer to a state with what differs from another: levers and figures.
   *
   * @throws IllegalArgumentException if they look at different products
   */
  public static Answer of(LabAnswer first, LabAnswer now, LabWords words) {
    if (!first.state().on().equals(now.state().on())) {
      throw new IllegalArgumentException(
          "the two states look at %s and at %s\nMaybe write the same on= in both"
              .formatted(first.state().on(), now.state().on()));
    }
    Answer answer =
        now.answer()
            .with(
                Table.of(
                        "differing",
                        "Levers that stand otherwise than in A",
                        LabDifference.list(first.state(), now.state(), words))
                    .words("key", "key", LabDifference::key)
                    .words("lever", "lever", LabDifference::lever)
                    .words("a", "A", LabDifference::first)
                    .words("now", "now", LabDifference::now));
    if (!first.isSolved() || !now.isSolved()) {
      return answer.remark(
          first
              .failure()
              .map(why -> "A has no market: " + why.message().lines().findFirst().get())
              .stream()
              .toList());
    }
    return answer
        .with(
            lines("comparison", "figure", "A, now, and the difference", figures(first, now)),
            lines(
                "gains",
                "country",
                "What countries gain, A, now, and the difference: USD million a year",
                gains(first, now)))
        .remark(
            first.asked().extended().equals(now.asked().extended())
                ? List.of()
                : List.of("The gains of A count from another scenario, horizon or price base."));
  }

  private static Table<Line> lines(String key, String what, String title, List<Line> lines) {
    return Table.of(key, title, lines)
        .words(what, what, Line::what)
        .cell("a", "A", Kind.NUMBER, Line::first)
        .cell("now", "now", Kind.NUMBER, Line::now)
        .cell("difference", "difference", Kind.NUMBER, Line::difference);
  }

  private static List<Line> figures(LabAnswer first, LabAnswer now) {
    return FIGURES.stream()
        .map(figure ->
            new Line(
                figure.label(),
                cell(table(first, figure.table()), 0, figure.key()),
                cell(table(now, figure.table()), 0, figure.key())))
        .toList();
  }

  private static List<Line> gains(LabAnswer first, LabAnswer now) {
    Set<String> names = new LinkedHashSet<>(names(now));
    names.addAll(names(first));
    List<Line> lines = new ArrayList<>();
    for (String name : names) {
      lines.add(new Line(name, gain(first, name), gain(now, name)));
    }
    return lines;
  }

  private static List<String> names(LabAnswer answer) {
    Table<?> table = table(answer, WELFARE);
    return IntStream.range(0, table.rows().size())
        .mapToObj(row -> cell(table, row, "country").text())
        .toList();
  }

  /** Whom an answer does not name gains nothing. */
  private static Cell gain(LabAnswer answer, String name) {
    int row = names(answer).indexOf(name);
    return row < 0
        ? new Cell.Figure(0, Cell.DIGITS)
        : cell(table(answer, WELFARE), row, "totalUsdMillion");
  }

  private static Table<?> table(LabAnswer answer, String key) {
    return answer.answer().tables().stream()
        .filter(table -> table.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Cell cell(Table<?> table, int row, String key) {
    Optional<Integer> column =
        IntStream.range(0, table.columns().size())
            .filter(i -> table.columns().get(i).key().equals(key))
            .boxed()
            .findFirst();
    List<List<Cell>> cells = table.cells();
    return row < cells.size()
        ? cells.get(row).get(column.orElseThrow())
        : new Cell.Missing("no solved market");
  }
}
