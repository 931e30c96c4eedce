package org.plimsoll.border.files;

import java.io.IOException;

/** A file of entries, or a folder of an earlier run, with which nothing can be done. */
public final class UnreadableInput extends IOException {
  private static final long serialVersionUID = 1;

  UnreadableInput(String message) {
    super(message);
  }

  UnreadableInput(String message, Throwable cause) {
    super(message, cause);
  }
}
