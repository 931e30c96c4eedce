package org.plimsoll.app.server;

import java.util.Locale;

/** What a token lets its holder do. */
enum Role {
  /** Reads the world and asks the market; on the loopback nobody needs a token for that. */
  READER,
  /** Makes plans; on the loopback nobody needs a token for that. */
  ANALYST,
  /** Uploads customs entries and has them assessed. */
  CUSTOMS,
  /** Edits the registers. */
  EDITOR;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the loopback may do it without a token. */
  boolean isOpenOnLoopback() {
    return this == READER || this == ANALYST;
  }

  /** Whether a token of this role lets its holder do what needs the other. */
  boolean covers(Role needed) {
    return needed == READER || needed == this;
  }
}
