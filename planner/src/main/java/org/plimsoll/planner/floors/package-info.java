/**
 * Which floors to hold. Read {@link org.plimsoll.planner.floors.FloorRule}: the first, simple rule;
 * the search for the smallest sufficient floor comes with the full plan.
 */
@NullMarked
package org.plimsoll.planner.floors;

import org.jspecify.annotations.NullMarked;
