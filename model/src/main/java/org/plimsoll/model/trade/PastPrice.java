package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Provenance;

/**
 * What a material cost in a past year or month. It is shown, and tests of the model look it up; no
 * market starts from it.
 *
 * @param commodity identifier in {@code commodities.csv}
 * @param series form and place, as the publisher words them
 * @param period year, or year and month: {@code 2021}, {@code 2024-08}
 * @param usdPerTonne of what the series is of
 * @param provenance source, grade, status
 */
public record PastPrice(
    String commodity, String series, String period, double usdPerTonne, Provenance provenance) {}
