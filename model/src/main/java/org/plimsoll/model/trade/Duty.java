package org.plimsoll.model.trade;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Provenance;

/**
 * An import duty in force in the base year.
 *
 * @param importer country code or customs territory
 * @param origin country code, or {@code *} for every origin without its own row
 * @param product which
 * @param adValorem share of the customs value, 0.035 for 3.5%
 * @param provenance source, grade, status
 */
public record Duty(
    String importer, String origin, ProductId product, double adValorem, Provenance provenance) {}
