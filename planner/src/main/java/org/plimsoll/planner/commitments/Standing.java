package org.plimsoll.planner.commitments;

import java.util.Optional;

/**
 * What had become of a commitment by a date, as far as the register shows. Where a date is known
 * only to a month or a year, days are counted as an interval, and late is said only if late is
 * certain.
 */
public sealed interface Standing {

  /** One line for a person. */
  default String describe() {
    return switch (this) {
      case Kept kept -> "kept " + kept.on + kept.delay();
      case PartKept part -> "part kept " + part.on + ": " + part.what + part.rest();
      case Open open -> "open, " + open.left + " left";
      case Overdue its ->
          "overdue by " + its.by + ", not kept according to evidence of " + its.evidence;
      case Unknown its -> "unknown, " + its.since + " past its date with no later evidence";
      case Undated _ -> "no date set";
    };
  }

  /** The state under which it is counted. */
  default PromiseState state() {
    return switch (this) {
      case Kept kept -> kept.isLate() ? PromiseState.KEPT_LATE : PromiseState.KEPT;
      case PartKept _ -> PromiseState.PART_KEPT;
      case Open open -> PromiseState.OPEN;
      case Overdue overdue -> PromiseState.OVERDUE;
      case Unknown unknown -> PromiseState.UNKNOWN;
      case Undated undated -> PromiseState.UNDATED;
    };
  }

  /** The word of its state. */
  default String word() {
    return state().word();
  }

  /**
   * Fulfilled by the date asked about.
   *
   * @param on when
   * @param afterDue days from the due date to that day, negative or 0 if on time; empty if no date
   *     was set
   */
  record Kept(PrintedDate on, Optional<DayCount> afterDue) implements Standing {
    /** Whether it was certainly late. */
    public boolean isLate() {
      return afterDue.map(days -> days.least() > 0).orElse(false);
    }

    /** Whether it cannot be told if it was late. */
    public boolean isPerhapsLate() {
      return afterDue.map(days -> days.least() <= 0 && days.most() > 0).orElse(false);
    }

    private String delay() {
      if (afterDue.isEmpty()) {
        return "";
      }
      if (isPerhapsLate()) {
        return ", at most " + afterDue.get().most() + " days late";
      }
      return isLate() ? ", " + afterDue.get() + " late" : ", on time";
    }
  }

  /**
   * Fulfilled in part by the date asked about.
   *
   * @param on when the last part was
   * @param what was fulfilled, and what is not said
   * @param pastDue days from the due date to the date asked about, negative before it; empty if no
   *     date was set
   */
  record PartKept(PrintedDate on, String what, Optional<DayCount> pastDue) implements Standing {
    private String rest() {
      if (pastDue.isEmpty()) {
        return "";
      }
      return pastDue.get().least() > 0
          ? "; " + pastDue.get() + " past its date"
          : "; its date has not passed";
    }
  }

  /**
   * Not due yet.
   *
   * @param left days to the due date, at least 0
   */
  record Open(PrintedDate due, DayCount left) implements Standing {}

  /**
   * Past its date, and evidence from after that date shows it still unfulfilled.
   *
   * @param by days from the due date to the date asked about
   * @param evidence date of that evidence
   */
  record Overdue(PrintedDate due, DayCount by, PrintedDate evidence) implements Standing {}

  /**
   * Past its date with no evidence from after that date: nobody can say.
   *
   * @param since days from the due date to the date asked about
   */
  record Unknown(PrintedDate due, DayCount since) implements Standing {}

  /** Neither fulfilled nor ever given a date. */
  record Undated() implements Standing {}
}
