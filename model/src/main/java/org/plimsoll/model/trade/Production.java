package org.plimsoll.model.trade;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;

/**
 * Output of one activity in one country and year. Joint products are not repeated here: the level
 * is that of the primary product, and the activity's coefficients give the rest.
 *
 * @param activity identifier in {@code technology.csv}
 * @param product the activity's primary product, or the product of a listed fact
 * @param country where
 * @param year calendar year
 * @param tonnes tonnes of content on the product's basis
 * @param provenance source, grade, status
 */
public record Production(
    String activity,
    ProductId product,
    CountryCode country,
    int year,
    double tonnes,
    Provenance provenance) {}
