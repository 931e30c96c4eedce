/**
 * What is traded: commodities, their stages as products, and the activities that turn one into
 * another. Read {@link org.plimsoll.model.commodity.ProductId} first.
 */
@NullMarked
package org.plimsoll.model.commodity;

import org.jspecify.annotations.NullMarked;
