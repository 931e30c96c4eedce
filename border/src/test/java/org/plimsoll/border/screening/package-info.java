/** Tests of the screening: numbers by hand, laws, and a small world to screen in. */
@NullMarked
package org.plimsoll.border.screening;

import org.jspecify.annotations.NullMarked;
