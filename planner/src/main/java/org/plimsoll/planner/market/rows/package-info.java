/**
 * The market as numbered rows: makers, buyers, lanes and blocks, and the measures that lie on them.
 * Nothing here searches.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.rows.Chain} (products tied by activities,
 * as arrays), {@link org.plimsoll.planner.market.rows.Node}, {@link
 * org.plimsoll.planner.market.rows.ProductFigures}, {@link
 * org.plimsoll.planner.market.rows.Sourcing}, {@link org.plimsoll.planner.market.rows.Demand},
 * {@link org.plimsoll.planner.market.rows.Curve}, {@link org.plimsoll.planner.market.rows.Block}
 * (an activity, a curve or a use as a level), {@link org.plimsoll.planner.market.rows.BaseYear},
 * {@link org.plimsoll.planner.market.rows.Regime} (a chain under measures), {@link
 * org.plimsoll.planner.market.rows.Wedges} (from a maker's price to a buyer's), {@link
 * org.plimsoll.planner.market.rows.Premium}, {@link org.plimsoll.planner.market.rows.Quota}.
 */
@NullMarked
package org.plimsoll.planner.market.rows;

import org.jspecify.annotations.NullMarked;
