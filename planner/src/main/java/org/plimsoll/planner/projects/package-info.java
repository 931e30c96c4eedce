/**
 * The plants behind the register of projects. Read {@link org.plimsoll.planner.projects.Plant};
 * what a plant is worth is asked of the market by {@code planner.plan}.
 */
@NullMarked
package org.plimsoll.planner.projects;

import org.jspecify.annotations.NullMarked;
