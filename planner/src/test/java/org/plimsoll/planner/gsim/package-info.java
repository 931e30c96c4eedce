/** Tests of GSIM. */
@NullMarked
package org.plimsoll.planner.gsim;

import org.jspecify.annotations.NullMarked;
