package org.plimsoll.planner.commitments;

import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span within which something is promised: 60 days, 6 months, 10 years. The day of the anchor is
 * not counted. Months and years lead to the same day of the month, or to the month's last where it
 * is shorter: six months from 31 August is the last of February.
 *
 * @param period days, months or years, one of them above 0
 */
record Term(Period period) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4}) (day|month|year)s?");

  /** Reads 60 days, 6 months, 1 year; empty for any other wording. */
  static Optional<Term> find(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    int count = Integer.parseInt(form.group(1));
    return Optional.of(
        new Term(
            switch (form.group(2)) {
              case "day" -> Period.ofDays(count);
              case "month" -> Period.ofMonths(count);
              default -> Period.ofYears(count);
            }));
  }

  /**
   * Reads 60 days, 6 months, 1 year.
   *
   * @param what whose term it is, for the message
   * @throws IllegalArgumentException if the text is none of them
   */
  static Term parse(String text, String what) {
    return find(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                what
                    + " is '"
                    + text
                    + "', which is not a term\nMaybe write a number of days, months or years: 60"
                    + " days, 6 months, 10 years"));
  }

  /** The date that lies so far behind another. */
  PrintedDate from(PrintedDate anchor) {
    return new PrintedDate(anchor.first().plus(period), anchor.last().plus(period));
  }
}
