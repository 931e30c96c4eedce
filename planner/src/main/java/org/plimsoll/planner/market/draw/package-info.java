/**
 * One draw of the uncertain parameters.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.draw.ParameterDraw} (the central case or
 * a seeded draw), {@link org.plimsoll.planner.market.draw.ParameterPoint} (figures at values of
 * one's own: the one way to move a parameter), {@link org.plimsoll.planner.market.draw.Parameters}
 * (values by scope in a draw), {@link org.plimsoll.planner.market.draw.MarketParameter} (those that
 * the market reads), {@link org.plimsoll.planner.market.draw.Adjustment} (elasticities between one
 * year and five).
 */
@NullMarked
package org.plimsoll.planner.market.draw;

import org.jspecify.annotations.NullMarked;
