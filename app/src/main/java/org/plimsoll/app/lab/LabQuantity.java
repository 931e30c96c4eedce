package org.plimsoll.app.lab;

/** What each draw of the parameters is asked for. */
public enum LabQuantity {
  /** Delivered price in the alliance; at least this where a member is at the assumed ceiling. */
  ALLIANCE_PRICE("allianceUsdPerTonne", "price in the alliance, USD/t"),
  /** The same in third countries. */
  THIRD_COUNTRIES_PRICE("thirdCountriesUsdPerTonne", "price in third countries, USD/t"),
  /** Over the scenario without levers in the same draw; at most this at the ceiling. */
  MEMBERS_GAIN("membersGainUsdMillion", "members gain, USD million a year"),
  DAYS_OF_SHORTAGE("daysOfShortage", "days short"),
  UNSERVED("unservedTonnes", "members go without, t");

  private final String key;
  private final String label;

  LabQuantity(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** Its name for programs. */
  public String key() {
    return key;
  }

  /** For a person, with its unit. */
  public String label() {
    return label;
  }
}
