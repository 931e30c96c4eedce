package org.plimsoll.planner.market;

import org.plimsoll.model.commodity.ProductId;

/**
 * A product of a chain with the figures that hold at all its nodes.
 *
 * @param id which
 * @param priceUsdPerTonne producer price in the base, at every maker
 * @param sourcing how buyers combine origins
 * @param demandElasticity −∂ln d/∂ln ρ of final use
 * @param stockBuildElasticity −∂ln b/∂ln ρ of what the base adds to stocks
 * @param chokeMultiple price over base price from which on use goes unserved
 * @param unservedSlope rise of the price over the choke, as its share, by which 63% is gone
 * @param freightShare freight and insurance between countries, share of the base price
 * @param newRoutePremium extra landed cost of a new route, share of the base price
 * @param newRouteSlope rise of the price, share of the base, at which a new route serves a buyer
 */
record ProductFigures(
    ProductId id,
    double priceUsdPerTonne,
    Sourcing sourcing,
    double demandElasticity,
    double stockBuildElasticity,
    double chokeMultiple,
    double unservedSlope,
    double freightShare,
    double newRoutePremium,
    double newRouteSlope) {}
