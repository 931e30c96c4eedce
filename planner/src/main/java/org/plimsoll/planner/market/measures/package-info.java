/**
 * Policy measures put on a chain's rows.
 *
 * <p>In reading order: {@link org.plimsoll.planner.market.measures.Names} (which nodes a measure's
 * terms cover), {@link org.plimsoll.planner.market.measures.RegimeBuilder} (each measure on the
 * rows it covers), {@link org.plimsoll.planner.market.measures.IdleMeasure} (one that changes
 * nothing, with the reason).
 */
@NullMarked
package org.plimsoll.planner.market.measures;

import org.jspecify.annotations.NullMarked;
