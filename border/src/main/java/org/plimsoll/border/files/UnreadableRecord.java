package org.plimsoll.border.files;

/** A record that has not the form of its file; made a reject where records are run over. */
final class UnreadableRecord extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableRecord(String message) {
    super(message, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
