package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Provenance;

/**
 * A sector's share in the use of a commodity.
 *
 * @param commodity identifier in {@code commodities.csv}
 * @param application what it is used for
 * @param sector NACE Rev. 2 division or group
 * @param share of use, in [0, 1]
 * @param euValueAddedEurMillion value added of that sector in the European Union, EUR million
 * @param provenance source, grade, status
 */
public record EndUse(
    String commodity,
    String application,
    String sector,
    double share,
    double euValueAddedEurMillion,
    Provenance provenance) {}
