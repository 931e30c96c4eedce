/** Tests of price floors: levies, who pays, proposals. */
@NullMarked
package org.plimsoll.planner.reference;

import org.jspecify.annotations.NullMarked;
