package org.plimsoll.planner.market.measures;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;

/**
 * Who is meant by the names in measures, on the scenario's date. Names that were looked up before
 * are read without a lock.
 */
public final class Names {
  private final Function<Parties, SortedSet<? extends Place>> members;
  private final ConcurrentMap<Parties, SortedSet<Place>> known = new ConcurrentHashMap<>();

  /**
   * @param members the places that names mean, which must always be the same
   */
  public Names(Function<Parties, SortedSet<? extends Place>> members) {
    this.members = members;
  }

  public Names(Evidence evidence, Scenario scenario) {
    this(new Membership(evidence, List.of(scenario.alliance()), scenario.asOf())::resolve);
  }

  /** Of a market file: its nodes and alliances. */
  public Names(MarketCase market) {
    this(parties -> resolve(market, parties));
  }

  private static SortedSet<Place> resolve(MarketCase market, Parties parties) {
    SortedSet<Place> places = new TreeSet<>();
    for (String id : parties.ids()) {
      @Nullable List<Region> alliance = market.alliances().get(id);
      if (alliance != null) {
        places.addAll(alliance);
      } else if (market.nodes().stream().anyMatch(node -> node.place().id().equals(id))) {
        places.add(new Region(id));
      } else {
        throw new IllegalArgumentException(
            "no node or alliance is called " + id + "\nMaybe check its spelling");
      }
    }
    return places;
  }

  /** The countries meant, for reading only; none for no name. */
  public SortedSet<Place> resolve(Parties parties) {
    @Nullable SortedSet<Place> found = known.get(parties);
    if (found == null) {
      found = Collections.unmodifiableSortedSet(new TreeSet<Place>(members.apply(parties)));
      known.put(parties, found);
    }
    return found;
  }

  /**
   * The countries meant by each side of a measure.
   *
   * @throws IllegalArgumentException naming the measure, if a name is not known
   */
  public Coverage coverage(Terms terms) {
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
   * @param exempt to whom it does not apply
   */
  public record Coverage(
      boolean everyOrigin,
      SortedSet<Place> origins,
      boolean everyDestination,
      SortedSet<Place> destinations,
      SortedSet<Place> exempt) {
    public boolean hasOrigin(Place country) {
      return (everyOrigin || origins.contains(country)) && !exempt.contains(country);
    }

    /** Whether it is named, or all are: importers who act exempt origins, not themselves. */
    public boolean hasDestination(Place country) {
      return everyDestination || destinations.contains(country);
    }

    /** The same for what others do to the destination, or where it uses or stores goods. */
    public boolean reaches(Place country) {
      return hasDestination(country) && !exempt.contains(country);
    }
  }
}
