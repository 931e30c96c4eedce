package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.drawing.IntervalBars;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.SiteCitations;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.page.Figure;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;

/**
 * What an answer hangs on, as a part of the page: the levers unit by unit, then figures over their
 * ranges. A bar leads to its figure's row, and beside it to the page that explains the figure.
 */
final class LabReasons {
  static final String ID = "why";
  private static final int SHOWN = 10;
  private static final Unit USD_MILLION = new Unit("USD ", " m", 1, false);

  /** Prices, the chain now and before, and the map now and before have numbers before these. */
  private static final int FIGURES_BEFORE = 5;

  private final Answer why;

  private LabReasons(Answer why) {
    this.why = why;
  }

  /** The part; hidden if there is nothing that the answer hangs on. */
  static Markup of(Answer why, Width width, SiteWorld site) {
    Numbering numbering = new Numbering(new SiteCitations(), width);
    IntStream.range(0, FIGURES_BEFORE).forEach(i -> numbering.nextFigure());
    List<Block> blocks = new LabReasons(why).blocks();
    Tag part = Tag.of("section").with("id", ID);
    if (blocks.isEmpty()) {
      return part.with("hidden", "").markup();
    }
    numbering.enter(ID, "Why");
    part.add(Tag.of("h2").text(site.say("part.why")));
    blocks.forEach(block -> part.add(site.english(block).render(numbering)));
    return part.markup();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    table("slopes").ifPresent(slopes -> blocks.addAll(AnswerHtml.blocks(slopes)));
    table("priceBars").ifPresent(bars -> add(bars, Unit.USD_PER_KG, blocks));
    table("gainBars").ifPresent(bars -> add(bars, USD_MILLION, blocks));
    if (!blocks.isEmpty()) {
      why.remarks().forEach(remark -> blocks.add(Paragraph.text(remark)));
    }
    return blocks;
  }

  private Optional<Table<?>> table(String key) {
    return why.tables().stream()
        .filter(table -> table.key().equals(key) && !table.isEmpty())
        .findFirst();
  }

  private static void add(Table<?> table, Unit unit, List<Block> into) {
    Table<?> shown = table.part(0, SHOWN);
    Grade grade = shown.known().getFirst().map(Known::grade).orElse(Grade.C);
    List<IntervalBars.Bar> bars = new ArrayList<>();
    List<org.plimsoll.app.report.markup.Table.Row> rows = new ArrayList<>();
    for (List<Cell> cells : shown.cells()) {
      Bar bar = new Bar(shown, cells);
      bars.add(new IntervalBars.Bar(bar.label(), bar.span(), grade, bar.rowAddress()));
      rows.add(bar.line());
    }
    into.add(
        Figure.of(
            IntervalBars.tornado(table.title(), unit, 0, bars),
            "Each figure over its range, all else central. A name leads to its row."));
    into.add(all ->
        Tag.of("details", "numbers")
            .add(Tag.of("summary").text("Rows and pages of these figures"))
            .add(rows(table.title(), rows).unnumbered(all))
            .markup());
  }

  private static org.plimsoll.app.report.markup.Table rows(
      String title, List<org.plimsoll.app.report.markup.Table.Row> rows) {
    return new org.plimsoll.app.report.markup.Table(
        title,
        List.of(
            org.plimsoll.app.report.markup.Table.Column.sentences("figure"),
            org.plimsoll.app.report.markup.Table.Column.words("range"),
            org.plimsoll.app.report.markup.Table.Column.sentences("row"),
            org.plimsoll.app.report.markup.Table.Column.words("page")),
        rows);
  }

  /** A row of a table of bars. */
  private record Bar(Table<?> table, List<Cell> cells) {
    private Cell cell(String key) {
      int at =
          IntStream.range(0, cells.size())
              .filter(i -> table.columns().get(i).key().equals(key))
              .findFirst()
              .orElseThrow();
      return cells.get(at);
    }

    private String text(String key) {
      return cell(key).text();
    }

    private double number(String key) {
      return cell(key) instanceof Cell.Figure figure ? figure.value() : 0;
    }

    String label() {
      String scope = text("scope");
      return text("figure").replace('-', ' ') + (scope.equals("*") ? "" : ", " + scope);
    }

    Interval span() {
      double one = number("atLow");
      double other = number("atHigh");
      return new Interval(Math.min(0, Math.min(one, other)), 0, Math.max(0, Math.max(one, other)));
    }

    Optional<String> rowAddress() {
      return Origin.findSource(text("source")).map(row -> new SiteCitations().ofSource(row, 0));
    }

    org.plimsoll.app.report.markup.Table.Row line() {
      String page = text("method").replaceAll("^docs/method/(.*)\\.md$", "$1");
      return new org.plimsoll.app.report.markup.Table.Row(
          List.of(
              Inline.text(label()),
              Inline.text(text("range")),
              rowAddress().map(to -> Inline.link(text("row"), to)).orElse(Inline.text(text("row"))),
              Inline.link(page, "/method/" + page)));
    }
  }
}
