/** Tests of what to hold. */
@NullMarked
package org.plimsoll.planner.stockpile;

import org.jspecify.annotations.NullMarked;
