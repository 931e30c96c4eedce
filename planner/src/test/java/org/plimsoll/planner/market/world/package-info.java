/** Tests of the world's market: by hand, by law and by closed form. */
@NullMarked
package org.plimsoll.planner.market.world;

import org.jspecify.annotations.NullMarked;
