package org.plimsoll.planner.commitments;

import java.util.Optional;

/** Whether an export control applied on a date, as far as the register shows. */
public sealed interface ControlStanding {

  /** One line for a person. */
  default String describe() {
    return switch (this) {
      case InForce _ -> word();
      case InForceUntil its -> "in force until " + its.until + ", " + its.left + " left";
      case Suspended its ->
          its.until
              .flatMap(
                  end -> its.left.map(left -> "suspended until " + end + ", " + left + " left"))
              .orElse(word());
      case Unknown its ->
          "unknown, " + its.since + " past " + its.until + " with no later evidence";
      case Announced its ->
          "announced"
              + its.effective
                  .map(day -> ", effective " + day)
                  .orElseGet(() -> its.words.isEmpty() ? "" : ": " + its.words);
      case Ended its -> "ended " + its.on;
      case Unsettled its -> "unsettled: " + its.words;
    };
  }

  /** The word under which it is counted. */
  default String word() {
    return switch (this) {
      case InForce _, InForceUntil _ -> "in force";
      case Suspended _ -> "suspended";
      case Unknown _ -> "unknown";
      case Announced _ -> "announced";
      case Ended _ -> "ended";
      case Unsettled _ -> "unsettled";
    };
  }

  /** In force, with no end known. */
  record InForce() implements ControlStanding {}

  /**
   * In force up to a stated date.
   *
   * @param left days to that date, at least 0
   */
  record InForceUntil(PrintedDate until, DayCount left) implements ControlStanding {}

  /**
   * Not applied up to a stated date, which counts as the last day of the suspension.
   *
   * @param until that date; empty if none was stated
   * @param left days to that date, at least 0
   */
  record Suspended(Optional<PrintedDate> until, Optional<DayCount> left)
      implements ControlStanding {}

  /**
   * Past the stated end of a suspension or of the act itself, with no later evidence: nobody can
   * say whether it applies.
   *
   * @param since days from that end to the date asked about
   */
  record Unknown(PrintedDate until, DayCount since) implements ControlStanding {}

  /**
   * Announced, to take effect later.
   *
   * @param effective date of effect; empty if none is known
   * @param words of the announcement
   */
  record Announced(Optional<PrintedDate> effective, String words) implements ControlStanding {}

  /**
   * Ended by the date asked about.
   *
   * @param on when
   */
  record Ended(PrintedDate on) implements ControlStanding {}

  /**
   * Neither plainly in force nor ended: planned, contested or denied. The register's words stand,
   * so that a measure both reported and denied keeps both claims.
   *
   * @param words of the register
   */
  record Unsettled(String words) implements ControlStanding {}
}
