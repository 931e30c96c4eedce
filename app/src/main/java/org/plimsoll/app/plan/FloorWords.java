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

  /** What a verdict means. */
  static String verdict(String verdict) {
    return switch (verdict) {
      case "binds" -> "binds: without it imports land below it";
      case "idle" -> "idle: imports land above it anyway";
      case "broken" -> "broken: members import too little for a levy to hold it";
      default -> verdict;
    };
  }
}
