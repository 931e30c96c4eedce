package org.plimsoll.vault.terms;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a contract has to settle. */
public enum Term {
  /** Paid once at commitment, as a share of price × mass. */
  ENTRY_FEE(Kind.SHARE),
  /** Interest on the price of what is held or drawn, a year of 365 days. */
  INTEREST(Kind.SHARE),
  /** Storage of a kilogram for a day, in the currency of the contract. */
  STORAGE_KG_DAY(Kind.PRICE),
  /** Share of what was allotted that may be out at once in normal times. */
  DRAW_SHARE(Kind.SHARE),
  /** The same in a declared emergency. */
  EMERGENCY_DRAW_SHARE(Kind.SHARE),
  /**
   * Days from the day the goods leave to the day by which they are replenished, at the latest. A
   * reservation does not begin them.
   */
  REPLENISH_DAYS(Kind.DAYS),
  /** Days after the due date before a default can be declared. */
  GRACE_DAYS(Kind.DAYS),
  /** What a defaulter pays beyond the price of what it owes, as a share of it. */
  DEFAULT_PENALTY(Kind.SHARE);

  enum Kind {
    SHARE,
    PRICE,
    DAYS
  }

  private final Kind kind;

  Term(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** The word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the word used in files.
   *
   * @throws IllegalArgumentException if no term has it
   */
  public static Term parse(String text) {
    return Arrays.stream(values())
        .filter(term -> term.word().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "not a term: '"
                    + text
                    + "'\nMaybe you meant one of "
                    + Arrays.stream(values()).map(Term::word).collect(Collectors.joining(", "))));
  }
}
