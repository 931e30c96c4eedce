/**
 * Which entries to look at first, and why: evidence in order, never a verdict. Read {@link
 * org.plimsoll.border.screening.EntryScreen}; {@link org.plimsoll.border.screening.EntryGenerator}
 * makes entries to try it on. Estimates are doubles here: nothing is owed by them.
 */
@NullMarked
package org.plimsoll.border.screening;

import org.jspecify.annotations.NullMarked;
