package org.plimsoll.planner.outlook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.planner.market.draw.ParameterDraw;

/**
 * Demand of each commodity as a multiple of the base year's: through the points of one outlook, the
 * same growth every year between two of them and after the last.
 */
public final class GrowthPath {
  /** Outlooks of which the first that has points for a commodity is followed. */
  public static final List<String> USUAL = List.of("IEA STEPS", "our range");

  private static final String WORLD = "*";

  private final int baseYear;
  private final ParameterDraw draw;

  /** By commodity: points in order of year. */
  private final Map<String, List<DemandGrowth>> points = new TreeMap<>();

  private GrowthPath(int baseYear, ParameterDraw draw) {
    this.baseYear = baseYear;
    this.draw = draw;
  }

  /**
   * The path of these outlooks.
   *
   * @param table outlooks of the world; only those for the whole world that start from the base
   *     year are read
   * @param outlooks names of outlooks; of several, the first that has a commodity counts for it
   * @param draw which value of each range
   * @throws IllegalArgumentException if the table has no outlook of a name
   */
  public static GrowthPath of(
      List<DemandGrowth> table, int baseYear, List<String> outlooks, ParameterDraw draw) {
    GrowthPath path = new GrowthPath(baseYear, draw);
    for (String name : outlooks) {
      Map<String, List<DemandGrowth>> found = new TreeMap<>();
      for (DemandGrowth row : table) {
        if (row.scenario().equals(name)
            && row.area().equals(WORLD)
            && row.baseYear() == baseYear
            && row.year() > baseYear) {
          found.computeIfAbsent(row.commodity(), c -> new ArrayList<>()).add(row);
        }
      }
      if (found.isEmpty() && !table.isEmpty()) {
        throw new IllegalArgumentException(
            "no outlook of demand is called '"
                + name
                + "'\nMaybe one of "
                + String.join(", ", names(table, baseYear)));
      }
      found.forEach((commodity, rows) -> {
        rows.sort(Comparator.comparingInt(DemandGrowth::year));
        path.points.putIfAbsent(commodity, rows);
      });
    }
    return path;
  }

  private static List<String> names(List<DemandGrowth> table, int baseYear) {
    return table.stream()
        .filter(row -> row.area().equals(WORLD) && row.baseYear() == baseYear)
        .map(DemandGrowth::scenario)
        .distinct()
        .sorted()
        .toList();
  }

  /** The outlook followed for a commodity; empty if none has it, and demand stands still. */
  public Optional<String> findOutlook(String commodity) {
    return points.getOrDefault(commodity, List.of()).stream()
        .map(DemandGrowth::scenario)
        .findFirst();
  }

  /** Demand of the year over that of the base year. */
  public double multiple(String commodity, int year) {
    int from = baseYear;
    double at = 1;
    double growth = 1;
    for (DemandGrowth point : points.getOrDefault(commodity, List.of())) {
      double next =
          draw.value("demand-growth", commodity + "/" + point.scenario(), point.multiple());
      growth = StrictMath.pow(next / at, 1.0 / (point.year() - from));
      if (year <= point.year()) {
        break;
      }
      from = point.year();
      at = next;
    }
    return at * StrictMath.pow(growth, year - from);
  }
}
