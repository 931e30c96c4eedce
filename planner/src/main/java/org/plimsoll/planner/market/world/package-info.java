/**
 * The world's market: chains calibrated on a base year of evidence.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.world.Market} (evidence, scenario and
 * draw as numbered rows), {@link org.plimsoll.planner.market.world.Answers} (solves markets and
 * remembers what it found), {@link org.plimsoll.planner.market.world.Repair} (what calibration
 * changed), {@link org.plimsoll.planner.market.world.Sensitivities}.
 */
@NullMarked
package org.plimsoll.planner.market.world;

import org.jspecify.annotations.NullMarked;
