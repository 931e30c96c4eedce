package org.plimsoll.model.trade;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * A price of a product.
 *
 * @param product which
 * @param vintage the base it serves as; empty word {@code quote} if it is only shown
 * @param date the date or period that it holds for, as printed: 2024, 2026-02-19
 * @param location where and on what terms
 * @param type benchmark, unit value, assessment, contract floor, derived
 * @param usdPerTonne US dollars a tonne of the product's basis
 * @param liquid whether real volume trades at it
 * @param provenance source, grade, status
 */
public record Price(
    ProductId product,
    String vintage,
    String date,
    String location,
    String type,
    Interval usdPerTonne,
    boolean liquid,
    Provenance provenance) {}
