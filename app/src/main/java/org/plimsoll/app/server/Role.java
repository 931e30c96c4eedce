package org.plimsoll.app.server;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a token lets its holder do. */
enum Role {
  /** Whoever comes, with or without a token; no token is made for it. */
  ANYBODY,
  /** Reads the world and asks the market; on the loopback nobody needs a token for that. */
  READER,
  /** Makes plans; on the loopback nobody needs a token for that. */
  ANALYST,
  /** Uploads customs entries and has them assessed. */
  CUSTOMS,
  /** Edits the registers. */
  EDITOR,
  /** Uses the vault as somebody that the token names. */
  VAULT;

  private static final List<String> OF_VAULT =
      List.of("vault:operator", "vault:auditor", "vault:participant:WHO");

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a token of it is made with. */
  List<String> given() {
    return switch (this) {
      case ANYBODY -> List.of();
      case VAULT -> OF_VAULT;
      case READER, ANALYST, CUSTOMS, EDITOR -> List.of(word());
    };
  }

  /** What tokens of all roles are made with. */
  static List<String> listGiven() {
    return Stream.of(values()).flatMap(role -> role.given().stream()).toList();
  }

  /** Whether it may be done without a token. */
  boolean isOpen(boolean isLoopback) {
    return this == ANYBODY || (isLoopback && (this == READER || this == ANALYST));
  }

  /** Whether a token of this role lets its holder do what needs the other. */
  boolean covers(Role needed) {
    return needed == ANYBODY || needed == READER || needed == this;
  }
}
