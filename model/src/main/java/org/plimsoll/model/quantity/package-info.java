/** Units of mass and of price, and the one place where they are converted. */
@NullMarked
package org.plimsoll.model.quantity;

import org.jspecify.annotations.NullMarked;
