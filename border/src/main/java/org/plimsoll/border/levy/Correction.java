package org.plimsoll.border.levy;

import org.plimsoll.model.quantity.Money;

/**
 * A further assessment of a line that was assessed before. Neither is ever changed: what is owed is
 * the latest, and what is still to pay is the difference.
 *
 * @param earlier what was paid by
 * @param later what is owed by, in the same currency
 */
public record Correction(LevyAssessment earlier, LevyAssessment later) {
  public Correction {
    if (!earlier.levy().currency().equals(later.levy().currency())) {
      throw new IllegalArgumentException(
          "an assessment in %s cannot be corrected by one in %s"
              .formatted(earlier.levy().currency(), later.levy().currency()));
    }
  }

  /** What is to be paid still; below 0 if it is to be paid back. */
  public Money difference() {
    return later.levy().minus(earlier.levy());
  }
}
