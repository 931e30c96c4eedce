package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Provenance;

/**
 * A sector's share in the use of a commodity, as one source has it.
 *
 * @param commodity identifier in {@code commodities.csv}
 * @param area whose use: country code, customs territory, or {@code *} for the world
 * @param application what it is used for
 * @param sector NACE Rev. 2 division or group
 * @param share of use, in [0, 1]
 * @param euValueAddedEurMillion value added of that sector in the European Union, EUR million
 * @param isMain whether the model reads it; other sources are only shown beside it
 * @param provenance source, grade, status
 */
public record EndUse(
    String commodity,
    String area,
    String application,
    String sector,
    double share,
    double euValueAddedEurMillion,
    boolean isMain,
    Provenance provenance) {}
