package org.plimsoll.planner.study;

import java.util.Locale;

/**
 * Names a case: a set of measures on top of what is in force.
 *
 * @param id lower case, digits and hyphens, for example {@code stop-chn-gallium-refined}
 */
public record CaseId(String id) implements Comparable<CaseId> {
  /** The base year, before any measure. */
  public static final CaseId BASE = new CaseId("base");

  /** The controls in force on the scenario's date, and nothing else. */
  public static final CaseId STATUS_QUO = new CaseId("status-quo");

  /** The scenario's own measures. */
  public static final CaseId SCENARIO = new CaseId("scenario");

  /** Reported and proposed floors together. */
  public static final CaseId PLAN = new CaseId("plan");

  public CaseId {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "'" + id + "' is not the id of a case\nMaybe lower case, digits and hyphens");
    }
  }

  /** The id made of these words: lower case, anything else a hyphen. */
  public static CaseId of(String... words) {
    String joined = String.join("-", words).toLowerCase(Locale.ROOT);
    return new CaseId(joined.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""));
  }

  @Override
  public int compareTo(CaseId other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
