/** Tests of the reader of measured effects. */
@NullMarked
package org.plimsoll.sources.events;

import org.jspecify.annotations.NullMarked;
