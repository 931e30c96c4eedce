package org.plimsoll.model.trade;

import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;

/**
 * A reconciled flow of a product from its maker to its user; exporter and importer are the same for
 * what is used at home.
 *
 * @param product which
 * @param exporter where it was made
 * @param importer where it is used
 * @param year calendar year
 * @param tonnes tonnes of content after balancing
 * @param observedTonnes tonnes of content before balancing; empty if nothing was observed
 * @param provenance source, grade, status
 */
public record Flow(
    ProductId product,
    CountryCode exporter,
    CountryCode importer,
    int year,
    double tonnes,
    OptionalDouble observedTonnes,
    Provenance provenance) {}
