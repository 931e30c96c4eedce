package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * What a disruption of supply did, or is estimated to do.
 *
 * @param event name of it
 * @param commodity identifier in {@code commodities.csv}; * for many
 * @param area where the effect was measured: country code, customs territory, or {@code *}
 * @param measure imports from China, import unit value, expected loss of GDP, …
 * @param period when, as printed
 * @param value in {@code unit}
 * @param unit 1 for a change as a share (−0.5 for a half lost), USD million
 * @param provenance source, grade, status
 */
public record Disruption(
    String event,
    String commodity,
    String area,
    String measure,
    String period,
    Interval value,
    String unit,
    Provenance provenance) {}
