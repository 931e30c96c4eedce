/**
 * A market as a file states it: {@link org.plimsoll.model.market.MarketCase}, its products, nodes,
 * activities and arcs, the sealed set of {@link org.plimsoll.model.market.CaseCurve}s, and the
 * {@link org.plimsoll.model.market.CaseLever}s of what a shock sets off. Quantities and prices are
 * in whatever units the file uses.
 */
@NullMarked
package org.plimsoll.model.market;

import org.jspecify.annotations.NullMarked;
