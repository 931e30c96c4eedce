/** Tests of the hand-written files; read {@code HandTest}. */
@NullMarked
package org.plimsoll.sources.hand;

import org.jspecify.annotations.NullMarked;
