/**
 * Reference prices, and floors designed on a market. Read {@link
 * org.plimsoll.app.floors.ReferencePrice}, then {@link org.plimsoll.app.floors.DesignFloor}.
 */
@NullMarked
package org.plimsoll.app.floors;

import org.jspecify.annotations.NullMarked;
