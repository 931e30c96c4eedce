/**
 * From a line of an entry to what is owed: exact, with every step. Read {@link
 * org.plimsoll.border.levy.LevySchedule}, {@link org.plimsoll.border.levy.Instrument}, then {@link
 * org.plimsoll.border.levy.LevyEngine}.
 */
@NullMarked
package org.plimsoll.border.levy;

import org.jspecify.annotations.NullMarked;
