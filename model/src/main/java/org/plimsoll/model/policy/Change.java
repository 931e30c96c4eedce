package org.plimsoll.model.policy;

import org.plimsoll.model.provenance.Interval;

/** How a figure of the base year is changed. */
public sealed interface Change {
  /** The range that the measure states. */
  Interval figure();

  /**
   * Something is added.
   *
   * @param figure what, in the unit of the figure that changes; negative to take away
   */
  record By(Interval figure) implements Change {}

  /**
   * The figure is multiplied.
   *
   * @param figure factor, not negative
   */
  record Times(Interval figure) implements Change {
    public Times {
      if (figure.low() < 0) {
        throw new IllegalArgumentException(
            "a factor must not be negative, but is " + figure + "\nMaybe write 0.8 for 20% less");
      }
    }
  }
}
