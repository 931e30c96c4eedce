package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Interval;

/** The few numbers of an answer that a user watches while a lever moves. */
public final class LabFigures {
  private static final String PRODUCTS = "products";
  private static final String KEY = "key";
  private static final String THIRD = "thirdCountries";

  private final LabAnswer answer;

  private LabFigures(LabAnswer answer) {
    this.answer = answer;
  }

  /**
   * The figures of a market.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public static KeyFigures of(LabAnswer answer) {
    return new LabFigures(answer).all();
  }

  /**
   * The figures in a sentence.
   *
   * @throws java.util.NoSuchElementException if there is no market
   */
  public static String sentence(LabAnswer answer) {
    return of(answer).items().stream()
            .map(item -> item.label() + " " + item.number().plain())
            .collect(Collectors.joining("; "))
        + ".";
  }

  private KeyFigures all() {
    List<KeyFigures.Item> items = new ArrayList<>();
    price("The alliance pays", "alliance").ifPresent(items::add);
    price("Third countries pay", THIRD).ifPresent(items::add);
    items.add(
        item(
            "Days short in the alliance",
            KEY,
            "afterDaysOfShortage",
            Unit.NONE,
            "before " + cell(KEY, "beforeDaysOfShortage").text()));
    boolean isAtLeast = cell(KEY, "atLeast") instanceof Cell.Truth(boolean value) && value;
    items.add(
        item(
            "Members gain, USD million a year",
            KEY,
            "membersGainUsdMillion",
            Unit.NONE,
            isAtLeast
                ? "at the ceiling losses may be larger"
                : "over the scenario without levers"));
    items.add(
        item(
            "Levy on it, USD million a year",
            KEY,
            "levyUsdMillion",
            Unit.NONE,
            "collected by members"));
    return new KeyFigures(items);
  }

  /** What a group pays; empty if there is nobody in it. */
  private Optional<KeyFigures.Item> price(String label, String who) {
    if (table(PRODUCTS).isEmpty()) {
      return Optional.empty();
    }
    Cell before = cell(PRODUCTS, who + "BeforeUsdPerTonne");
    if (who.equals(THIRD) && before instanceof Cell.Missing none && none.equals(after(who))) {
      return Optional.empty();
    }
    String note =
        before instanceof Cell.Figure figure
            ? "before "
                + NumberText.of(
                    Interval.exactly(figure.value()), Unit.USD_PER_KG, known(PRODUCTS).grade())
            : "before: " + before.text();
    return Optional.of(item(label, PRODUCTS, who + "AfterUsdPerTonne", Unit.USD_PER_KG, note));
  }

  private Cell after(String who) {
    return cell(PRODUCTS, who + "AfterUsdPerTonne");
  }

  private KeyFigures.Item item(String label, String table, String key, Unit unit, String note) {
    return new KeyFigures.Item(label, inline(table, key, unit), note);
  }

  private Inline inline(String table, String key, Unit unit) {
    Cell cell = cell(table, key);
    if (!(cell instanceof Cell.Figure figure)) {
      return Inline.missing(cell.text());
    }
    Known known = known(table);
    return Num.of(
        Interval.exactly(figure.value()),
        unit,
        known.grade(),
        known.status(),
        known.origin(),
        known.note());
  }

  private Table<?> table(String key) {
    return answer.answer().tables().stream()
        .filter(table -> table.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private Known known(String table) {
    return table(table).known().getFirst().orElseThrow();
  }

  private Cell cell(String key, String column) {
    Table<?> table = table(key);
    int at =
        IntStream.range(0, table.columns().size())
            .filter(i -> table.columns().get(i).key().equals(column))
            .findFirst()
            .orElseThrow();
    return cellOf(table, at);
  }

  private static <R> Cell cellOf(Table<R> table, int column) {
    return table.columns().get(column).value().apply(table.rows().getFirst());
  }
}
