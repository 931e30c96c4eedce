package org.plimsoll.app.vault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.statement.DueDate;

/**
 * Due dates as iCalendar (RFC 5545): an event of a whole day each. An identifier rests on the row
 * of the journal that began it, so it stays when the calendar is made again; the stamp is the time
 * of the journal's last row, after which nothing was revised.
 */
final class DueCalendar {
  private static final int OCTETS_A_LINE = 75;
  private static final int HASH_DIGITS = 16;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();
  private final Instant stamp;

  private DueCalendar(Instant stamp) {
    this.stamp = stamp;
  }

  /** The calendar; what has no day is left out. */
  static String of(String title, Head head, List<DueDate> dates) {
    DueCalendar calendar = new DueCalendar(head.at());
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Plimsoll//Vault//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.line("X-WR-CALNAME", escape(title));
    dates.forEach(due -> due.day().ifPresent(day -> calendar.event(due, day)));
    if (dates.stream().allMatch(due -> due.day().isEmpty())) {
      calendar.nothing(title, head);
    }
    calendar.line("END", "VCALENDAR");
    return calendar.text.toString();
  }

  private void event(DueDate due, LocalDate day) {
    String place = due.place().isEmpty() ? "" : "-" + due.place();
    line("BEGIN", "VEVENT");
    line("UID", uid(due.id() + place, due.hash()));
    line("DTSTAMP", STAMP.format(stamp));
    line("DTSTART;VALUE=DATE", DAY.format(day));
    line("SUMMARY", escape("%s: %s".formatted(sentence(due.kind().words()), due.id())));
    line("DESCRIPTION", escape(description(due)));
    line("CATEGORIES", due.kind().name());
    line("TRANSP", "TRANSPARENT");
    line("END", "VEVENT");
  }

  /** A calendar has to hold something. */
  private void nothing(String title, Head head) {
    line("BEGIN", "VJOURNAL");
    line("UID", uid("nothing", head.hash()));
    line("DTSTAMP", STAMP.format(stamp));
    line("SUMMARY", escape(title + ": nothing is due"));
    line("END", "VJOURNAL");
  }

  private static String uid(String name, String hash) {
    return "%s-%s@vault.plimsoll.invalid".formatted(name, hash.substring(0, HASH_DIGITS));
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String description(DueDate due) {
    StringBuilder words = new StringBuilder();
    words.append(AmountText.kilograms(due.grams())).append(" kg of ").append(due.material());
    append(words, "participant", due.participant());
    append(words, "contract", due.contract());
    append(words, "site", due.place());
    due.defaultFrom().ifPresent(day -> append(words, "default from", day.toString()));
    return words.toString();
  }

  private static void append(StringBuilder words, String what, String value) {
    if (!value.isEmpty()) {
      words.append('\n').append(what).append(' ').append(value);
    }
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
