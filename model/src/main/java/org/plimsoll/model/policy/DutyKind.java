package org.plimsoll.model.policy;

import org.plimsoll.model.provenance.Words;

/**
 * Import duties beside a levy, in the order in which they stack unless a schedule says otherwise.
 */
public enum DutyKind {
  /** The rate that applies to every member of the WTO alike. */
  MFN,
  SAFEGUARD,
  ANTI_DUMPING,
  COUNTERVAILING,
  /** Section 232 of the US Trade Expansion Act: national security. */
  SECTION_232,
  /** Section 301 of the US Trade Act: unfair practices. */
  SECTION_301;

  /**
   * Whether a duty is a part of the price that a floor is compared with: the floor is the least
   * that goods may cost duty paid. The market's wedge and the levy on an entry both go by it.
   */
  public static final boolean COUNTS_TOWARDS_FLOOR = true;

  /** Whether a duty is a part of the price that a partial levy's trigger is compared with. */
  public static final boolean COUNTS_TOWARDS_TRIGGER = false;

  /**
   * Reads the word used in files: {@code mfn}, {@code anti-dumping}, {@code section-301}.
   *
   * @throws IllegalArgumentException if the word is none of them
   */
  public static DutyKind parse(String text) {
    return Words.parse(text, DutyKind.class, "a kind of duty");
  }

  /** The word used in files. */
  public String word() {
    return Words.of(this);
  }
}
