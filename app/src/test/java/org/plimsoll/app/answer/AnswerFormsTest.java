package org.plimsoll.app.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.provenance.Interval;

/** One answer in every form: each says the same, and what is missing says why. */
class AnswerFormsTest {
  private record Row(String name, double tonnes, OptionalDouble price, Interval loss) {}

  private static final Table<Row> TABLE =
      Table.of(
              "stops",
              "Stops",
              List.of(
                  new Row("a, b", 1234.5, OptionalDouble.of(0.25), new Interval(1, 2, 4)),
                  new Row("c", 2, OptionalDouble.empty(), Interval.exactly(3))))
          .words("name", "name", Row::name)
          .figure("useTonnes", "t", Row::tonnes)
          .share("share", "share", Row::price, "at the ceiling")
          .range("lossUsdMillion", "loss", Row::loss)
          .flag("isLarge", "", row -> row.tonnes() > 10);

  private static final Answer ANSWER =
      Answer.of("A title")
          .fact("asOf", LocalDate.of(2026, 11, 24))
          .fact("owed", Cell.Exact.of(new BigDecimal("1234567.80")))
          .fact("sound", true)
          .with(TABLE)
          .remark("A remark.");

  @Test
  void jsonHasNumbersBooleansAndReasons() {
    assertEquals(
        """
        {
          "asOf" : "2026-11-24",
          "owed" : 1234567.80,
          "sound" : true,
          "stops" : [
            {
              "name" : "a, b",
              "useTonnes" : 1234.5,
              "share" : 0.25,
              "lossUsdMillion" : {
                "low" : 1.0,
                "central" : 2.0,
                "high" : 4.0
              },
              "isLarge" : true
            },
            {
              "name" : "c",
              "useTonnes" : 2.0,
              "share" : null,
              "lossUsdMillion" : {
                "low" : 3.0,
                "central" : 3.0,
                "high" : 3.0
              },
              "isLarge" : false,
              "missing" : {
                "share" : "at the ceiling"
              }
            }
          ],
          "remarks" : [
            "A remark."
          ]
        }
        """,
        AnswerJson.write(ANSWER));
  }

  @Test
  void csvHasAColumnForEachEndAndForReasons() {
    assertEquals(
        """
        name,useTonnes,share,lossUsdMillion,lossUsdMillionLow,lossUsdMillionHigh,isLarge,missing
        "a, b",1234.5,0.25,2,1,4,true,
        c,2,,3,3,3,false,share: at the ceiling
        """,
        Grid.of(TABLE).csv());
  }

  @Test
  void aWorkbookHasASheetWithTheSameNumbers() {
    byte[] book = Workbook.of(Map.of("stops", Grid.of(TABLE)), "2026-11-24");
    String sheet =
        new String(
            Archive.read(book).getOrDefault("xl/worksheets/sheet1.xml", new byte[0]),
            StandardCharsets.UTF_8);
    assertTrue(sheet.contains("<v>1234.5</v>"), sheet);
    assertTrue(sheet.contains("t=\"b\""), sheet);
  }

  @Test
  void textRoundsAndSaysWhyAValueIsMissing() {
    assertEquals(
        """
        Stops
        name      t           share     loss
        a, b  1,230             25%  2 (1–4)
        c         2  at the ceiling        3

        A remark.
        """,
        new AnswerText(OptionalInt.empty(), false).write(ANSWER));
  }

  @Test
  void onATerminalNoLineIsWiderAndNothingIsLost() {
    Table<String> wide =
        Table.of("wide", "A title that is itself too long for it", List.of("first", "second"))
            .words("row", "row", row -> row)
            .count("a", "a long heading", row -> 1_000_000)
            .count("b", "another", row -> 2)
            .words("says", "says", row -> "a sentence that goes on and on for " + row + " " + row);
    String text = new AnswerText(OptionalInt.of(32), false).write(Answer.of("").with(wide));
    text.lines().forEach(line -> assertTrue(line.length() <= 32, line));
    for (String word : List.of("1,000,000", "another", "a sentence that goes", "second second")) {
      assertTrue(text.replaceAll("\\s+", " ").contains(word), text);
    }
    assertEquals(3, text.split("\nfirst ", -1).length, "rows go on below, named again: " + text);
  }

  @Test
  void aPageShowsTheTable() {
    String page = AnswerHtml.page(ANSWER, List.of()).render();
    for (String said : List.of("A title", "2026-11-24", "1,230", "at the ceiling", "A remark.")) {
      assertTrue(page.contains(said), said);
    }
  }

  /** Rows that come one at a time are written as they come, and as those in memory are. */
  @Test
  void aTableThatIsStreamedSaysTheSame() throws IOException {
    List<String> taken = new ArrayList<>();
    Table<Row> streamed =
        Table.<Row>streamed(
                "stops",
                "Stops",
                take ->
                    TABLE
                        .rows()
                        .forEach(row -> {
                          taken.add(row.name());
                          take.accept(List.of(row));
                        }))
            .words("name", "name", Row::name)
            .figure("useTonnes", "t", Row::tonnes)
            .share("share", "share", Row::price, "at the ceiling")
            .range("lossUsdMillion", "loss", Row::loss)
            .flag("isLarge", "", row -> row.tonnes() > 10);
    StringWriter whole = new StringWriter();
    Grid.writeCsv(TABLE, whole);
    assertEquals(Grid.of(TABLE).csv(), whole.toString());
    StringWriter csv = new StringWriter();
    Grid.writeCsv(streamed, csv);
    assertEquals(whole.toString(), csv.toString());
    Answer answer = Answer.of("A title").with(streamed);
    assertEquals(AnswerJson.write(Answer.of("A title").with(TABLE)), AnswerJson.write(answer));
    assertEquals(List.of("a, b", "c", "a, b", "c"), taken, "once for each form");
    AnswerText text = new AnswerText(OptionalInt.empty(), false);
    assertEquals(text.write(Answer.of("A title").with(TABLE)), text.write(answer));
  }

  @Test
  void peopleSeeTheFirstRowsAndProgramsAll() {
    Answer cut = Answer.of("").with(TABLE.first(1));
    assertTrue(new AnswerText(OptionalInt.empty(), false).write(cut).contains("the first 1 of 2"));
    assertTrue(AnswerJson.write(cut).contains("\"c\""));
  }

  @Test
  void keysAreFixedAndNotSaidTwice() {
    assertThrows(IllegalArgumentException.class, () -> TABLE.words("two words", "x", r -> ""));
    assertThrows(IllegalArgumentException.class, () -> TABLE.words("name", "x", r -> ""));
    assertThrows(IllegalArgumentException.class, () -> ANSWER.with(TABLE));
  }
}
