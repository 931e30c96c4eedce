/** Countries, aggregates and customs territories. */
@NullMarked
package org.plimsoll.model.place;

import org.jspecify.annotations.NullMarked;
