package org.plimsoll.model.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A group of countries and customs territories with dated membership.
 *
 * @param id identifier used in scenarios, for example {@code core}
 * @param members in the order of the file
 */
public record Alliance(String id, List<Member> members) {
  public Alliance {
    members = List.copyOf(members);
  }

  /**
   * One membership.
   *
   * @param party a country code or a territory such as {@code EU27}
   * @param from first day inside
   * @param until first day outside; empty if open
   */
  public record Member(String party, LocalDate from, Optional<LocalDate> until) {
    /** Whether the party is inside on {@code date}. */
    public boolean isInsideOn(LocalDate date) {
      return !date.isBefore(from) && until.map(date::isBefore).orElse(true);
    }
  }

  /** The parties inside on {@code date}, in the order of the file. */
  public List<String> listPartiesOn(LocalDate date) {
    return members.stream().filter(m -> m.isInsideOn(date)).map(Member::party).toList();
  }
}
