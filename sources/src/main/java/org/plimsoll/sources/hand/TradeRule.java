package org.plimsoll.sources.hand;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Place;

/**
 * What is known of flows before balancing; a row of {@code trade.csv}.
 *
 * @param product which
 * @param exporter country code, or {@code *} for every exporter of the series
 * @param importer country code, or {@code *} for every importer of the series
 * @param series dataset series; empty if tonnes are stated
 * @param amount factor on the series, or tonnes
 * @param complete whether the exporters named have no other customers
 * @param remark grade, status and note
 * @param place line of the file
 */
public record TradeRule(
    ProductId product,
    String exporter,
    String importer,
    String series,
    double amount,
    boolean complete,
    Remark remark,
    Place place) {}
