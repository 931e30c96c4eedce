package org.plimsoll.planner.plan;

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
record Bloc(String id, List<Region> regions, SortedSet<CountryCode> countries) {

  static Bloc of(Evidence evidence, Scenario scenario) {
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

  boolean contains(CountryCode country) {
    return countries.contains(country);
  }

  /** As measures name it. */
  Parties parties() {
    return Parties.of(id);
  }

  /** The region of a member, or the country itself. */
  String labelOf(CountryCode country) {
    return regions.stream()
        .filter(r -> r.contains(country))
        .map(Region::id)
        .findFirst()
        .orElse(country.alpha3());
  }
}
