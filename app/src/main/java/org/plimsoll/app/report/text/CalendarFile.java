package org.plimsoll.app.report.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A calendar as iCalendar (RFC 5545) in the making: lines end with CR and LF, and none is longer
 * than 75 octets.
 */
public final class CalendarFile {
  private static final int OCTETS_A_LINE = 75;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();
  private final String stamp;

  /**
   * A calendar without an entry.
   *
   * @param of what makes it, a word
   * @param title for a person
   * @param stamp after which nothing was revised
   */
  public CalendarFile(String of, String title, Instant stamp) {
    this.stamp = STAMP.format(stamp);
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Plimsoll//" + of + "//EN");
    line("CALSCALE", "GREGORIAN");
    line("X-WR-CALNAME", escape(title));
  }

  /**
   * Adds an event of a whole day.
   *
   * @param uid that stays when the calendar is made again
   * @param category one word
   */
  public void event(
      String uid, LocalDate day, String summary, String description, String category) {
    line("BEGIN", "VEVENT");
    line("UID", uid);
    line("DTSTAMP", stamp);
    line("DTSTART;VALUE=DATE", DAY.format(day));
    line("SUMMARY", escape(summary));
    line("DESCRIPTION", escape(description));
    line("CATEGORIES", category);
    line("TRANSP", "TRANSPARENT");
    line("END", "VEVENT");
  }

  /** Adds a note that nothing is in it: a calendar has to hold something. */
  public void nothing(String uid, String summary) {
    line("BEGIN", "VJOURNAL");
    line("UID", uid);
    line("DTSTAMP", stamp);
    line("SUMMARY", escape(summary));
    line("END", "VJOURNAL");
  }

  /** The whole calendar. */
  public String end() {
    line("END", "VCALENDAR");
    return text.toString();
  }

  /** The marks that have a meaning in a text. */
  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /** A line of 75 octets at most; what is longer goes on after a blank, no character is cut. */
  private void line(String name, String value) {
    int octets = 0;
    String whole = name + ":" + value;
    for (int i = 0; i < whole.length(); ) {
      int next = i + Character.charCount(whole.codePointAt(i));
      String character = whole.substring(i, next);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > OCTETS_A_LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(character);
      octets += size;
      i = next;
    }
    text.append("\r\n");
  }
}
