/** Tests of the linear algebra. */
@NullMarked
package org.plimsoll.planner.market.linear;

import org.jspecify.annotations.NullMarked;
