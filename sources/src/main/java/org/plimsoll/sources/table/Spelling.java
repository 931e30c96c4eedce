package org.plimsoll.sources.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Spelling {
  private Spelling() {}

  /** The candidate with the fewest edits to {@code word}, if that is at most half its length. */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt((String c) -> edits(word, c)).thenComparing(c -> c))
        .filter(c -> edits(word, c) <= Math.max(1, c.length() / 2));
  }

  /** Levenshtein distance: insertions, deletions and replacements from one word to the other. */
  public static int edits(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
