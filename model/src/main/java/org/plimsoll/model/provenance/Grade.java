package org.plimsoll.model.provenance;

/** How well a figure is observed. */
public enum Grade {
  /** A clean reading: its own code, both sides known. */
  A,
  /** A bundled or partial code, scaled to content. */
  B,
  /** A prior from production, use and what is known: ranks and intervals only. */
  C;

  /** The weaker of the two grades. */
  public Grade worse(Grade other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
