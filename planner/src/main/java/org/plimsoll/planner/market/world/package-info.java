/**
 * Markets and their answers, and the world as the ground of one: chains calibrated on a base year
 * of evidence.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.world.Market} (numbered rows and
 * measures), {@link org.plimsoll.planner.market.world.Ground} (what a market stands on), {@link
 * org.plimsoll.planner.market.world.Answers} (solves markets and remembers what it found), {@link
 * org.plimsoll.planner.market.world.Repair} (what calibration changed), {@link
 * org.plimsoll.planner.market.world.Sensitivities} (to every figure of a chain), {@link
 * org.plimsoll.planner.market.world.ChainGradient} (what a tonne is worth at each node).
 */
@NullMarked
package org.plimsoll.planner.market.world;

import org.jspecify.annotations.NullMarked;
