package org.plimsoll.planner.market;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;

/** Who is meant by the names in measures, on the scenario's date. */
final class Names {
  private final Membership membership;
  private final Map<Parties, SortedSet<CountryCode>> known = new HashMap<>();

  Names(Evidence evidence, Scenario scenario) {
    membership = new Membership(evidence, List.of(scenario.alliance()), scenario.asOf());
  }

  /** The countries meant; none for no name. */
  synchronized SortedSet<CountryCode> resolve(Parties parties) {
    return known.computeIfAbsent(parties, membership::resolve);
  }

  /**
   * The countries meant by each side of a measure.
   *
   * @throws IllegalArgumentException naming the measure, if a name is not known
   */
  Coverage coverage(Terms terms) {
    try {
      return new Coverage(
          terms.from().isUnnamed(),
          resolve(terms.from()),
          terms.to().isUnnamed(),
          resolve(terms.to()),
          resolve(terms.exempt()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("measure " + terms.id() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Countries on each side of a measure.
   *
   * @param everyOrigin whether no origin is named, which means all
   * @param origins named
   * @param everyDestination whether no destination is named, which means all
   * @param destinations named
   * @param exempt origins to which it does not apply
   */
  record Coverage(
      boolean everyOrigin,
      SortedSet<CountryCode> origins,
      boolean everyDestination,
      SortedSet<CountryCode> destinations,
      SortedSet<CountryCode> exempt) {
    boolean hasOrigin(CountryCode country) {
      return (everyOrigin || origins.contains(country)) && !exempt.contains(country);
    }

    boolean hasDestination(CountryCode country) {
      return everyDestination || destinations.contains(country);
    }
  }
}
