package org.plimsoll.border.levy;

import java.math.RoundingMode;

/**
 * How what is owed on a line becomes an amount that can be paid.
 *
 * @param mode halves up unless the law says otherwise
 * @param stepMinor the amount is a multiple of so many minor units: 1 for cents, 100 for whole
 *     dollars
 */
public record Rounding(RoundingMode mode, long stepMinor) {
  /** To the minor unit, halves up. */
  public static final Rounding HALF_UP = new Rounding(RoundingMode.HALF_UP, 1);

  public Rounding {
    if (mode == RoundingMode.UNNECESSARY || stepMinor < 1 || stepMinor > 1000) {
      throw new IllegalArgumentException(
          "amounts are rounded to 1 to 1,000 minor units by a mode that rounds, but here by %s"
                  .formatted(mode)
              + " to "
              + stepMinor);
    }
  }
}
