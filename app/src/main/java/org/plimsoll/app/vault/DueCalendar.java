package org.plimsoll.app.vault;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.plimsoll.app.report.text.CalendarFile;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.statement.DueDate;

/**
 * Due dates as iCalendar (RFC 5545): an event of a whole day each. An identifier rests on the row
 * of the journal that began it, so it stays when the calendar is made again; the stamp is the time
 * of the journal's last row, after which nothing was revised.
 */
final class DueCalendar {
  private static final int HASH_DIGITS = 16;

  private DueCalendar() {}

  /** The calendar; what has no day is left out. */
  static String of(String title, Head head, List<DueDate> dates) {
    CalendarFile calendar = new CalendarFile("Vault", title, head.at());
    dates.forEach(due -> due.day().ifPresent(day -> add(due, day, calendar)));
    if (dates.stream().allMatch(due -> due.day().isEmpty())) {
      calendar.nothing(uid("nothing", head.hash()), title + ": nothing is due");
    }
    return calendar.end();
  }

  private static void add(DueDate due, LocalDate day, CalendarFile calendar) {
    String place = due.place().isEmpty() ? "" : "-" + due.place();
    calendar.event(
        uid(due.id() + place, due.hash()),
        day,
        "%s: %s".formatted(sentence(due.kind().words()), due.id()),
        description(due),
        due.kind().name());
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
}
