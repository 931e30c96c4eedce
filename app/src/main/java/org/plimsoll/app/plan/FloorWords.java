package org.plimsoll.app.plan;

/** Words about floors. */
final class FloorWords {
  private FloorWords() {}

  /** A price vintage with the date of its price: {@code 2024}, {@code latest (2025-11)}. */
  static String dated(String vintage, String date) {
    String year = vintage.startsWith("base") ? vintage.substring("base".length()) : vintage;
    return year.equals(date) ? year : year + " (" + date + ")";
  }

  /** A price vintage as a person says it. */
  static String vintage(String vintage) {
    return switch (vintage) {
      case "latest" -> "the latest";
      case "base2024" -> "2024";
      default -> vintage;
    };
  }
}
