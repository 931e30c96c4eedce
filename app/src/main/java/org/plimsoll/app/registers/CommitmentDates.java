package org.plimsoll.app.registers;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.plimsoll.app.report.text.CalendarFile;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.planner.commitments.CommitmentCalendar;
import org.plimsoll.planner.commitments.KeyDate;

/**
 * When commitments fall due, are reviewed and expire, as iCalendar (RFC 5545): an event of a whole
 * day each. The stamp is the date of the registers, so the same world gives the same bytes. A date
 * known to a month or a year stands on its last day, so that nobody is called late too early.
 */
final class CommitmentDates {
  private static final String TITLE = "Commitments on critical minerals";

  private CommitmentDates() {}

  /**
   * The calendar.
   *
   * @param readOn date on which the registers were read
   */
  static String of(LocalDate readOn, List<CommitmentCalendar.Entry> entries) {
    CalendarFile calendar =
        new CalendarFile("Registers", TITLE, readOn.atStartOfDay(ZoneOffset.UTC).toInstant());
    entries.forEach(entry -> entry.dates().forEach(date -> add(entry, date, calendar)));
    if (entries.stream().allMatch(entry -> entry.dates().isEmpty())) {
      calendar.nothing("nothing" + HOST, TITLE + ": no date");
    }
    return calendar.end();
  }

  private static final String HOST = "@registers.plimsoll.invalid";

  private static void add(CommitmentCalendar.Entry entry, KeyDate date, CalendarFile calendar) {
    String id = entry.commitment().id();
    String kind = Words.of(date.kind());
    calendar.event(
        id + "-" + kind + HOST,
        date.on().last(),
        "%s %s: %s".formatted(id, kind, entry.commitment().instrument()),
        String.join(
            "\n",
            entry.commitment().promise(),
            entry.commitment().parties(),
            "%s (%s)".formatted(date.on(), date.basis()),
            entry.standing().describe(),
            entry.commitment().url()),
        kind.toUpperCase(Locale.ROOT));
  }
}
