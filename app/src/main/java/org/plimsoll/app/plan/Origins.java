package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.model.provenance.Source;

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
    Map<String, SortedSet<String>> byDataset = new TreeMap<>();
    for (String text : from) {
      Optional<Source> source = Origin.findSource(text);
      if (source.isPresent()) {
        byDataset
            .computeIfAbsent(
                source.get().dataset() + "@" + source.get().edition(), dataset -> new TreeSet<>())
            .add(text);
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
}
