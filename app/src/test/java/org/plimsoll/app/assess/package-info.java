/** Levies on entries beside what the other modules say of them. */
@NullMarked
package org.plimsoll.app.assess;

import org.jspecify.annotations.NullMarked;
