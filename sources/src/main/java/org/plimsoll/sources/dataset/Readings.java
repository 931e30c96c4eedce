package org.plimsoll.sources.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All readings of a build, by series. */
public final class Readings {
  private final Map<String, List<Reading>> bySeries = new TreeMap<>();

  public Readings(List<Reading> readings) {
    for (Reading reading : readings) {
      bySeries.computeIfAbsent(reading.series(), s -> new ArrayList<>()).add(reading);
    }
  }

  /**
   * The readings of a series in one period, in file order.
   *
   * @throws IllegalArgumentException if there are none
   */
  public List<Reading> list(String series, String period) {
    List<Reading> all = bySeries.getOrDefault(series, List.of());
    List<Reading> found = all.stream().filter(r -> r.period().equals(period)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          all.isEmpty()
              ? "no dataset has the series '" + series + "'" + didYouMean(series)
              : "the series '" + series + "' has no period " + period);
    }
    return found;
  }

  /** The reading of one area, if there is one. */
  public Optional<Reading> find(String series, String period, String area) {
    return bySeries.getOrDefault(series, List.of()).stream()
        .filter(r -> r.period().equals(period) && r.area().equals(area))
        .findFirst();
  }

  /**
   * The reading of one area.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Reading get(String series, String period, String area) {
    return find(series, period, area)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the series '"
                    + series
                    + "' has no figure for "
                    + area
                    + " in "
                    + period
                    + (bySeries.containsKey(series) ? "" : didYouMean(series))));
  }

  private String didYouMean(String series) {
    return org.plimsoll.sources.table.Spelling.nearest(series, bySeries.keySet())
        .map(s -> "\nMaybe you meant '" + s + "'")
        .orElse("\nMaybe look in docs/sources for the series that each reader gives");
  }
}
