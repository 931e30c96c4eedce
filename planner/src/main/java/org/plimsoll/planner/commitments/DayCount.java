package org.plimsoll.planner.commitments;

import java.time.LocalDate;

/**
 * A number of days, or, where a date is known only to a month or a year, the least and the most
 * that it can be.
 *
 * @param least days
 * @param most days, at least {@code least}
 */
public record DayCount(int least, int most) {
  public DayCount {
    if (least > most) {
      throw new IllegalArgumentException("a count of days from " + least + " to " + most);
    }
  }

  /** Whether the number is known. */
  public boolean isExact() {
    return least == most;
  }

  /** The days left until {@code end}, which has not passed whole on {@code asOf}. */
  static DayCount left(PrintedDate end, LocalDate asOf) {
    DayCount left = end.since(PrintedDate.of(asOf));
    return new DayCount(Math.max(0, left.least), left.most);
  }

  /** 49 days, 1 day, 3 to 33 days. */
  @Override
  public String toString() {
    return isExact() ? least + (least == 1 ? " day" : " days") : least + " to " + most + " days";
  }
}
