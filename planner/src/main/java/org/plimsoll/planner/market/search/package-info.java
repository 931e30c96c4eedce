/**
 * Searches for a market: given a regime and perhaps a point nearby, a certified solution or where
 * it got stuck.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.search.SolverLimits}, {@link
 * org.plimsoll.planner.market.search.Solver} (one search after another), {@link
 * org.plimsoll.planner.market.search.Stuck} (where none went on), {@link
 * org.plimsoll.planner.market.search.Adjoint} (derivatives of a goal at the answer) and {@link
 * org.plimsoll.planner.market.search.Kink} (where those to both sides differ).
 */
@NullMarked
package org.plimsoll.planner.market.search;

import org.jspecify.annotations.NullMarked;
