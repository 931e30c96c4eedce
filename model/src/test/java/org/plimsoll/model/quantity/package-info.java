/** Tests of quantities. */
@NullMarked
package org.plimsoll.model.quantity;

import org.jspecify.annotations.NullMarked;
