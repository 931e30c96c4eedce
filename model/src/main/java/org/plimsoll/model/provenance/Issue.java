package org.plimsoll.model.provenance;

/**
 * One thing wrong with what was read: a value, not a log line.
 *
 * @param severity whether the row was refused, left out for a stated reason, or kept with a remark
 * @param place file, line and column
 * @param problem what is wrong, naming the value
 * @param wayOut what to try
 */
public record Issue(Severity severity, Place place, String problem, String wayOut) {
  /** What became of the row. */
  public enum Severity {
    /** The row was refused. */
    ERROR,
    /** The row was left out on purpose. */
    SKIPPED,
    /** The row was kept. */
    REMARK
  }

  /** An issue that refused its row. */
  public static Issue error(Place place, String problem, String wayOut) {
    return new Issue(Severity.ERROR, place, problem, wayOut);
  }

  /** A row left out for a stated reason. */
  public static Issue skipped(Place place, String reason) {
    return new Issue(Severity.SKIPPED, place, reason, "");
  }

  /** A row kept with a remark. */
  public static Issue remark(Place place, String problem) {
    return new Issue(Severity.REMARK, place, problem, "");
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One or two lines for a person: the place, the problem, and the way out. */
  @Override
  public String toString() {
    return place + ": " + problem + (wayOut.isEmpty() ? "" : "\n  Maybe " + wayOut);
  }
}
