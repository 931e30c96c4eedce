package org.plimsoll.app.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.plimsoll.sources.table.Spelling;

/** Names that a mistyped word may have meant. */
public final class Nearest {
  private static final int SHOWN = 3;

  private Nearest() {}

  /**
   * Up to three of {@code names}, the nearest first: those within a third of the word's length in
   * edits, or that begin with it. Ties in alphabetical order.
   */
  public static List<String> to(String word, Collection<String> names) {
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

  /** The same; where nothing is near, {@code otherwise}. */
  public static String wayOut(String word, Collection<String> names, String otherwise) {
    String near = wayOut(word, names);
    return near.isEmpty() ? otherwise : near;
  }

  private static int rank(String sought, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !sought.isEmpty() && lower.startsWith(sought) ? 0 : Spelling.edits(sought, lower);
  }
}
