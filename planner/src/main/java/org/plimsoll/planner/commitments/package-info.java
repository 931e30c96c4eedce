/**
 * What was promised, and what became of it by a date; the date is always an argument. Read {@link
 * org.plimsoll.planner.commitments.Standing} and {@link
 * org.plimsoll.planner.commitments.CommitmentCalendar} first, then {@link
 * org.plimsoll.planner.commitments.ControlStanding} and {@link
 * org.plimsoll.planner.commitments.ControlCalendar}; {@link
 * org.plimsoll.planner.commitments.PrintedDate} and {@link
 * org.plimsoll.planner.commitments.DayCount} are their words for dates known only to a month or a
 * year.
 */
@NullMarked
package org.plimsoll.planner.commitments;

import org.jspecify.annotations.NullMarked;
