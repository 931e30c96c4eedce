package org.plimsoll.app.registers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.planner.commitments.CommitmentCalendar;

/** The calendar of the registers, read again by a small reader of RFC 5545 that knows no writer. */
class CommitmentDatesTest {
  private static final Evidence WORLD = RealWorld.evidence();
  private static final String CALENDAR =
      new CommitmentList(Optional.empty(), List.of()).dates(WORLD);

  /** Content lines: a line that begins with a blank goes on with the one before it (3.1). */
  private static List<String> contentLines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\r\n", -1)) {
      if (line.startsWith(" ")) {
        lines.set(lines.size() - 1, lines.getLast() + line.substring(1));
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The properties of each event, without their parameters. */
  private static List<Map<String, String>> events(String text) {
    List<Map<String, String>> events = new ArrayList<>();
    for (String line : contentLines(text)) {
      String name = line.substring(0, line.indexOf(':')).replaceFirst(";.*", "");
      String value = line.substring(line.indexOf(':') + 1);
      if (line.equals("BEGIN:VEVENT")) {
        events.add(new TreeMap<>());
      } else if (!events.isEmpty()) {
        events.getLast().put(name, value);
      }
    }
    return events;
  }

  @Test
  void everyDateComesBack() {
    Map<String, LocalDate> expected = new TreeMap<>();
    CommitmentCalendar.of(WORLD, WORLD.asOf())
        .entries()
        .forEach(entry ->
            entry
                .dates()
                .forEach(date ->
                    expected.put(entry.commitment().id() + " " + date.kind(), date.on().last())));
    Map<String, LocalDate> found = new TreeMap<>();
    for (Map<String, String> event : events(CALENDAR)) {
      String uid = event.getOrDefault("UID", "");
      found.put(
          uid.substring(0, uid.indexOf('-')) + " " + event.getOrDefault("CATEGORIES", ""),
          LocalDate.parse(event.getOrDefault("DTSTART", ""), DateTimeFormatter.BASIC_ISO_DATE));
      assertEquals("20261201T000000Z", event.get("DTSTAMP"));
    }
    assertEquals(expected, found);
    assertEquals(expected.size(), events(CALENDAR).size(), "no identifier stands twice");
    assertEquals(LocalDate.of(2026, 11, 27), found.get("C056 EXPIRY"));
    assertEquals(LocalDate.of(2026, 7, 1), found.get("C053 REVIEW"));
    assertEquals(LocalDate.of(2027, 2, 28), found.get("M002 DUE"), "known to its month");
  }

  @Test
  void noLineIsLongerThan75OctetsAndTwoRunsWriteTheSameBytes() {
    for (String line : CALENDAR.split("\r\n", -1)) {
      int octets = line.getBytes(StandardCharsets.UTF_8).length;
      assertTrue(octets <= 75, octets + ": " + line);
    }
    assertEquals(CALENDAR, new CommitmentList(Optional.empty(), List.of()).dates(WORLD));
    assertTrue(
        contentLines(CALENDAR).stream()
            .anyMatch(line -> line.contains("Saskatchewan Research Council\\n")),
        "text is escaped");
  }
}
