/**
 * What was promised and controlled, and where it stood on a date; the date is always an argument.
 * Read {@link org.plimsoll.planner.commitments.Standing} and {@link
 * org.plimsoll.planner.commitments.CommitmentCalendar} first, then {@link
 * org.plimsoll.planner.commitments.KeyDate} and {@link
 * org.plimsoll.planner.commitments.StartShift}, and of controls {@link
 * org.plimsoll.planner.commitments.ControlStanding}, {@link
 * org.plimsoll.planner.commitments.ControlCalendar} and {@link
 * org.plimsoll.planner.commitments.ControlReach}; {@link
 * org.plimsoll.planner.commitments.PartyMatch} says which organisation a name may be. {@link
 * org.plimsoll.planner.commitments.PrintedDate} and {@link
 * org.plimsoll.planner.commitments.DayCount} are their words for dates known only to a month or a
 * year.
 */
@NullMarked
package org.plimsoll.planner.commitments;

import org.jspecify.annotations.NullMarked;
