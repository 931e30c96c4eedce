package org.plimsoll.model.commodity;

import java.util.Locale;

/** How far a product is modelled: no invented data. */
public enum Tier {
  /** Balanced and solved; grades shown. */
  SOLVED,
  /** Solved, but a side rests on a prior: ranks and intervals only, two significant figures. */
  INDICATIVE,
  /** Facts only, no solve. */
  LISTED;

  /**
   * Reads the lower-case word used in files.
   *
   * @throws IllegalArgumentException if the word is not a tier
   */
  public static Tier parse(String text) {
    for (Tier tier : values()) {
      if (tier.word().equals(text)) {
        return tier;
      }
    }
    throw new IllegalArgumentException(
        "not a tier: '" + text + "'\nMaybe you meant solved, indicative or listed");
  }

  /** The lower-case word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
