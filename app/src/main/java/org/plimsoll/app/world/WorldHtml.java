package org.plimsoll.app.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.page.GradeLegend;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.report.text.CalendarText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;

/**
 * The page about a material in one HTML file: every figure of a row is a number with the row's
 * sources and grade.
 */
public final class WorldHtml {
  private static final String URL = "url";
  private static final String SOURCE = "source";
  private static final String GRADE = "grade";
  private static final String STATUS = "status";

  /** From here on a column holds sentences, which need room. */
  private static final int SENTENCE = 28;

  private final WorldSubject subject;

  public WorldHtml(WorldSubject subject) {
    this.subject = subject;
  }

  public String render() {
    return page().render();
  }

  /** The page in the report's words. */
  Page page() {
    WorldPage page = new WorldPage(subject);
    List<Section> sections = new ArrayList<>();
    for (WorldPart part : page.parts()) {
      sections.add(section(part));
    }
    sections.add(
        new Section(
            "reading",
            "How to read it",
            List.of(
                new Bullets(false, page.remarks().stream().map(Inline::text).toList()),
                new GradeLegend())));
    return new Page(
        subject.name(),
        "Where it is made, what it ends in, what it costs, who controls it, and how sure that is",
        List.of(
            new Page.Particular("As of", CalendarText.of(subject.evidence().asOf())),
            new Page.Particular("Volumes of", Integer.toString(subject.evidence().baseYear()))),
        sections,
        subject.evidence().datasets(),
        "Made by Plimsoll from its world pack. The same pack gives the same page.");
  }

  private static Section section(WorldPart part) {
    List<Block> blocks = new ArrayList<>(part.figures().get());
    List<String> empty = new ArrayList<>();
    for (Answer.Table table : part.tables()) {
      if (table.rows().isEmpty()) {
        empty.add(table.title());
      } else {
        blocks.add(table(table));
      }
    }
    empty.forEach(title -> blocks.add(Paragraph.text(title + ": nothing is known.")));
    return new Section(part.id(), part.title(), blocks);
  }

  private static Table table(Answer.Table table) {
    int[] shown =
        IntStream.of(table.listShown())
            // The number itself bears its grade and status, and leads to its source.
            .filter(i -> !hasFigures(table) || !isMark(table.columns().get(i).key()))
            .toArray();
    List<Table.Column> columns = new ArrayList<>();
    for (int i : shown) {
      columns.add(column(table, i));
    }
    List<Table.Row> rows = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      rows.add(row(table, r, shown));
    }
    return new Table(table.title(), columns, rows);
  }

  private static boolean isMark(String key) {
    return key.equals(GRADE) || key.equals(STATUS) || key.equals("worstGrade");
  }

  private static boolean hasFigures(Answer.Table table) {
    return table.rows().stream().flatMap(List::stream).anyMatch(WorldHtml::isNumber);
  }

  private static Table.Column column(Answer.Table table, int column) {
    String head = table.columns().get(column).heading();
    if (table.rows().stream().anyMatch(row -> isNumber(row.get(column)))) {
      return Table.Column.numbers(head);
    }
    boolean isLong =
        table.rows().stream().anyMatch(row -> row.get(column).text().length() > SENTENCE);
    return isLong ? Table.Column.sentences(head) : Table.Column.words(head);
  }

  /** A year is a name; everything else that is counted or measured has a source. */
  private static boolean isNumber(Cell cell) {
    return cell.isFigure() && !(cell instanceof Cell.Whole);
  }

  private static Table.Row row(Answer.Table table, int number, int[] shown) {
    List<Cell> cells = table.rows().get(number);
    Optional<Known> known = table.known().get(number);
    List<Inline> inlines = new ArrayList<>();
    for (int i : shown) {
      inlines.add(inline(cells.get(i), known));
    }
    Optional<String> url = find(table, cells, URL).filter(text -> text.startsWith("http"));
    url.ifPresent(address -> inlines.set(0, Inline.link(cells.get(shown[0]).text(), address)));
    if (known.isEmpty() || cells.stream().noneMatch(WorldHtml::isNumber)) {
      find(table, cells, SOURCE)
          .flatMap(Origin::findSource)
          .ifPresent(source -> inlines.set(0, Inline.run(inlines.getFirst(), Inline.cite(source))));
    }
    return new Table.Row(inlines);
  }

  private static Optional<String> find(Answer.Table table, List<Cell> cells, String key) {
    return Stream.iterate(0, i -> i < cells.size(), i -> i + 1)
        .filter(i -> table.columns().get(i).key().equals(key))
        .map(i -> cells.get(i).text())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static Inline inline(Cell cell, Optional<Known> known) {
    return switch (cell) {
      case Cell.Figure f -> num(Interval.exactly(f.value()), Unit.NONE, f.digits(), known);
      case Cell.Share s -> num(Interval.exactly(s.value()), Unit.PERCENT, s.digits(), known);
      case Cell.Range r ->
          num(r.value(), r.isShare() ? Unit.PERCENT : Unit.NONE, r.digits(), known);
      case Cell.Span s ->
          s.low() < s.high()
              ? num(
                  new Interval(s.low(), (s.low() + s.high()) / 2, s.high()),
                  Unit.NONE,
                  Cell.DIGITS - 1,
                  known)
              : num(Interval.exactly(s.low()), Unit.NONE, s.digits(), known);
      case Cell.Tiny t -> num(Interval.exactly(t.value()), Unit.NONE, 1, known);
      case Cell.Words w -> Inline.text(w.text());
      case Cell.Amount a -> Inline.text(a.text());
      case Cell.Names n -> Inline.text(n.text());
      case Cell.Whole w -> Inline.text(w.text());
      case Cell.Nothing n -> Inline.text("");
    };
  }

  private static Inline num(Interval value, Unit unit, int digits, Optional<Known> known) {
    Known how =
        known.orElseThrow(
            () -> new IllegalStateException("a row of the page has a figure without its sources"));
    Num num = Num.of(value, unit, how.grade(), how.status(), how.origin(), how.note());
    return digits < Cell.DIGITS ? num.writtenAs(Grade.C) : num;
  }
}
