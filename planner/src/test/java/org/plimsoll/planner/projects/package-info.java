/** Tests of the plants behind the register. */
@NullMarked
package org.plimsoll.planner.projects;

import org.jspecify.annotations.NullMarked;
