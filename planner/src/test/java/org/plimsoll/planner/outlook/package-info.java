/** Tests of the years, by hand on the tiny world. */
@NullMarked
package org.plimsoll.planner.outlook;

import org.jspecify.annotations.NullMarked;
