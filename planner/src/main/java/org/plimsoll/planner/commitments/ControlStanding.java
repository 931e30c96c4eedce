package org.plimsoll.planner.commitments;

/** Whether an export control applied on a date, as far as the register shows. */
public sealed interface ControlStanding {

  /** One line for a person. */
  default String describe() {
    return switch (this) {
      case InForce _ -> word();
      case InForceUntil its -> "in force until " + its.until + ", " + its.left + " left";
      case Suspended its -> "suspended until " + its.until + ", " + its.left + " left";
      case Unknown its ->
          "unknown, " + its.since + " past " + its.until + " with no later evidence";
      case Announced its -> "announced, effective " + its.effective;
      case Ended its -> its.words;
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
   * @param left days to that date, at least 0
   */
  record Suspended(PrintedDate until, DayCount left) implements ControlStanding {}

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
   * @param effective date of effect
   */
  record Announced(PrintedDate effective) implements ControlStanding {}

  /**
   * Ended by the date asked about.
   *
   * @param words of the register
   */
  record Ended(String words) implements ControlStanding {}

  /**
   * Neither plainly in force nor ended: planned, contested or denied. The register's words stand,
   * so that a measure both reported and denied keeps both claims.
   *
   * @param words of the register
   */
  record Unsettled(String words) implements ControlStanding {}
}
