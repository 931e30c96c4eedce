/**
 * Where plans and levies meet: a schedule of a plan's floors, and the page of a run over entries.
 * Read {@link org.plimsoll.app.border.PlanSchedule}.
 */
@NullMarked
package org.plimsoll.app.border;

import org.jspecify.annotations.NullMarked;
