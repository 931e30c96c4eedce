package org.plimsoll.model.provenance;

/** How a figure or a fact came to be known. */
public enum Status {
  /** Seen in a stored copy of the source. */
  READ,
  /** Computed from read figures; the note or the locator says how. */
  DERIVED,
  /** From memory, source named if known: check before use. */
  RECALLED,
  /** Set by the authors, with a reason; drawn as an interval. */
  ASSUMED,
  /** A policy that a source reports. */
  REPORTED,
  /** A policy that this software computed and nobody has announced. */
  PROPOSED,
  /** Open: no evidence either way. */
  UNKNOWN;

  /**
   * Reads the lower-case word used in files.
   *
   * @throws IllegalArgumentException if the word is not a status
   */
  public static Status parse(String text) {
    return Words.parse(text, Status.class, "a status");
  }

  /** The lower-case word used in files. */
  public String word() {
    return Words.of(this);
  }
}
