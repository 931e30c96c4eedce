/** Tests of the registers; read {@code RegistersTest}. */
@NullMarked
package org.plimsoll.sources.register;

import org.jspecify.annotations.NullMarked;
