package org.plimsoll.app.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.statement.DueDate;

/** A calendar as RFC 5545 has it. */
class DueCalendarTest {
  private static final Head HEAD =
      new Head(7, Instant.parse("2026-12-01T09:30:15.123456Z"), "f".repeat(64));

  private static DueDate due(String id, Optional<LocalDate> day, String material) {
    return new DueDate(
        DueDate.Kind.REPLENISH,
        id,
        day,
        day.map(last -> last.plusDays(31)),
        "acme",
        material,
        "c1",
        "",
        1_234_567,
        "0123456789abcdef" + "0".repeat(48));
  }

  private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2027, 6, 30));

  @Test
  void anEventOfAWholeDay() {
    String text = DueCalendar.of("Due dates", HEAD, List.of(due("d1", DAY, "tin")));
    assertEquals(
        List.of(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Plimsoll//Vault//EN",
            "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:Due dates",
            "BEGIN:VEVENT",
            "UID:d1-0123456789abcdef@vault.plimsoll.invalid",
            "DTSTAMP:20261201T093015Z",
            "DTSTART;VALUE=DATE:20270630",
            "SUMMARY:Draw to be replenished: d1",
            "DESCRIPTION:1\\,234.567 kg of tin\\nparticipant acme\\ncontract c1\\ndefault"
                + " from 2027-07-31",
            "CATEGORIES:REPLENISH",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            ""),
        List.of(unfolded(text).split("\r\n", -1)));
    assertFalse(text.replace("\r\n", "").contains("\n"), "lines end with CR and LF");
    assertEquals(text, DueCalendar.of("Due dates", HEAD, List.of(due("d1", DAY, "tin"))));
  }

  /** RFC 5545, 3.1: a line has 75 octets at most, and folding cuts no character. */
  @Test
  void longLinesAreFolded() {
    for (int length = 0; length < 90; length++) {
      String material = "x".repeat(length) + "ÄÖ€😀".repeat(20);
      String text = DueCalendar.of("Due", HEAD, List.of(due("d1", DAY, material)));
      for (String line : text.split("\r\n", -1)) {
        assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        assertFalse(line.contains("\ufffd") || line.endsWith("\ud83d"), line);
      }
      assertTrue(unfolded(text).contains("kg of " + material + "\\n"), text);
    }
    String whole = DueCalendar.of("x".repeat(62), HEAD, List.of());
    assertTrue(whole.contains("\r\nX-WR-CALNAME:" + "x".repeat(62) + "\r\n"), "75 octets fit");
    String folded = DueCalendar.of("x".repeat(63), HEAD, List.of());
    assertTrue(folded.contains("x".repeat(62) + "\r\n x\r\n"), "76 do not");
  }

  @Test
  void marksOfTheFormatAreEscaped() {
    String text = DueCalendar.of("a;b\\c,d", HEAD, List.of(due("d1", DAY, "tin")));
    assertTrue(text.contains("X-WR-CALNAME:a\\;b\\\\c\\,d\r\n"), text);
  }

  /** What has no day is left out; a calendar has to hold something. */
  @Test
  void nothingIsDue() {
    String text = DueCalendar.of("Due", HEAD, List.of(due("d1", Optional.empty(), "tin")));
    assertFalse(text.contains("VEVENT"), text);
    assertTrue(
        text.contains("BEGIN:VJOURNAL\r\nUID:nothing-ffffffffffffffff@vault.plimsoll.invalid\r\n"),
        text);
    assertTrue(text.contains("SUMMARY:Due: nothing is due\r\nEND:VJOURNAL\r\n"), text);
  }

  private static String unfolded(String text) {
    return text.replace("\r\n ", "");
  }
}
