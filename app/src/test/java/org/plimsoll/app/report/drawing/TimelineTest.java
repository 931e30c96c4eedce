package org.plimsoll.app.report.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Width;

class TimelineTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);

  private static Timeline.State state(String text) {
    return switch (text) {
      case "open" -> new Timeline.State.Open();
      case "unknown" -> new Timeline.State.Unknown();
      default -> new Timeline.State.Done(LocalDate.parse(text));
    };
  }

  private static Timeline.Item item(String id, String due, String state) {
    return new Timeline.Item(
        id,
        "promise " + id,
        "A",
        LocalDate.of(2026, 2, 4),
        due.equals("none") ? Optional.empty() : Optional.of(LocalDate.parse(due)),
        state(state),
        "its standing",
        "",
        List.of());
  }

  @Test
  void rowsAreByDateAndThoseWithoutOneComeLast() {
    Timeline timeline =
        new Timeline(
            "t",
            AS_OF,
            List.of(
                item("c", "none", "open"),
                item("b", "2026-05-01", "open"),
                item("a", "2026-04-01", "2026-04-02")));
    assertEquals(List.of("a", "b", "c"), timeline.items().stream().map(i -> i.id()).toList());
    assertEquals(
        "3 promises as of 24 Nov 2026: 1 done, 2 past their date when done or still not done,"
            + " 0 past it with nothing known.",
        timeline.description());
  }

  @Test
  void theStripRunsOverWholeMonthsFromEdgeToEdge() {
    TimeStrip strip = TimeStrip.of(AS_OF, List.of(LocalDate.of(2026, 2, 4), AS_OF));
    assertEquals(LocalDate.of(2026, 2, 1), strip.first());
    assertEquals(LocalDate.of(2026, 12, 1), strip.last());
    // Due and as of 24 November: 296 of 303 days, over the 284 units from 8 to 292.
    String row = strip.row(item("a", "2026-11-24", "open"), "open").toString();
    assertTrue(row.contains("<path class=\"due\" d=\"M285.4 5L291.4 11"), row);
  }

  @Test
  void aLateRowIsMarkedInWordsToo() {
    Timeline timeline = new Timeline("t", AS_OF, List.of(item("a", "2026-03-06", "open")));
    String html = timeline.markup("x", Width.PAGE, new Numbering()).toString();
    assertTrue(html.contains("<td class=\"late\">its standing</td>"), html);
    assertTrue(html.contains("aria-label=\"made 4 Feb 2026, due 6 Mar 2026: its standing\""), html);
  }

  @Test
  void whereNobodyKnowsNothingIsSaidLoudly() {
    Timeline timeline = new Timeline("t", AS_OF, List.of(item("a", "2026-03-06", "unknown")));
    String html = timeline.markup("x", Width.PAGE, new Numbering()).toString();
    assertTrue(html.contains("<td class=\"missing\">its standing</td>"), html);
    assertTrue(
        timeline
            .description()
            .endsWith(
                "0 past their date when done or still not done,"
                    + " 1 past it with nothing known."));
  }

  @Test
  void theRegistersOwnWordsStandAndThePromiseLeadsToWhereItCanBeRead() {
    Timeline.Item item =
        new Timeline.Item(
            "X1",
            "a promise",
            "A",
            LocalDate.of(2026, 2, 4),
            Optional.of(LocalDate.of(2026, 3, 6)),
            state("open"),
            "overdue by 263 days",
            "https://example.org/x1",
            List.of());
    String html =
        new Timeline("t", AS_OF, List.of(item)).markup("x", Width.PAGE, new Numbering()).toString();
    assertTrue(html.contains("<a href=\"https://example.org/x1\" rel=\"noreferrer\">a promise"));
    assertTrue(html.contains("overdue by 263 days"), html);
  }

  /** A promise for 2038 must not squeeze those of this year into a few pixels. */
  @Test
  void whatLiesFarAheadIsDrawnAtTheEdgeAsAnArrow() {
    LocalDate far = LocalDate.of(2038, 12, 31);
    TimeStrip strip = TimeStrip.of(AS_OF, List.of(LocalDate.of(2010, 1, 1), AS_OF, far));
    assertEquals(LocalDate.of(2024, 11, 1), strip.first());
    assertEquals(LocalDate.of(2028, 12, 1), strip.last());
    String row = strip.row(item("a", "2038-12-31", "open"), "open").toString();
    assertTrue(row.contains("d=\"M287 5L298 11L287 17Z\""), row);
  }
}
