/**
 * The world's market: chains calibrated on a base year of evidence.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.world.Market} (evidence, scenario and
 * draw as numbered rows, ready to solve), {@link org.plimsoll.planner.market.world.Repair} (what
 * calibration changed), {@link org.plimsoll.planner.market.world.Sensitivities} (to every figure of
 * a chain), {@link org.plimsoll.planner.market.world.ChainGradient} (what a tonne is worth at each
 * node).
 */
@NullMarked
package org.plimsoll.planner.market.world;

import org.jspecify.annotations.NullMarked;
