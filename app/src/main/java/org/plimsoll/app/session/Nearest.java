package org.plimsoll.app.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that a mistyped word may have meant. */
public final class Nearest {
  private static final int SHOWN = 3;

  private Nearest() {}

  /**
   * Up to three of {@code names}, the nearest first: those within a third of the word's length in
   * edits, or that begin with it. Ties in alphabetical order.
   */
  static List<String> to(String word, Collection<String> names) {
    String sought = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, (sought.length() + 1) / 3);
    return names.stream()
        .distinct()
        .filter(name -> rank(sought, name) <= limit)
        .sorted(
            Comparator.comparingInt((String name) -> rank(sought, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .toList();
  }

  /** "a or b", read after "Maybe you meant"; empty if nothing is near. */
  public static String wayOut(String word, Collection<String> names) {
    List<String> near = to(word, names);
    return near.isEmpty() ? "" : "you meant " + String.join(" or ", near);
  }

  private static int rank(String sought, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !sought.isEmpty() && lower.startsWith(sought) ? 0 : edits(sought, lower);
  }

  /** Insertions, deletions and replacements from one word to the other. */
  private static int edits(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
