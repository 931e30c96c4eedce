/** Tests of what is asked of the registers. */
@NullMarked
package org.plimsoll.app.registers;

import org.jspecify.annotations.NullMarked;
