package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What numbers rest on, as tables write it. */
final class Origins {
  /** Rows of a dataset that are named one by one. */
  private static final int ROWS_NAMED = 3;

  private Origins() {}

  /**
   * Each once, in order; of a dataset with many rows only their number, since a chain rests on
   * hundreds and {@code plan.json} names each.
   */
  static List<String> brief(Collection<String> from) {
    SortedSet<String> brief = new TreeSet<>();
    Map<String, Set<String>> byDataset = new HashMap<>();
    for (String text : from) {
      Optional<String> dataset = findDataset(text);
      if (dataset.isPresent()) {
        byDataset.computeIfAbsent(dataset.get(), name -> new HashSet<>()).add(text);
      } else {
        brief.add(text);
      }
    }
    byDataset.forEach((dataset, rows) -> {
      if (rows.size() > ROWS_NAMED) {
        brief.add("%s: %d rows".formatted(dataset, rows.size()));
      } else {
        brief.addAll(rows);
      }
    });
    return new ArrayList<>(brief);
  }

  /** Dataset and edition of {@code dataset@edition#locator}; asked of millions of texts. */
  private static Optional<String> findDataset(String text) {
    int at = text.indexOf('@');
    int locator = text.indexOf('#');
    return 0 < at && at < locator && text.lastIndexOf(' ', locator) < 0
        ? Optional.of(text.substring(0, locator))
        : Optional.empty();
  }
}
