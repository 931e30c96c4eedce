package org.plimsoll.planner.reference;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * A figure that a reference price is computed from.
 *
 * @param id by which a challenge names it
 * @param what it is, in a few words
 * @param value used
 * @param unit of the value
 * @param provenance of the row that holds it
 * @param isChallenged whether the value is a challenger's and not the row's own
 */
public record Input(
    String id,
    String what,
    Interval value,
    String unit,
    Provenance provenance,
    boolean isChallenged) {
  double central() {
    return value.central();
  }
}
