package org.plimsoll.border.files.table;

/** A record that has not the form of its file; made a reject where records are run over. */
public final class UnreadableRecord extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnreadableRecord(String message) {
    super(message, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
