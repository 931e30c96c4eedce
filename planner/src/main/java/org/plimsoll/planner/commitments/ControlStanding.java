package org.plimsoll.planner.commitments;

/** Whether an export control applied on a date, as far as the register shows. */
public sealed interface ControlStanding {

  /** One line for a person. */
  String describe();

  /**
   * The word under which it is counted: in force, suspended, announced, ended, unknown, unsettled.
   */
  String word();

  /** In force, with no end known. */
  record InForce() implements ControlStanding {
    @Override
    public String word() {
      return "in force";
    }

    @Override
    public String describe() {
      return word();
    }
  }

  /**
   * In force up to a stated date.
   *
   * @param left days to that date, at least 0
   */
  record InForceUntil(PrintedDate until, DayCount left) implements ControlStanding {
    @Override
    public String word() {
      return "in force";
    }

    @Override
    public String describe() {
      return "in force until " + until + ", " + left + " left";
    }
  }

  /**
   * Not applied up to a stated date, which counts as the last day of the suspension.
   *
   * @param left days to that date, at least 0
   */
  record Suspended(PrintedDate until, DayCount left) implements ControlStanding {
    @Override
    public String word() {
      return "suspended";
    }

    @Override
    public String describe() {
      return "suspended until " + until + ", " + left + " left";
    }
  }

  /**
   * Past the stated end of a suspension or of the act itself, with no later evidence: nobody can
   * say whether it applies.
   *
   * @param since days from that end to the date asked about
   */
  record Unknown(PrintedDate until, DayCount since) implements ControlStanding {
    @Override
    public String word() {
      return "unknown";
    }

    @Override
    public String describe() {
      return "unknown, " + since + " past " + until + " with no later evidence";
    }
  }

  /**
   * Announced, to take effect later.
   *
   * @param effective date of effect
   */
  record Announced(PrintedDate effective) implements ControlStanding {
    @Override
    public String word() {
      return "announced";
    }

    @Override
    public String describe() {
      return "announced, effective " + effective;
    }
  }

  /**
   * Ended by the date asked about.
   *
   * @param words of the register
   */
  record Ended(String words) implements ControlStanding {
    @Override
    public String word() {
      return "ended";
    }

    @Override
    public String describe() {
      return words;
    }
  }

  /**
   * Neither plainly in force nor ended: planned, contested or denied. The register's words stand,
   * so that a measure both reported and denied keeps both claims.
   *
   * @param words of the register
   */
  record Unsettled(String words) implements ControlStanding {
    @Override
    public String word() {
      return "unsettled";
    }

    @Override
    public String describe() {
      return "unsettled: " + words;
    }
  }
}
