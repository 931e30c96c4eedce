/**
 * Schedules as YAML. Read {@link org.plimsoll.border.files.schedule.ScheduleFile}; {@link
 * org.plimsoll.border.files.schedule.ScheduleDiff} compares two.
 */
@NullMarked
package org.plimsoll.border.files.schedule;

import org.jspecify.annotations.NullMarked;
