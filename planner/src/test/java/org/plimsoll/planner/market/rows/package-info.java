/** Tests of curves and rows. */
@NullMarked
package org.plimsoll.planner.market.rows;

import org.jspecify.annotations.NullMarked;
