package org.plimsoll.app.plan;

/** Words about floors. */
final class FloorWords {
  private FloorWords() {}

  /** A price vintage as a person says it. */
  static String vintage(String vintage) {
    return switch (vintage) {
      case "latest" -> "the latest";
      case "base2024" -> "2024";
      default -> vintage;
    };
  }
}
