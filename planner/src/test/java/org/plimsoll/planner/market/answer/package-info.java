/** Tests of what is read off a market, and of the audit's own arithmetic. */
@NullMarked
package org.plimsoll.planner.market.answer;

import org.jspecify.annotations.NullMarked;
