package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.language.Messages;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;

/** The few numbers of an answer that a user watches while a lever moves. */
public final class LabFigures {
  private static final String PRODUCTS = "products";
  private static final String KEY = "key";
  private static final String THIRD = "thirdCountries";

  /** Stands in a text where its argument goes. */
  private static final String PLACE = "\uFFFC";

  private final LabAnswer answer;
  private final LabBeside beside;
  private final Messages messages;

  private LabFigures(LabAnswer answer, LabBeside beside, Messages messages) {
    this.messages = messages;
    this.answer = answer;
    this.beside = beside;
  }

  /**
   * The figures of a market.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public static KeyFigures of(LabAnswer answer, LabBeside beside, Messages messages) {
    return new LabFigures(answer, beside, messages).all();
  }

  /**
   * The figures in a sentence.
   *
   * @throws java.util.NoSuchElementException if there is no market
   */
  public static Inline sentence(LabAnswer answer, Messages messages) {
    LabFigures figures = new LabFigures(answer, LabBeside.NOTHING, messages);
    List<Inline> parts =
        figures.all().items().stream()
            .map(item -> Inline.run(Inline.text(item.label() + " "), figures.spoken(item.number())))
            .toList();
    return Inline.run(joined(parts), Inline.text("."));
  }

  /** A number without its title; a reason why there is none as it is. */
  private Inline spoken(Inline number) {
    boolean isReason =
        number instanceof Inline.Missing
            || number instanceof Inline.Foreign(String _, Inline.Missing _);
    Inline words = Inline.text(number.plain());
    return isReason ? english(words) : words;
  }

  private static Inline joined(List<Inline> parts) {
    List<Inline> all = new ArrayList<>();
    for (Inline part : parts) {
      if (!all.isEmpty()) {
        all.add(Inline.text("; "));
      }
      all.add(part);
    }
    return new Inline.Run(all);
  }

  /** Titles of numbers and reasons why there is none are in English in every language. */
  private Inline english(Inline part) {
    return messages.language() == Language.ENGLISH
        ? part
        : Inline.foreign(Language.ENGLISH.code(), part);
  }

  /**
   * A few words about a cell.
   *
   * @param text with {@link #PLACE} where its number goes, or in English why it has none
   */
  private Inline filled(String text, Cell cell, String number) {
    String[] around = text.split(PLACE, 2);
    Inline inside = Inline.text(number);
    return Inline.run(
        Inline.text(around[0]),
        cell instanceof Cell.Missing ? english(inside) : inside,
        Inline.text(around[1]));
  }

  private KeyFigures all() {
    List<KeyFigures.Item> items = new ArrayList<>();
    price(messages.say("figure.alliance"), "alliance").ifPresent(items::add);
    price(messages.say("figure.third"), THIRD).ifPresent(items::add);
    items.add(
        item(
            messages.say("figure.days"),
            KEY,
            "afterDaysOfShortage",
            Unit.NONE,
            noted(
                filled(
                    messages.say("figure.before", PLACE),
                    cell(KEY, "beforeDaysOfShortage"),
                    cell(KEY, "beforeDaysOfShortage").text()),
                KEY,
                "afterDaysOfShortage",
                LabQuantity.DAYS_OF_SHORTAGE,
                Unit.NONE)));
    boolean isAtLeast = cell(KEY, "atLeast") instanceof Cell.Truth(boolean value) && value;
    items.add(
        item(
            messages.say("figure.gain"),
            KEY,
            "membersGainUsdMillion",
            Unit.NONE,
            noted(
                Inline.text(
                    isAtLeast ? messages.say("figure.at-ceiling") : messages.say("figure.over")),
                KEY,
                "membersGainUsdMillion",
                LabQuantity.MEMBERS_GAIN,
                Unit.NONE)));
    items.add(
        item(
            messages.say("figure.levy"),
            KEY,
            "levyUsdMillion",
            Unit.NONE,
            Inline.text(messages.say("figure.collected"))));
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
    Inline note =
        before instanceof Cell.Figure figure
            ? filled(
                messages.say("figure.before", PLACE),
                before,
                NumberText.of(
                    Interval.exactly(figure.value()), Unit.USD_PER_KG, known(PRODUCTS).grade()))
            : filled(messages.say("figure.before.none", PLACE), before, before.text());
    LabQuantity quantity =
        who.equals(THIRD) ? LabQuantity.THIRD_COUNTRIES_PRICE : LabQuantity.ALLIANCE_PRICE;
    String column = who + "AfterUsdPerTonne";
    return Optional.of(
        item(
            label,
            PRODUCTS,
            column,
            Unit.USD_PER_KG,
            noted(note, PRODUCTS, column, quantity, Unit.USD_PER_KG)));
  }

  /** A note with what A has, and the range that draws have. */
  private Inline noted(Inline note, String table, String column, LabQuantity quantity, Unit unit) {
    Grade grade = known(KEY).grade();
    List<Inline> all = new ArrayList<>(List.of(note));
    beside
        .first()
        .map(a -> new LabFigures(a, LabBeside.NOTHING, messages))
        .filter(a -> !a.table(table).isEmpty())
        .map(a -> a.cell(table, column))
        .ifPresent(cell ->
            all.add(filled(messages.say("figure.first", PLACE), cell, text(cell, unit, grade))));
    beside
        .drawn()
        .flatMap(drawn -> drawn.range(quantity, unit, grade, messages))
        .ifPresent(range -> all.add(Inline.text(range)));
    return joined(all);
  }

  private static String text(Cell cell, Unit unit, Grade grade) {
    return cell instanceof Cell.Figure figure
        ? NumberText.amount(figure.value(), unit, grade)
        : cell.text();
  }

  private Cell after(String who) {
    return cell(PRODUCTS, who + "AfterUsdPerTonne");
  }

  private KeyFigures.Item item(String label, String table, String key, Unit unit, Inline note) {
    return new KeyFigures.Item(label, english(inline(table, key, unit)), note);
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
