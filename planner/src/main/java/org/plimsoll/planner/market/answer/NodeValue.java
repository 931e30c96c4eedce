package org.plimsoll.planner.market.answer;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;

/**
 * What a goal changes by for one more tonne released from stock at a node.
 *
 * @param product which
 * @param country where
 * @param user end user that it is released to; empty where users are not told apart
 * @param perTonne ∂goal/∂tonne
 */
public record NodeValue(ProductId product, Place country, String user, double perTonne) {}
