package org.plimsoll.app.report.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

class PageTest {
  private static final Source USGS = Source.parse("usgs-mcs@2026#gallium");
  private static final Source USGS_TOO = Source.parse("usgs-mcs@2026#germanium");
  private static final Source RUN = Source.parse("run@1#market");

  private static Num num(double value, Grade grade, Source source) {
    return Num.of(value, Unit.TONNES, new Provenance(source, grade, Status.READ, ""));
  }

  private static Page page(Block... blocks) {
    return new Page(
        "Title", "", List.of(), List.of(Section.of("one", "One", blocks)), List.of(), "end");
  }

  @Test
  void equalPagesGiveEqualBytes() {
    byte[] first = Demonstration.page().render().getBytes(StandardCharsets.UTF_8);
    byte[] second = Demonstration.page().render().getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(first, second);
  }

  @Test
  void everyElementIsClosedInOrder() {
    Matcher tag =
        Pattern.compile("<(/?)([a-zA-Z0-9]+)((?:\\s[^<>]*)?)>")
            .matcher(Demonstration.page().render());
    Deque<String> open = new ArrayDeque<>();
    int count = 0;
    while (tag.find()) {
      String name = String.valueOf(tag.group(2));
      if (String.valueOf(tag.group(3)).endsWith("/") || Set.of("meta", "br").contains(name)) {
        continue;
      }
      if (String.valueOf(tag.group(1)).isEmpty()) {
        open.push(name);
        count++;
      } else {
        assertEquals(open.pop(), name, "closed at character " + tag.start());
      }
    }
    assertTrue(open.isEmpty(), open.toString());
    assertTrue(count > 1_000);
  }

  @Test
  void neverSaysNaNAndRunsNothing() {
    String html = Demonstration.page().render();
    for (String word : List.of("NaN", "Infinity", "<script", "javascript:", " on", "style=\"")) {
      if (word.equals(" on")) {
        assertFalse(Pattern.compile("<[^>]* on[a-z]+=").matcher(html).find(), "an event handler");
      } else {
        assertFalse(html.contains(word), word);
      }
    }
  }

  @Test
  void thePolicyAdmitsExactlyTheStyleSheetOfThePage() throws NoSuchAlgorithmException {
    String html = Demonstration.page().render();
    int start = html.indexOf("<style>") + "<style>".length();
    String css = html.substring(start, html.indexOf("</style>"));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
    assertTrue(html.contains("sha256-" + Markup.escape(Base64.getEncoder().encodeToString(hash))));
    assertFalse(css.contains("@import") || css.contains("://"), "the style sheet is complete");
    assertFalse(Pattern.compile("url\\((?!#)").matcher(css).find(), "it fetches nothing");
  }

  @Test
  void aNumberIsLinkedToItsSourceAndMarkedByItsGrade() {
    String a = num(1234.5, Grade.A, USGS).render(new Numbering()).toString();
    assertEquals(
        "<a class=\"num ga\" href=\"#src-1\" title=\"Grade A · read · usgs-mcs 2026, gallium\">"
            + "1,235\u00A0t<sup>1</sup></a>",
        a);
    String c = num(1234.5, Grade.C, USGS).render(new Numbering()).toString();
    assertTrue(c.contains("class=\"num gc\"") && c.contains("<sup>C\u00A01</sup>"), c);
  }

  @Test
  void aNumberThatWasComputedLeadsToHow() {
    Origin origin =
        Origin.derived(List.of("run 7", USGS.toString(), "usgs-mcs@2026#tin", "docs/method/x.md"));
    Num num = Num.of(Interval.exactly(2), Unit.TONNES, Grade.B, Status.DERIVED, origin, "");
    Page page =
        new Page(
            "T",
            "",
            List.of(),
            List.of(Section.of("s", "S", Paragraph.of(num, num.writtenAs(Grade.C)))),
            List.of(),
            "");
    String html = page.render();
    assertTrue(html.contains("<a class=\"num gb\" href=\"#how-1\""), html);
    assertTrue(html.contains(">2\u00A0t<sup>B\u00A0c1</sup></a>"), html);
    assertTrue(html.contains(">≈\u00A02\u00A0t<sup>B\u00A0c1</sup></a>"), "its grade stays B");
    assertTrue(html.contains("<h2>2. How it was computed</h2>") && html.contains("<h2>3. Sources"));
    // A dataset is named once with all that was read in it.
    assertTrue(
        html.contains(
            "<li id=\"how-1\">run 7; usgs-mcs<sup class=\"src\"><a href=\"#src-1\""
                + " aria-label=\"source 1\">1</a></sup> gallium, tin. <span class=\"soft\">Method:"
                + " x</span></li>"),
        html);
    assertTrue(html.contains("Cited in: </b><a href=\"#computed\">How it was computed</a> (c1)"));
  }

  @Test
  void whatReadsLikeASourceIsOneAndWordsAreNone() {
    assertEquals(Origin.read(USGS), Origin.readIn(USGS.toString()));
    assertEquals(Origin.derived(List.of("F001")), Origin.readIn("F001"));
  }

  @Test
  void aLongRowIsCutWhereItIsOnlyCited() {
    String row = "word ".repeat(20).strip();
    Numbering numbering = new Numbering();
    numbering.enter("a", "Table 1");
    numbering.enterRow(row);
    numbering.cite(USGS);
    String html = new SourceList(numbering, List.of()).markup().toString();
    assertTrue(html.contains("(word word word word word word word word…)"), html);
  }

  @Test
  void aRangeIsPartOfTheNumber() {
    Provenance run = new Provenance(RUN, Grade.B, Status.DERIVED, "90% of draws");
    Num num = Num.of(new Interval(1, 2, 3), Unit.TONNES, run);
    String html = num.render(new Numbering()).toString();
    assertTrue(
        html.contains(">2\u00A0t <span class=\"range\">(1 to 3)<sup>B\u00A01</sup></span>"), html);
    assertTrue(html.contains("Grade B · derived · central 2\u00A0t · run 1, market · 90% of"));
  }

  @Test
  void eachSourceIsListedOnceWithTheRowsThatCiteIt() {
    Table table =
        new Table(
            "Output",
            List.of(Table.Column.words("metal"), Table.Column.numbers("t")),
            List.of(
                Table.Row.of(Inline.text("gallium"), num(760, Grade.A, USGS)),
                Table.Row.of(Inline.text("germanium"), num(220, Grade.B, USGS_TOO)),
                Table.Row.of(Inline.text("tin"), num(5, Grade.C, RUN).withSource(USGS))));
    String html = page(Paragraph.of(num(1, Grade.A, RUN)), table).render();
    assertEquals(2, html.split("<li id=\"src-", -1).length - 1);
    assertTrue(html.contains("<li id=\"src-1\"><p class=\"cite\">run, edition 1</p>"), html);
    assertTrue(
        html.contains(
            "Read: </b>gallium; germanium</p><p class=\"where\"><b>Cited in:"
                + " </b><a href=\"#table-1\">Table 1</a> (gallium, germanium, tin)</p>"),
        html);
    assertTrue(
        html.contains("<a href=\"#one\">section 1</a>; <a href=\"#table-1\">Table 1</a> (tin)</p>"),
        html);
    assertTrue(html.contains("2 of grade A, 1 of grade B, 1 of grade C."), html);
  }

  @Test
  void tablesHaveHeadsForRowsAndColumns() {
    String html =
        page(new Table("T", List.of(Table.Column.words("a")), List.of(Table.Row.ofText("<b>"))))
            .render();
    assertTrue(html.contains("<th scope=\"col\">a</th>"), html);
    assertTrue(html.contains("<th scope=\"row\">&lt;b&gt;</th>"), html);
  }

  @Test
  void anchorsAreUniqueAndRowsAreComplete() {
    assertThrows(IllegalArgumentException.class, () -> Section.of("Not Good", "x"));
    Section twice = Section.of("one", "One");
    assertThrows(
        IllegalArgumentException.class,
        () -> new Page("t", "", List.of(), List.of(twice, twice), List.of(), ""));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Table("T", List.of(Table.Column.words("a")), List.of(Table.Row.ofText("x", "y"))));
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> num(Double.POSITIVE_INFINITY, Grade.A, USGS));
  }

  /** As large as a full plan may get: 30 maps, 30 chains, 4,000 numbers. */
  @Test
  void aFullPlanStaysUnderOnePointSixMegabytes() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      blocks.add(Demonstration.page().sections().get(1).blocks().get(1));
      blocks.add(Figure.of(DemonstrationFigures.chain(), "", RUN));
    }
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      List<Inline> cells = new ArrayList<>(List.of(Inline.text("row " + i)));
      for (int j = 0; j < 5; j++) {
        cells.add(num(i * 7.0 + j, Grade.B, j == 0 ? USGS : RUN));
      }
      rows.add(new Table.Row(cells));
    }
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.words("")));
    for (int j = 0; j < 5; j++) {
      columns.add(Table.Column.numbers("n" + j));
    }
    blocks.add(new Table("Many", columns, rows));
    String html =
        new Page("Full", "", List.of(), List.of(new Section("all", "All", blocks)), List.of(), "")
            .render();
    int bytes = html.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 1_600_000, "the page has " + bytes + " bytes");
    assertEquals(1, html.split("id=\"land-JPN\"", -1).length - 1, "outlines are held once");
  }
}
