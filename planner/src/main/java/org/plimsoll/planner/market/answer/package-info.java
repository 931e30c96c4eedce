/**
 * A market that is found, and what can be read off it.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.answer.Outcome} (converged, or why not),
 * {@link org.plimsoll.planner.market.answer.Equilibrium} (prices, flows, shortage in the model's
 * words), {@link org.plimsoll.planner.market.answer.Certificate} (residuals that {@code Audit}
 * recomputes), {@link org.plimsoll.planner.market.answer.Welfare}, {@link
 * org.plimsoll.planner.market.answer.CountryWelfare}, {@link
 * org.plimsoll.planner.market.answer.Payment}, {@link org.plimsoll.planner.market.answer.Leak},
 * {@link org.plimsoll.planner.market.answer.Finding}, {@link
 * org.plimsoll.planner.market.answer.Route}, {@link org.plimsoll.planner.market.answer.Snapshot},
 * {@link org.plimsoll.planner.market.answer.UserAnswer}, {@link
 * org.plimsoll.planner.market.answer.Goal} (a number with its gradient; by {@link
 * org.plimsoll.planner.market.answer.Account}), {@link
 * org.plimsoll.planner.market.answer.Sensitivity} and {@link
 * org.plimsoll.planner.market.answer.NodeValue}; {@link
 * org.plimsoll.planner.market.answer.Solution} and {@link org.plimsoll.planner.market.answer.Tally}
 * are the same in rows.
 */
@NullMarked
package org.plimsoll.planner.market.answer;

import org.jspecify.annotations.NullMarked;
