package org.plimsoll.app.plan;

import java.util.List;

/** Words about where a promise stands. */
final class PromiseWords {
  /** In the order of the calendar's own words. */
  static final List<String> ORDER =
      List.of("overdue", "unknown", "open", "undated", "late", "done");

  private PromiseWords() {}

  /** Whether its date has passed and it is not known to be kept. */
  static boolean isPast(String word) {
    return word.equals("overdue") || word.equals("unknown");
  }

  /** What the word means. */
  static String meaning(String word) {
    return switch (word) {
      case "overdue" -> "past its date, and later evidence shows it unkept";
      case "unknown" -> "past its date, with no later evidence either way";
      case "open" -> "not due yet";
      case "undated" -> "never given a date";
      case "late" -> "kept, but after its date";
      case "done" -> "kept";
      default -> word;
    };
  }
}
