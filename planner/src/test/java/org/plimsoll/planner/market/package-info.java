/** Tests of the market: by hand, by law, by closed form, and against a slow second reckoning. */
@NullMarked
package org.plimsoll.planner.market;

import org.jspecify.annotations.NullMarked;
