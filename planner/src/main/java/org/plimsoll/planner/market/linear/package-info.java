/**
 * Linear algebra of the market: nothing here knows what a price is.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.linear.SparseLu} (factors of a sparse
 * {@link org.plimsoll.planner.market.linear.Matrix} whose pattern stays), {@link
 * org.plimsoll.planner.market.linear.EntryGroups} (entries that fall on one place), {@link
 * org.plimsoll.planner.market.linear.RouteForest} (prices and tonnes on a forest of routes of
 * straight lines).
 */
@NullMarked
package org.plimsoll.planner.market.linear;

import org.jspecify.annotations.NullMarked;
