package org.plimsoll.app.report.text;

import java.time.LocalDate;
import java.util.List;

/** Days as a person reads them, the same on every machine and in every locale. */
public final class CalendarText {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private CalendarText() {}

  /** {@code 4 Feb 2026}. */
  public static String of(LocalDate day) {
    return day.getDayOfMonth() + " " + ofMonth(day);
  }

  /** {@code Feb 2026}. */
  public static String ofMonth(LocalDate day) {
    return MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear();
  }
}
