package org.plimsoll.model.policy;

import java.util.Locale;

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
    for (DutyKind kind : values()) {
      if (kind.word().equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "not a kind of duty: '"
            + text
            + "'\nMaybe you meant mfn, safeguard, anti-dumping, countervailing, section-232 or"
            + " section-301");
  }

  /** The word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
