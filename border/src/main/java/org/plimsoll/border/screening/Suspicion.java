package org.plimsoll.border.screening;

import java.util.Locale;
import java.util.Optional;

/** What a test looks for, and what else may be behind it. */
public enum Suspicion {
  /** More is shipped than the claimed origin can have. */
  CAPACITY(
      100,
      100,
      "new or unrecorded output, sales from stock, or a pack that traces transit trade to its"
          + " maker"),
  /** A claimed origin grows after a measure while another falls. */
  SURGE(
      100,
      100,
      "buyers may turn to other makers, which is what a measure asks for; new capacity, seasons,"
          + " a few large orders"),
  /** A low price a kilogram of content. */
  UNIT_VALUE(
      47, 100, "an older contract, a lower grade, a sample, a price that fell within the month"),
  /** Priced as goods of another code of the same commodity. */
  RELABELLING(83, 100, "a high grade, a small lot, or a code that two offices read differently"),
  /** First digits of an importer's values that are not those of grown figures. */
  FIRST_DIGITS(
      0,
      0,
      "prices by contract, lots of one size, a lowest value below which nothing is declared, one"
          + " good at one price");

  private final int hits;
  private final int tried;
  private final String innocent;

  /**
   * A suspicion.
   *
   * @param hits of the lines of made-up entries that it suspects most, those in the truth
   * @param tried how many were looked at
   */
  Suspicion(int hits, int tried, String innocent) {
    this.hits = hits;
    this.tried = tried;
    this.innocent = innocent;
  }

  /** The word used in output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Of the first lines by this test alone, how many are in the truth, on the made-up entries of
   * {@code docs/method/screening.md}; empty if it suspects none of them.
   */
  public Optional<WilsonInterval> precision() {
    return tried == 0 ? Optional.empty() : Optional.of(WilsonInterval.of(hits, tried));
  }

  /** How many lines were looked at for {@link #precision}. */
  public int tried() {
    return tried;
  }

  /** What else may explain it. */
  public String innocent() {
    return innocent;
  }
}
