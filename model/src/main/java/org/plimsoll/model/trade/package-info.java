/** What was made, moved, used and paid: one record per row of the world's tables. */
@NullMarked
package org.plimsoll.model.trade;

import org.jspecify.annotations.NullMarked;
