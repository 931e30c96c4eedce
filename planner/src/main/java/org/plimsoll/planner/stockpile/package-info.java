/**
 * What a stockpile should hold. Read {@link org.plimsoll.planner.stockpile.Programme}; the loss
 * that a release avoids comes from the market through {@link
 * org.plimsoll.planner.stockpile.ShortageCost}.
 */
@NullMarked
package org.plimsoll.planner.stockpile;

import org.jspecify.annotations.NullMarked;
