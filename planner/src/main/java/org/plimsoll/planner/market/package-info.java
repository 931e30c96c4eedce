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
 * org.plimsoll.planner.market.IdleMeasure}, {@link org.plimsoll.planner.market.Sourcing}, {@link
 * org.plimsoll.planner.market.Sensitivities}; for a market as a file {@link
 * org.plimsoll.planner.market.CaseMarket} and {@link org.plimsoll.planner.market.CaseAnswer}.
 *
 * <p>Inside: a {@code Chain} is numbered rows, filled by {@code ChainCalibration} from evidence or
 * by {@code CaseChain} from a file; {@code RegimeBuilder} puts measures on it; {@code Equations}
 * are its rows, {@code Derivatives} the system of a step, solved by {@code SparseLu}; {@code
 * Solver} tries one search after another; {@code Audit} checks the {@code Solution} without any of
 * them.
 */
@NullMarked
package org.plimsoll.planner.market;

import org.jspecify.annotations.NullMarked;
