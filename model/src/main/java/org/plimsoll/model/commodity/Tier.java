package org.plimsoll.model.commodity;

import org.plimsoll.model.provenance.Words;

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
    return Words.parse(text, Tier.class, "a tier");
  }

  /** The lower-case word used in files. */
  public String word() {
    return Words.of(this);
  }
}
