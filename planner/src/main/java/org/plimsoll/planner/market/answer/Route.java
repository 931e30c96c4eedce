package org.plimsoll.planner.market.answer;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/**
 * A flow with what lies between its prices; USD a tonne, in the order in which it is paid.
 *
 * @param product which
 * @param from where it is made
 * @param to where it is used
 * @param user end user there, if a measure tells one apart, else empty
 * @param tonnes content a year
 * @param newTonnes of these, on new routes
 * @param producerUsd producer price
 * @param exportTaxUsd to the exporter's treasury
 * @param rentUsd to holders of licences or quotas, in the exporter
 * @param freightUsd freight and insurance
 * @param dutyUsd to the importer's treasury
 * @param premiumUsd what tariff-rate quotas add, as duty or as rent of who may import within them
 * @param levyUsd variable levy, or the gap that the exporter keeps
 * @param landedUsd the sum: price at the buyer's door
 */
public record Route(
    ProductId product,
    CountryCode from,
    CountryCode to,
    String user,
    double tonnes,
    double newTonnes,
    double producerUsd,
    double exportTaxUsd,
    double rentUsd,
    double freightUsd,
    double dutyUsd,
    double premiumUsd,
    double levyUsd,
    double landedUsd) {}
