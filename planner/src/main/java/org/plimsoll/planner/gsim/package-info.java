/**
 * GSIM of Francois and Hall: a published model of tariffs, small enough to check by hand, beside
 * the market. Read {@link org.plimsoll.planner.gsim.Gsim} first. For a person: {@code
 * docs/method/gsim.md}.
 */
@NullMarked
package org.plimsoll.planner.gsim;

import org.jspecify.annotations.NullMarked;
