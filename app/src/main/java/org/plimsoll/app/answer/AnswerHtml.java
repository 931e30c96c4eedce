package org.plimsoll.app.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.page.GradeLegend;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.report.text.CalendarText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;

/**
 * Answers in the report's words: every figure of a row whose sources are known is a number with
 * these sources and its grade.
 */
public final class AnswerHtml {
  private static final String URL = "url";
  private static final String SOURCE = "source";

  /** A number of the page bears its grade and status, and leads to its source. */
  private static final List<String> MARKS = List.of("grade", "status");

  /** From here on a column holds sentences, which need room. */
  private static final int SENTENCE = 28;

  private AnswerHtml() {}

  /**
   * An answer as a page: a section for each table, then the remarks.
   *
   * @param datasets for the list of sources
   */
  public static Page page(Answer answer, List<Evidence.Dataset> datasets) {
    List<Section> sections = new ArrayList<>(sections(answer.listShown()));
    boolean isGraded =
        answer.tables().stream()
            .flatMap(table -> table.known().stream())
            .anyMatch(k -> k.isPresent());
    sections.add(reading(answer.remarks(), isGraded));
    return new Page(
        answer.title(),
        "",
        answer.facts().entrySet().stream()
            .map(fact -> new Page.Particular(fact.getKey(), fact.getValue().text()))
            .toList(),
        sections,
        datasets,
        "Made by Plimsoll. The same question to the same world gives the same page.");
  }

  /** A section for each of these tables. */
  public static List<Section> sections(List<Table<?>> tables) {
    return tables.stream()
        .map(table ->
            new Section(
                "table-" + table.key().toLowerCase(Locale.ROOT), table.title(), blocks(table)))
        .toList();
  }

  /**
   * The last section of a page.
   *
   * @param isGraded whether figures of the page bear grades
   */
  public static Section reading(List<String> remarks, boolean isGraded) {
    List<Block> reading = new ArrayList<>();
    reading.add(new Bullets(false, remarks.stream().map(Inline::text).toList()));
    if (isGraded) {
      reading.add(new GradeLegend());
    }
    return new Section("reading", "How to read it", reading);
  }

  /** The table, or in words that nothing is known. */
  public static List<Block> blocks(Table<?> table) {
    return blocks(table, Pages.NONE);
  }

  /**
   * The same with a column that leads to pages of the site.
   *
   * @param column its key
   * @param address of the page about a row, from the text of the row's first cell
   */
  public static List<Block> blocks(Table<?> table, String column, UnaryOperator<String> address) {
    return blocks(table, new Pages(column, address));
  }

  /** Pages about the rows of a table, and the column that leads to them. */
  private record Pages(String column, UnaryOperator<String> address) {
    static final Pages NONE = new Pages("", text -> text);
  }

  private static List<Block> blocks(Table<?> table, Pages pages) {
    return List.of(
        table.isEmpty()
            ? Paragraph.text(table.title() + ": nothing is known.")
            : of(table.forPeople(), pages));
  }

  private static org.plimsoll.app.report.markup.Table of(Table<?> table, Pages pages) {
    List<List<Cell>> cells = table.cells();
    List<Optional<Known>> known = table.known();
    boolean isCited = known.stream().anyMatch(Optional::isPresent);
    boolean hasFigures = cells.stream().flatMap(List::stream).anyMatch(AnswerHtml::isNumber);
    int[] shown =
        IntStream.of(table.listShown(cells))
            .filter(i -> !(isCited && hasFigures) || !MARKS.contains(table.columns().get(i).key()))
            .toArray();
    List<org.plimsoll.app.report.markup.Table.Column> columns = new ArrayList<>();
    for (int i : shown) {
      columns.add(column(table.columns().get(i).heading(), cells, i));
    }
    List<org.plimsoll.app.report.markup.Table.Row> rows = new ArrayList<>();
    for (int r = 0; r < cells.size(); r++) {
      rows.add(row(table, cells.get(r), known.get(r), shown, pages));
    }
    return new org.plimsoll.app.report.markup.Table(table.title(), columns, rows);
  }

  private static org.plimsoll.app.report.markup.Table.Column column(
      String head, List<List<Cell>> cells, int column) {
    if (cells.stream().anyMatch(row -> isNumber(row.get(column)))) {
      return org.plimsoll.app.report.markup.Table.Column.numbers(head);
    }
    return cells.stream().anyMatch(row -> row.get(column).text().length() > SENTENCE)
        ? org.plimsoll.app.report.markup.Table.Column.sentences(head)
        : org.plimsoll.app.report.markup.Table.Column.words(head);
  }

  /** A year is a name; everything else that is counted or measured has a source. */
  private static boolean isNumber(Cell cell) {
    return cell.isFigure() && !(cell instanceof Cell.Whole);
  }

  private static org.plimsoll.app.report.markup.Table.Row row(
      Table<?> table, List<Cell> cells, Optional<Known> known, int[] shown, Pages pages) {
    List<Inline> inlines = new ArrayList<>();
    for (int i : shown) {
      boolean isLed = table.columns().get(i).key().equals(pages.column());
      inlines.add(
          isLed
              ? Inline.link(cells.get(i).text(), pages.address().apply(cells.getFirst().text()))
              : inline(cells.get(i), known));
    }
    find(table, cells, URL)
        .filter(text -> text.startsWith("http"))
        .ifPresent(address -> inlines.set(0, Inline.link(cells.get(shown[0]).text(), address)));
    if (known.isEmpty() || cells.stream().noneMatch(AnswerHtml::isNumber)) {
      find(table, cells, SOURCE)
          .flatMap(Origin::findSource)
          .ifPresent(source -> inlines.set(0, Inline.run(inlines.getFirst(), Inline.cite(source))));
    }
    return new org.plimsoll.app.report.markup.Table.Row(inlines);
  }

  private static Optional<String> find(Table<?> table, List<Cell> cells, String key) {
    return IntStream.range(0, cells.size())
        .filter(i -> table.columns().get(i).key().equals(key))
        .mapToObj(i -> cells.get(i).text())
        .findFirst();
  }

  private static Inline inline(Cell cell, Optional<Known> known) {
    if (cell instanceof Cell.Day day) {
      // On the page a day is written out and stays in one line.
      return Inline.text(CalendarText.of(day.value()).replace(' ', '\u00a0'));
    }
    if (known.isEmpty()) {
      return Inline.text(cell.text());
    }
    return switch (cell) {
      case Cell.Figure f -> num(Interval.exactly(f.value()), Unit.NONE, f.digits(), known.get());
      case Cell.Share s -> num(Interval.exactly(s.value()), Unit.PERCENT, s.digits(), known.get());
      case Cell.Range r ->
          num(r.value(), r.isShare() ? Unit.PERCENT : Unit.NONE, r.digits(), known.get());
      case Cell.Span s ->
          s.low() < s.high()
              ? num(
                  new Interval(s.low(), (s.low() + s.high()) / 2, s.high()),
                  Unit.NONE,
                  Cell.DIGITS - 1,
                  known.get())
              : num(Interval.exactly(s.low()), Unit.NONE, s.digits(), known.get());
      case Cell.Tiny t -> num(Interval.exactly(t.value()), Unit.NONE, 1, known.get());
      case Cell.Count _, Cell.Exact _, Cell.Whole _ -> Inline.text(cell.text());
      case Cell.Words _, Cell.Names _, Cell.Truth _, Cell.Day _, Cell.Fields _, Cell.Missing _ ->
          Inline.text(cell.text());
    };
  }

  private static Inline num(Interval value, Unit unit, int digits, Known how) {
    Num num = Num.of(value, unit, how.grade(), how.status(), how.origin(), how.note());
    return digits < Cell.DIGITS ? num.writtenAs(Grade.C) : num;
  }
}
