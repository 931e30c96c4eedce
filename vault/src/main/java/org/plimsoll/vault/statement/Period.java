package org.plimsoll.vault.statement;

import java.time.LocalDate;

/**
 * Days in UTC.
 *
 * @param first day
 * @param last day, included
 */
public record Period(LocalDate first, LocalDate last) {
  public Period {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "a statement from %s until %s has no day".formatted(first, last)
              + "\nMaybe name an earlier first day");
    }
  }

  boolean isBefore(LocalDate day) {
    return day.isBefore(first);
  }

  boolean isOver(LocalDate day) {
    return day.isAfter(last);
  }
}
