/**
 * A line of a customs entry. Read {@link org.plimsoll.border.entry.EntryLine}, then {@link
 * org.plimsoll.border.entry.EntryColumn}.
 */
@NullMarked
package org.plimsoll.border.entry;

import org.jspecify.annotations.NullMarked;
