/** Who belongs to whom on a date: the members whose goods are exempt. */
@NullMarked
package org.plimsoll.border.parties;

import org.jspecify.annotations.NullMarked;
