/**
 * Which projects matter. Read {@link org.plimsoll.planner.projects.Ranking}; what capacity is worth
 * comes from the market through {@link org.plimsoll.planner.projects.CapacityValue}.
 */
@NullMarked
package org.plimsoll.planner.projects;

import org.jspecify.annotations.NullMarked;
