/** Tests of concentration and reliance. */
@NullMarked
package org.plimsoll.planner.risk;

import org.jspecify.annotations.NullMarked;
