/**
 * The market: a multi-country, multi-stage equilibrium in which every measure acts at once. Method,
 * equations and limits: {@code docs/method/market.md}.
 *
 * <p>Public, in reading order: {@link org.plimsoll.planner.market.Market} (evidence, scenario and
 * {@link org.plimsoll.planner.market.ParameterDraw} as numbered rows), {@link
 * org.plimsoll.planner.market.Outcome} (what solving gave), {@link
 * org.plimsoll.planner.market.Equilibrium} (prices, flows, shortage in the model's words), {@link
 * org.plimsoll.planner.market.Certificate}, {@link org.plimsoll.planner.market.Welfare}, {@link
 * org.plimsoll.planner.market.Payment}, {@link org.plimsoll.planner.market.Leak}, {@link
 * org.plimsoll.planner.market.Finding}, {@link org.plimsoll.planner.market.Repair}, {@link
 * org.plimsoll.planner.market.IdleMeasure}, {@link org.plimsoll.planner.market.Sourcing}.
 *
 * <p>Inside: {@code Calibration} reads evidence into {@code ChainDraft}s, each of which numbers
 * itself as a {@code Chain}; {@code RegimeBuilder} puts measures on it; {@code Equations} are its
 * residuals and their derivatives, {@code Solver} finds their root with {@code SparseLu}; {@code
 * Audit} checks the {@code Solution} without them.
 */
@NullMarked
package org.plimsoll.planner.market;

import org.jspecify.annotations.NullMarked;
