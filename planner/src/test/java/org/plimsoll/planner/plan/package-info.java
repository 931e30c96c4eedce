/** Tests of the plan put together: its parts on a small world. */
@NullMarked
package org.plimsoll.planner.plan;

import org.jspecify.annotations.NullMarked;
