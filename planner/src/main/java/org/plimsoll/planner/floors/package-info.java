/**
 * Which floors to hold. Read {@link org.plimsoll.planner.floors.FloorRule}, the first, simple rule;
 * then {@link org.plimsoll.planner.floors.FloorMarket}, on which floors are tried, {@link
 * org.plimsoll.planner.floors.RootSearch}, {@link org.plimsoll.planner.floors.JointFloors} and
 * {@link org.plimsoll.planner.floors.Instruments}.
 */
@NullMarked
package org.plimsoll.planner.floors;

import org.jspecify.annotations.NullMarked;
