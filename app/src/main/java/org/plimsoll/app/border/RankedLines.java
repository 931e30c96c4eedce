package org.plimsoll.app.border;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.drawing.Svg;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.border.screening.Finding;
import org.plimsoll.border.screening.PriceAmongPeers;
import org.plimsoll.border.screening.Ranked;

/**
 * Lines in the order by money: a row each, with the price beside that of its peers.
 *
 * @param lines in their order
 */
record RankedLines(List<Ranked> lines) implements Block {
  /** Said with every answer by money. */
  static final String AT_STAKE =
      "At stake is the levy, with other duties, that a line would owe more if its reason holds: at"
          + " the median of its peers, under the dearer code, or from the origin that pays most."
          + " Lines come by that amount times the share not explained; goods under no measure"
          + " last.";

  private static final double WIDTH = 150;
  private static final double HEIGHT = 20;

  /** Powers of ten to either side of the median: from a third of it to three times. */
  private static final double DECADES = 0.5;

  private static final List<String> HEADS =
      List.of(
          "rank",
          "entry",
          "goods",
          "code",
          "origin",
          "importer",
          "value a kg",
          "beside its peers",
          "at stake");

  RankedLines {
    lines = List.copyOf(lines);
  }

  private record Row(int rank, Ranked line) {}

  private static List<Row> rows(List<Ranked> lines) {
    List<Row> rows = new ArrayList<>();
    for (Ranked line : lines) {
      rows.add(new Row(rows.size() + 1, line));
    }
    return rows;
  }

  /** As a table of an answer. */
  static Table<?> table(List<Ranked> lines) {
    return Table.of("ranked", "To look at first, by money", rows(lines))
        .count("rank", "rank", Row::rank)
        .words("entry", "entry", r -> r.line().key())
        .words("goods", "goods", r -> goods(r.line()))
        .words("code", "code", r -> r.line().goods().code())
        .words("origin", "origin", r -> origin(r.line()))
        .words("importer", "importer", r -> r.line().goods().importer())
        .words("valuePerKilogram", "value a kg", r -> price(r.line(), PriceAmongPeers::perKilogram))
        .words("peersMedian", "of peers", r -> price(r.line(), PriceAmongPeers::median))
        .words("stake", "at stake", r -> stake(r.line()))
        .share("share", "not explained", r -> r.line().share())
        .words("test", "test", r -> first(r.line()).suspicion().word())
        .words("trial", "that test on made-up", r -> trial(r.line()))
        .words("reason", "reason", r -> first(r.line()).figures());
  }

  /**
   * The page.
   *
   * @param answer of the screening, whose other tables stand below the lines
   */
  static Page page(Answer answer, List<Ranked> lines) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("first", "To look at first", List.of(new RankedLines(lines))));
    sections.addAll(
        AnswerHtml.sections(
            answer.tables().stream().filter(table -> !table.key().equals("ranked")).toList()));
    sections.add(AnswerHtml.reading(answer.remarks(), false));
    return new Page(
        answer.title(),
        Optional.ofNullable(answer.facts().get(Answer.INCOMPLETE))
            .map(said -> said.text())
            .orElse("What is at stake on each line, why, and how good such a reason is"),
        List.of(),
        sections,
        List.of(),
        "Made by Plimsoll. The same entries under the same schedule give the same page.");
  }

  @Override
  public Markup render(Numbering numbering) {
    Tag head = Tag.of("tr");
    HEADS.forEach(word -> head.add(Tag.of("th").with("scope", "col").text(word)));
    Tag body = Tag.of("tbody");
    rows(lines).forEach(row -> body.add(row(row)));
    Tag table =
        Tag.of("table", "words")
            .add(Tag.of("caption").text("Lines by the levy at stake times the share not explained"))
            .add(Tag.of("thead").add(head))
            .add(body);
    return org.plimsoll.app.report.markup.Table.scrolling(table.markup(), "Lines to look at first");
  }

  /** The line, and its reason below it, since a sentence needs room. */
  private static Markup row(Row row) {
    Ranked line = row.line();
    Tag cells =
        Tag.of("tr")
            .add(
                Tag.of("th", "n")
                    .with("scope", "row")
                    .with("rowspan", "2")
                    .text(Integer.toString(row.rank())))
            .add(Tag.of("td").text(line.key()))
            .add(Tag.of("td").text(goods(line)))
            .add(Tag.of("td").text(line.goods().code()))
            .add(Tag.of("td").text(origin(line)))
            .add(Tag.of("td").text(line.goods().importer()))
            .add(Tag.of("td", "n").text(price(line, PriceAmongPeers::perKilogram)))
            .add(Tag.of("td").add(line.price().map(RankedLines::strip).orElse(Markup.NONE)))
            .add(Tag.of("td", "n").text(stake(line)));
    Tag reason =
        Tag.of("tr")
            .add(
                Tag.of("td", "long")
                    .with("colspan", Integer.toString(HEADS.size() - 1))
                    .text(sentence(line)));
    return Markup.of(cells.markup(), reason.markup());
  }

  private static String sentence(Ranked line) {
    Finding first = first(line);
    return "%s: %s. %.0f%% not explained; of such marks on made-up entries %s are true."
        .formatted(first.suspicion().word(), first.figures(), 100 * first.share(), trial(line));
  }

  private static Finding first(Ranked line) {
    return line.findings().getFirst();
  }

  private static String trial(Ranked line) {
    return ScreenEntries.words(first(line).suspicion());
  }

  private static String goods(Ranked line) {
    return line.goods().product().map(Object::toString).orElse("");
  }

  private static String origin(Ranked line) {
    return line.goods().origin().map(Object::toString).orElse("");
  }

  private static String stake(Ranked line) {
    return line.stake().map(stake -> stake.levy().toString()).orElse("under no measure");
  }

  private static String price(Ranked line, Function<PriceAmongPeers, Double> of) {
    return line.price()
        .map(price -> String.format(Locale.ROOT, "%.4g %s", of.apply(price), price.currency()))
        .orElse("");
  }

  /** What is usual as a band around the median, by powers of ten, and the line as a mark. */
  private static Markup strip(PriceAmongPeers price) {
    double low = at(price.low() / price.median());
    double high = at(price.high() / price.median());
    double here = at(price.perKilogram() / price.median());
    String said =
        String.format(
            Locale.ROOT,
            "%.3g times the median of %d peers; usual: %.3g to %.3g",
            price.perKilogram() / price.median(),
            price.peers(),
            price.low(),
            price.high());
    return Tag.of("svg")
        .with("role", "img")
        .with("width", WIDTH)
        .with("height", HEIGHT)
        .with("viewBox", "0 0 " + Tag.number(WIDTH) + " " + Tag.number(HEIGHT))
        .with("aria-label", said)
        .add(Tag.of("title").text(said))
        .add(Svg.line(0, HEIGHT / 2, WIDTH, HEIGHT / 2, "grid"))
        .add(Svg.rect(low, 5, high - low, 10, Tone.BLUE.land()))
        .add(Svg.line(WIDTH / 2, 2, WIDTH / 2, HEIGHT - 2, "axis"))
        .add(Svg.rect(here - 3, 4, 6, 12, Tone.ORANGE.fill()))
        .markup();
  }

  private static double at(double ratio) {
    double part = Math.clamp(Math.log10(ratio) / DECADES, -1, 1);
    return WIDTH / 2 + part * (WIDTH / 2 - 4);
  }
}
