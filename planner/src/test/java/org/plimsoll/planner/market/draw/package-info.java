/** Tests of draws of parameters. */
@NullMarked
package org.plimsoll.planner.market.draw;

import org.jspecify.annotations.NullMarked;
