package org.plimsoll.model.trade;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * What carriage and insurance add to a product's value at the exporter's border, CIF ÷ FOB − 1, as
 * customs measured it.
 *
 * @param product which
 * @param exporter country code, or {@code *} for all
 * @param importer country code, or {@code *} for all that report both values
 * @param period year or years, as printed
 * @param shareOfFob in [0, ∞): 0.03 for 3%
 * @param provenance source, grade, status
 */
public record Freight(
    ProductId product,
    String exporter,
    String importer,
    String period,
    Interval shareOfFob,
    Provenance provenance) {}
