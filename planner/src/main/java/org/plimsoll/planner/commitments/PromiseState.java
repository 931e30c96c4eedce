package org.plimsoll.planner.commitments;

import java.util.Locale;

/** Where a commitment stands, as it is counted. */
public enum PromiseState {
  /** Done by its date, or without one. */
  DONE,
  /** Done after its date. */
  LATE,
  /** Its date has not passed. */
  OPEN,
  /** Its date has passed, and evidence from after it shows it undone. */
  OVERDUE,
  /** Its date has passed, and nobody can say what became of it. */
  UNKNOWN,
  /** Neither done nor ever given a date. */
  UNDATED;

  /** The word in files and for a person. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its date has passed and it is not known to be done. */
  public boolean isPastDue() {
    return this == OVERDUE || this == UNKNOWN;
  }
}
