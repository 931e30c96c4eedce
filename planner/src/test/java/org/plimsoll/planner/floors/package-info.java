/** Tests of price floors: levies, who pays, proposals. */
@NullMarked
package org.plimsoll.planner.floors;

import org.jspecify.annotations.NullMarked;
