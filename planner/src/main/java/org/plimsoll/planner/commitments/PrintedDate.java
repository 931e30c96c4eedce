package org.plimsoll.planner.commitments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a source prints it: a day, or only a month or a year, which then is an interval of
 * days.
 *
 * @param first earliest day meant
 * @param last latest day meant, not before {@code first}
 */
public record PrintedDate(LocalDate first, LocalDate last) {
  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  public PrintedDate {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a printed date cannot end before it begins: " + last);
    }
  }

  /** Exactly this day. */
  public static PrintedDate of(LocalDate day) {
    return new PrintedDate(day, day);
  }

  /** Reads 2026, 2026-03 or 2026-03-06; empty for any other wording. */
  public static Optional<PrintedDate> find(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(form));
    } catch (DateTimeException notOnTheCalendar) {
      return Optional.empty();
    }
  }

  /**
   * Reads 2026, 2026-03 or 2026-03-06.
   *
   * @param what whose date it is, for the message
   * @throws IllegalArgumentException if the text is none of them
   */
  public static PrintedDate parse(String text, String what) {
    return find(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                what
                    + " is '"
                    + text
                    + "', which is not a date\nMaybe write a day, month or year: 2026-03-06,"
                    + " 2026-03, 2026"));
  }

  private static PrintedDate read(Matcher form) {
    Year year = Year.of(Integer.parseInt(form.group(1)));
    if (form.group(2) == null) {
      return new PrintedDate(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }
    YearMonth month = year.atMonth(Integer.parseInt(form.group(2)));
    if (form.group(3) == null) {
      return new PrintedDate(month.atDay(1), month.atEndOfMonth());
    }
    return of(month.atDay(Integer.parseInt(form.group(3))));
  }

  /** Whether the day is known. */
  public boolean isDay() {
    return first.equals(last);
  }

  /** Whether the whole of it lies before {@code day}. */
  public boolean isBefore(LocalDate day) {
    return last.isBefore(day);
  }

  /** Whether the whole of it lies after {@code day}. */
  public boolean isAfter(LocalDate day) {
    return first.isAfter(day);
  }

  /** The days from {@code earlier} to this: negative where this comes first. */
  public DayCount since(PrintedDate earlier) {
    return new DayCount(
        Math.toIntExact(first.toEpochDay() - earlier.last.toEpochDay()),
        Math.toIntExact(last.toEpochDay() - earlier.first.toEpochDay()));
  }

  /** The day, month or year, as it was printed if it was one of them. */
  @Override
  public String toString() {
    if (isDay()) {
      return first.toString();
    }
    if (equals(monthOf(first))) {
      return YearMonth.from(first).toString();
    }
    return equals(yearOf(first)) ? Year.from(first).toString() : first + " to " + last;
  }

  private static PrintedDate monthOf(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return new PrintedDate(month.atDay(1), month.atEndOfMonth());
  }

  private static PrintedDate yearOf(LocalDate day) {
    Year year = Year.from(day);
    return new PrintedDate(year.atDay(1), year.atMonth(12).atEndOfMonth());
  }
}
