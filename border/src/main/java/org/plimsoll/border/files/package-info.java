/**
 * The border's files: schedules, entries in, results and rejects out. Read {@link
 * org.plimsoll.border.files.ScheduleFile}, then {@link org.plimsoll.border.files.AssessRun}. The
 * only package of the border that sees files and other libraries.
 */
@NullMarked
package org.plimsoll.border.files;

import org.jspecify.annotations.NullMarked;
