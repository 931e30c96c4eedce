package org.plimsoll.vault.terms;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The products or sites that terms allow.
 *
 * @param names at least one
 * @param rule whether it is published that there is such a list
 * @param levelBasis whether it is published what is on it
 * @param source where that was read, or why it was assumed so
 */
public record Listing(SortedSet<String> names, Basis rule, Basis levelBasis, String source) {
  public Listing {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    if (names.isEmpty() || names.contains("") || source.isBlank()) {
      throw new IllegalArgumentException(
          "a list of names %s with the source '%s'".formatted(names, source)
              + "\nMaybe write names with commas between them, and where they were read");
    }
  }

  /** Reads {@link #toText}. */
  static SortedSet<String> parse(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names with commas between them. */
  String toText() {
    return String.join(", ", names);
  }
}
