package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * A default of the model.
 *
 * @param name for example {@code demand-elasticity}
 * @param scope {@code *}, a class, a commodity, a product, or an activity; the narrowest that fits
 *     holds
 * @param value low, central, high
 * @param unit of the value; {@code 1} if it has none
 * @param provenance source, grade, status
 */
public record Parameter(
    String name, String scope, Interval value, String unit, Provenance provenance) {}
