package org.plimsoll.sources.build;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.CountryFigures;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Readings;

/** Groups of countries split by manufacturing value added, grade C. */
final class Grouping {
  private final SortedMap<CountryCode, Double> valueAdded = new TreeMap<>();
  private final List<Evidence.Territory> territories;

  Grouping(Readings readings, List<Evidence.Territory> territories) {
    this.territories = territories;
    for (Reading reading : readings.list("wdi/mva", CountryFigures.LATEST)) {
      valueAdded.put(CountryCode.of(reading.area()), reading.value());
    }
  }

  SortedMap<CountryCode, Double> valueAdded() {
    return valueAdded;
  }

  /**
   * Weights of the countries that an area stands for.
   *
   * @param area country code, territory, or {@code OTH}
   * @param named areas that have rules of their own; {@code OTH} is everybody else
   * @throws IllegalArgumentException if the area is none of these, or nobody of it is left
   */
  SortedMap<CountryCode, Double> split(String area, List<String> named) {
    SortedMap<CountryCode, Double> weights = new TreeMap<>();
    if (area.equals(Areas.OTHERS)) {
      Set<CountryCode> taken = new HashSet<>();
      for (String name : named) {
        taken.addAll(membersOf(name));
      }
      valueAdded.forEach((country, value) -> {
        if (!taken.contains(country)) {
          weights.put(country, value);
        }
      });
    } else {
      List<CountryCode> members = membersOf(area);
      if (members.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + area + "' is no country, territory or OTH\nMaybe write JPN, EU27 or OTH");
      }
      Set<CountryCode> alone = new HashSet<>();
      named.stream()
          .filter(n -> n.length() == 3 && !n.equals(area))
          .filter(n -> !n.equals(Areas.OTHERS))
          .forEach(n -> alone.add(CountryCode.of(n)));
      for (CountryCode member : members) {
        if (members.size() == 1 || !alone.contains(member)) {
          double value = valueAdded.getOrDefault(member, 0.0);
          weights.put(member, members.size() == 1 ? 1 : value);
        }
      }
      weights.values().removeIf(w -> w <= 0);
    }
    if (weights.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' has no member with manufacturing value added left to split among".formatted(area)
              + "\nMaybe name its countries one by one");
    }
    return weights;
  }

  private List<CountryCode> membersOf(String area) {
    return territories.stream()
        .filter(t -> t.id().equals(area))
        .findFirst()
        .map(Evidence.Territory::members)
        .orElseGet(() -> area.matches("[A-Z]{3}") ? List.of(CountryCode.of(area)) : List.of());
  }
}
