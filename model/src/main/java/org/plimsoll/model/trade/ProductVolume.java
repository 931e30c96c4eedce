package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * How many units of a good were made, sold or put up in a year.
 *
 * @param good as in the bills of materials
 * @param measure production, sales, deliveries, installations, …
 * @param area country code, customs territory, or {@code *} for the world
 * @param year calendar year
 * @param units counted in {@code unit}
 * @param unit what is counted, the same as in the good's bills of materials
 * @param provenance source, grade, status
 */
public record ProductVolume(
    String good,
    String measure,
    String area,
    int year,
    Interval units,
    String unit,
    Provenance provenance) {}
