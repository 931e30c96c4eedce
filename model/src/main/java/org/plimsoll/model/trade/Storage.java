package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * What it costs, or how long it is possible, to keep a material.
 *
 * @param scope commodity, product, or {@code *} for any
 * @param form in which it is kept, and how
 * @param measure rent, shelf life, the share that is fungible, …
 * @param place where; {@code *} for anywhere
 * @param value in {@code unit}
 * @param unit USD/(t a), years, or 1/a for a share of the value a year
 * @param provenance source, grade, status
 */
public record Storage(
    String scope,
    String form,
    String measure,
    String place,
    Interval value,
    String unit,
    Provenance provenance) {}
