package org.plimsoll.planner.commitments;

import java.util.Locale;

/** Where a commitment stands, as it is counted. */
public enum PromiseState {
  /** Fulfilled by its date, or without one. */
  KEPT,
  /** Fulfilled after its date. */
  KEPT_LATE,
  /** A part of it is fulfilled; of the rest nobody says so. */
  PART_KEPT,
  /** Its date has not passed. */
  OPEN,
  /** Its date has passed, and evidence from after it shows it unfulfilled. */
  OVERDUE,
  /** Its date has passed, and nobody can say what became of it. */
  UNKNOWN,
  /** Neither fulfilled nor ever given a date. */
  UNDATED;

  /** The word in files and for a person. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether its date has passed and it is not known to be fulfilled. */
  public boolean isPastDue() {
    return this == OVERDUE || this == UNKNOWN;
  }
}
