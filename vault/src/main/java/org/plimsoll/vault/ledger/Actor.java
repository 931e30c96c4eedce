package org.plimsoll.vault.ledger;

import java.util.Locale;

/**
 * Who posts or reads.
 *
 * @param role what it may
 * @param name the participant's; empty for the others
 */
public record Actor(Role role, String name) {
  public static final Actor OPERATOR = new Actor(Role.OPERATOR, "");
  public static final Actor AUDITOR = new Actor(Role.AUDITOR, "");

  public Actor {
    if ((role == Role.PARTICIPANT) == name.isEmpty()) {
      throw new IllegalArgumentException(
          "a participant has a name, the others have none, but this is: "
              + role
              + " '"
              + name
              + "'"
              + "\nMaybe write participant:NAME, operator or auditor");
    }
  }

  public static Actor participant(String name) {
    return new Actor(Role.PARTICIPANT, name);
  }

  /**
   * Reads {@code operator}, {@code auditor} or {@code participant:NAME}.
   *
   * @throws IllegalArgumentException if the text is none of them
   */
  public static Actor parse(String text) {
    if (text.startsWith("participant:")) {
      return participant(text.substring("participant:".length()));
    }
    return switch (text) {
      case "operator" -> OPERATOR;
      case "auditor" -> AUDITOR;
      default ->
          throw new IllegalArgumentException(
              "not a role: '" + text + "'\nMaybe write operator, auditor or participant:NAME");
    };
  }

  /** Whether it may see what belongs to {@code participant}. */
  public boolean maySee(String participant) {
    return maySeeAll() || name.equals(participant);
  }

  /** Whether it may see what everybody has, and prove the whole. */
  public boolean maySeeAll() {
    return role != Role.PARTICIPANT;
  }

  @Override
  public String toString() {
    String word = role.name().toLowerCase(Locale.ROOT);
    return name.isEmpty() ? word : word + ":" + name;
  }
}
