package org.plimsoll.border.levy;

import java.util.Comparator;

/**
 * A quota in a year, which has a balance of its own.
 *
 * @param quota as the schedule names it
 * @param year calendar year
 */
public record QuotaYear(String quota, int year) implements Comparable<QuotaYear> {
  private static final Comparator<QuotaYear> ORDER =
      Comparator.comparing(QuotaYear::quota).thenComparingInt(QuotaYear::year);

  /** Reads what {@link #toString} writes. */
  public static QuotaYear parse(String text) {
    int at = text.lastIndexOf('@');
    return new QuotaYear(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
  }

  @Override
  public int compareTo(QuotaYear other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return quota + "@" + year;
  }
}
