package org.plimsoll.planner.risk;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.model.place.CountryCode;

/**
 * Whose supply is at risk: a country, a region, or a firm.
 *
 * @param name for example {@code USA}, {@code EU27}, or a firm's own
 * @param members countries from which supply is no import; none for a firm, to which every supplier
 *     is a stranger
 */
public record Buyer(String name, SortedSet<CountryCode> members) {
  public Buyer {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
  }

  public static Buyer of(Region region) {
    return new Buyer(region.id(), region.members());
  }

  /** A firm, without a country of its own. */
  public static Buyer ofFirm(String name) {
    return new Buyer(name, Collections.emptySortedSet());
  }

  /** Whether supply from the country is home supply. */
  public boolean isHome(CountryCode country) {
    return members.contains(country);
  }
}
