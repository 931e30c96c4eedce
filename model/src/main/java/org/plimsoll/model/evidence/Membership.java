package org.plimsoll.model.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.Parties;

/** Who is meant by a name on a date: country, customs territory or alliance. */
public final class Membership {
  private final Evidence evidence;
  private final List<Alliance> alliances;
  private final LocalDate date;

  public Membership(Evidence evidence, List<Alliance> alliances, LocalDate date) {
    this.evidence = evidence;
    this.alliances = List.copyOf(alliances);
    this.date = date;
  }

  /** Whether the name is a country, a territory or an alliance that the world or scenario knows. */
  public boolean knows(String name) {
    return findAlliance(name).isPresent()
        || evidence.findTerritory(name).isPresent()
        || isCountry(name);
  }

  /**
   * The countries meant, in code order; for {@link Parties#UNNAMED} none.
   *
   * @throws IllegalArgumentException if a name is not known
   */
  public SortedSet<CountryCode> resolve(Parties parties) {
    SortedSet<CountryCode> countries = new TreeSet<>();
    for (String name : parties.ids()) {
      findAlliance(name)
          .map(alliance -> alliance.listPartiesOn(date))
          .orElse(List.of(name))
          .forEach(party -> countries.addAll(resolveParty(party)));
    }
    return countries;
  }

  private List<CountryCode> resolveParty(String party) {
    Optional<Evidence.Territory> territory = evidence.findTerritory(party);
    if (territory.isPresent()) {
      return territory.get().members();
    }
    if (!isCountry(party)) {
      throw new IllegalArgumentException(
          "no country, territory or alliance is called '"
              + party
              + "'\nMaybe write an ISO 3166 alpha-3 code such as JPN, or EU27");
    }
    return List.of(CountryCode.of(party));
  }

  private boolean isCountry(String name) {
    return name.length() == 3
        && name.chars().allMatch(c -> c >= 'A' && c <= 'Z')
        && evidence.findCountry(CountryCode.of(name)).isPresent();
  }

  private Optional<Alliance> findAlliance(String name) {
    return alliances.stream().filter(a -> a.id().equals(name)).findFirst();
  }
}
