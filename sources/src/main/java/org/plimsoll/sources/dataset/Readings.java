package org.plimsoll.sources.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
   * @param name of the series; {@code @2023} behind it names another period than {@code period}
   * @param period asked for; a series with a single period that is no year (a study's average) is
   *     meant with that one
   * @throws IllegalArgumentException if there are none
   */
  public List<Reading> list(String name, String period) {
    String series = series(name);
    String wanted = period(name, period);
    List<Reading> all = bySeries.getOrDefault(series, List.of());
    List<Reading> found = all.stream().filter(r -> r.period().equals(wanted)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          all.isEmpty()
              ? "no dataset has the series '" + series + "'" + didYouMean(series)
              : "the series '"
                  + series
                  + "' has no period "
                  + wanted
                  + "\nMaybe name one that it has: '"
                  + series
                  + "@"
                  + newest(all)
                  + "'");
    }
    return found;
  }

  /** The readings of a series in a period, whatever their area; none if no dataset has it. */
  public List<Reading> listAny(String name, String period) {
    String wanted = period(name, period);
    return bySeries.getOrDefault(series(name), List.of()).stream()
        .filter(r -> r.period().equals(wanted))
        .toList();
  }

  /** The reading of one area, if there is one; parameters as in {@link #list}. */
  public Optional<Reading> find(String name, String period, String area) {
    String wanted = period(name, period);
    return bySeries.getOrDefault(series(name), List.of()).stream()
        .filter(r -> r.period().equals(wanted) && r.area().equals(area))
        .findFirst();
  }

  private static String series(String name) {
    int at = name.lastIndexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }

  private String period(String name, String asked) {
    int at = name.lastIndexOf('@');
    if (at >= 0) {
      return name.substring(at + 1);
    }
    Set<String> periods = new TreeSet<>();
    bySeries.getOrDefault(name, List.of()).forEach(r -> periods.add(r.period()));
    return periods.size() == 1 && !periods.iterator().next().matches("\\d{4}")
        ? periods.iterator().next()
        : asked;
  }

  private static String newest(List<Reading> readings) {
    return readings.stream().map(Reading::period).max(String::compareTo).orElseThrow();
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
                    + (bySeries.containsKey(series(series)) ? "" : didYouMean(series))));
  }

  private String didYouMean(String series) {
    return org.plimsoll.sources.table.Spelling.nearest(series, bySeries.keySet())
        .map(s -> "\nMaybe you meant '" + s + "'")
        .orElse("\nMaybe look in docs/sources for the series that each reader gives");
  }
}
