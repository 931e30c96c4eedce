package org.plimsoll.border.parties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;

/** The members of an alliance, country by country, found in constant time. */
public final class Roster {
  private final Map<String, List<Alliance.Member>> byCountry = new HashMap<>();

  /** An alliance whose parties are countries: a customs territory is written out before. */
  public Roster(Alliance alliance) {
    for (Alliance.Member member : alliance.members()) {
      byCountry
          .computeIfAbsent(CountryCode.of(member.party()).id(), c -> new ArrayList<>())
          .add(member);
    }
  }

  /** Whether the country is a member on the date. */
  public boolean includes(CountryCode country, LocalDate date) {
    List<Alliance.Member> memberships = byCountry.get(country.id());
    if (memberships == null) {
      return false;
    }
    for (Alliance.Member membership : memberships) {
      if (membership.isInsideOn(date)) {
        return true;
      }
    }
    return false;
  }
}
