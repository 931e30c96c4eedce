package org.plimsoll.planner.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.risk.Region;

/**
 * The focal alliance on the scenario's date.
 *
 * @param id of the alliance, as measures name it
 * @param regions its members as the scenario names them: countries and customs territories
 * @param countries all countries of those
 */
public record Bloc(String id, List<Region> regions, SortedSet<CountryCode> countries) {

  /**
   * The alliance of a scenario on the scenario's date.
   *
   * @throws IllegalArgumentException if it has no member then
   */
  public static Bloc of(Evidence evidence, Scenario scenario) {
    Membership membership = new Membership(evidence, List.of(scenario.alliance()), scenario.asOf());
    List<Region> regions = new ArrayList<>();
    SortedSet<CountryCode> countries = new TreeSet<>();
    for (String party : scenario.alliance().listPartiesOn(scenario.asOf())) {
      SortedSet<CountryCode> members = membership.resolve(Parties.of(party));
      regions.add(new Region(party, members));
      countries.addAll(members);
    }
    if (regions.isEmpty()) {
      throw new IllegalArgumentException(
          "alliance '"
              + scenario.alliance().id()
              + "' has no member on "
              + scenario.asOf()
              + "\nMaybe an earlier 'from', or a later asOf");
    }
    return new Bloc(
        scenario.alliance().id(), regions, Collections.unmodifiableSortedSet(countries));
  }

  /** Whether the country belongs to a member. */
  public boolean contains(CountryCode country) {
    return countries.contains(country);
  }

  /** All members as one. */
  public Region whole() {
    return new Region(id, countries);
  }

  /** As measures name it. */
  public Parties parties() {
    return Parties.of(id);
  }

  /** The region of a member, or the country itself. */
  public String labelOf(CountryCode country) {
    return regions.stream()
        .filter(r -> r.contains(country))
        .map(Region::id)
        .findFirst()
        .orElse(country.alpha3());
  }
}
