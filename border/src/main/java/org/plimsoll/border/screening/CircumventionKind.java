package org.plimsoll.border.screening;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is planted in generated entries. */
public enum CircumventionKind {
  /** Value declared at 40 to 70% of what was paid. */
  UNDERVALUATION,
  /** Goods of the restricted origin declared as made in the largest importer that makes none. */
  REROUTING,
  /** Goods declared under a cheaper code of the same commodity. */
  RELABELLING,
  /** Goods of the restricted origin declared as made by the smallest maker. */
  FALSE_ORIGIN;

  /** The word used in options and truth files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads a word.
   *
   * @throws IllegalArgumentException if it names no kind
   */
  public static CircumventionKind parse(String word) {
    for (CircumventionKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "no circumvention '%s'\nMaybe one of %s"
            .formatted(
                word,
                Arrays.stream(values())
                    .map(CircumventionKind::word)
                    .collect(Collectors.joining(", "))));
  }
}
