package org.plimsoll.planner.risk;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.model.place.CountryCode;

/**
 * A country, customs territory or alliance seen as one: what moves between its members is not
 * trade.
 *
 * @param id country code, territory or alliance, for example {@code USA}, {@code EU27}
 * @param members at least one
 */
public record Region(String id, SortedSet<CountryCode> members) {
  public Region {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    if (members.isEmpty()) {
      throw new IllegalArgumentException("region " + id + " must have a member");
    }
  }

  public static Region of(CountryCode country) {
    return new Region(country.alpha3(), new TreeSet<>(java.util.List.of(country)));
  }

  /** Whether the country belongs to it. */
  public boolean contains(CountryCode country) {
    return members.contains(country);
  }
}
