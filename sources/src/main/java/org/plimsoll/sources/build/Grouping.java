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
import org.plimsoll.sources.hand.Hand;

/**
 * Groups of countries split by manufacturing value added, grade C; corrected where the rules say
 * that it misleads.
 */
final class Grouping {
  private final SortedMap<CountryCode, Double> valueAdded = new TreeMap<>();
  private final SortedMap<CountryCode, Double> weights = new TreeMap<>();
  private final List<Evidence.Territory> territories;

  Grouping(Readings readings, Hand hand) {
    this.territories = hand.territories();
    for (Reading reading : readings.list("wdi/mva", CountryFigures.LATEST)) {
      CountryCode country = CountryCode.of(reading.area());
      valueAdded.put(country, reading.value());
      weights.put(country, reading.value() * hand.weightFactors().getOrDefault(country, 1.0));
    }
  }

  /** As read, USD million. */
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
    SortedMap<CountryCode, Double> split = new TreeMap<>();
    if (area.equals(Areas.OTHERS)) {
      Set<CountryCode> taken = new HashSet<>();
      for (String name : named) {
        taken.addAll(membersOf(name));
      }
      weights.forEach((country, weight) -> {
        if (!taken.contains(country)) {
          split.put(country, weight);
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
          split.put(member, members.size() == 1 ? 1 : weights.getOrDefault(member, 0.0));
        }
      }
      split.values().removeIf(w -> w <= 0);
    }
    if (split.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' has no member with manufacturing value added left to split among".formatted(area)
              + "\nMaybe name its countries one by one");
    }
    return split;
  }

  /**
   * Those of the countries that an area stands for.
   *
   * @param area country code, territory, or {@code OTH}
   * @param named areas that have rules of their own
   * @param tonnes by country
   */
  SortedMap<CountryCode, Double> among(
      String area, List<String> named, SortedMap<CountryCode, Double> tonnes) {
    Set<CountryCode> apart = new HashSet<>();
    named.stream().filter(n -> !n.equals(area)).forEach(n -> apart.addAll(membersOf(n)));
    List<CountryCode> members = area.equals(Areas.OTHERS) ? List.of() : membersOf(area);
    SortedMap<CountryCode, Double> among = new TreeMap<>(tonnes);
    among
        .keySet()
        .removeIf(country ->
            apart.contains(country) || !(members.isEmpty() || members.contains(country)));
    return among;
  }

  /**
   * The countries that an importer of a series stands for, with their shares: itself, or the
   * members of a territory by manufacturing value added; what a territory has from its own members
   * is no import. None if the importer is a total.
   */
  SortedMap<CountryCode, Double> importers(String exporter, String importer) {
    SortedMap<CountryCode, Double> shares = new TreeMap<>();
    if (Areas.isCountry(importer)) {
      shares.put(CountryCode.of(importer), 1.0);
    } else if (territories.stream().anyMatch(t -> t.id().equals(importer))) {
      SortedMap<CountryCode, Double> weights = split(importer, List.of());
      if (!weights.containsKey(CountryCode.of(exporter))) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.forEach((country, weight) -> shares.put(country, weight / sum));
      }
    }
    return shares;
  }

  private List<CountryCode> membersOf(String area) {
    return territories.stream()
        .filter(t -> t.id().equals(area))
        .findFirst()
        .map(Evidence.Territory::members)
        .orElseGet(() -> area.matches("[A-Z]{3}") ? List.of(CountryCode.of(area)) : List.of());
  }
}
