package org.plimsoll.border.screening;

import java.util.Locale;

/** What a test looks for, and what else may be behind it. */
public enum Suspicion {
  /** More is shipped than the claimed origin can have. */
  CAPACITY(
      "new or unrecorded output, sales from stock, or a pack that traces transit trade to its"
          + " maker"),
  /** A claimed origin grows after a measure while another falls. */
  SURGE(
      "buyers may turn to other makers, which is what a measure asks for; new capacity, seasons,"
          + " a few large orders"),
  /** A low price a kilogram of content. */
  UNIT_VALUE("an older contract, a lower grade, a sample, a price that fell within the month"),
  /** Priced as goods of another code of the same commodity. */
  RELABELLING("a high grade, a small lot, or a code that two offices read differently"),
  /** First digits of an importer's values that are not those of grown figures. */
  FIRST_DIGITS(
      "prices by contract, lots of one size, a lowest value below which nothing is declared, one"
          + " good at one price");

  private final String innocent;

  Suspicion(String innocent) {
    this.innocent = innocent;
  }

  /** The word used in output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What else may explain it. */
  public String innocent() {
    return innocent;
  }
}
