package org.plimsoll.border.entry;

/**
 * Ends the reading or the assessment of one line; whoever runs over lines makes a {@link Refused}
 * of it, so that no line ends a run.
 */
public final class LineRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final EntryColumn column;
  private final String reason;

  /**
   * A line that cannot be assessed.
   *
   * @param column what is wrong
   * @param reason what was read, and a way out
   */
  public LineRefused(EntryColumn column, String reason) {
    super(reason, null, false, false);
    this.column = column;
    this.reason = reason;
  }

  /** The same as a value. */
  public Refused toRefused() {
    return new Refused(column, reason);
  }
}
