package org.plimsoll.model.policy;

import java.util.List;

/**
 * Countries, customs territories and alliances as a file names them; {@link
 * org.plimsoll.model.evidence.Membership} resolves them on a date.
 *
 * @param ids country codes, territory ids or alliance ids; empty for everyone (or, as an exemption,
 *     for no one)
 */
public record Parties(List<String> ids) {
  /** No names: everyone, or, as an exemption, no one. */
  public static final Parties UNNAMED = new Parties(List.of());

  public Parties {
    ids = List.copyOf(ids);
  }

  public static Parties of(String... ids) {
    return new Parties(List.of(ids));
  }

  public boolean isUnnamed() {
    return ids.isEmpty();
  }

  @Override
  public String toString() {
    return isUnnamed() ? "all" : String.join(", ", ids);
  }
}
