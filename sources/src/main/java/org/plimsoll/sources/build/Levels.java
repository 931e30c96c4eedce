package org.plimsoll.sources.build;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;

/** Levels of activities by country, and what they put out and take in. */
final class Levels {
  private final List<Activity> activities;
  private final SortedMap<String, SortedMap<CountryCode, Amount>> levels = new TreeMap<>();

  Levels(List<Activity> activities) {
    this.activities = activities;
  }

  /** Tonnes of the primary product, by activity and country. */
  SortedMap<String, SortedMap<CountryCode, Amount>> byActivity() {
    return levels;
  }

  /** Adds to a level; nothing and less is no level. */
  void put(String activity, CountryCode country, double tonnes, Provenance provenance) {
    technology(activity, country);
    if (tonnes <= 0) {
      return;
    }
    levels
        .computeIfAbsent(activity, a -> new TreeMap<>())
        .merge(country, new Amount(tonnes, provenance), Amount::plus);
  }

  SortedMap<CountryCode, Double> output(ProductId product) {
    return tonnes(product, Activity::outputs);
  }

  SortedMap<CountryCode, Double> inputs(ProductId product) {
    return tonnes(product, Activity::inputs);
  }

  private SortedMap<CountryCode, Double> tonnes(
      ProductId product, Function<Activity, Map<ProductId, Double>> side) {
    SortedMap<CountryCode, Double> tonnes = new TreeMap<>();
    levels.forEach((id, countries) ->
        countries.forEach((country, level) -> {
          double perUnit = side.apply(technology(id, country)).getOrDefault(product, 0.0);
          if (perUnit > 0) {
            tonnes.merge(country, perUnit * level.tonnes(), Double::sum);
          }
        }));
    return tonnes;
  }

  /**
   * The activity's own row for the country, else the general one.
   *
   * @throws IllegalArgumentException if there is neither
   */
  Activity technology(String id, CountryCode country) {
    return activities.stream()
        .filter(a -> a.id().equals(id))
        .filter(a -> a.scope().map(country::equals).orElse(true))
        .max(Comparator.comparing(a -> a.scope().isPresent()))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no activity is called '" + id + "'\nMaybe add it to technology.csv"));
  }
}
