/** Tests of the searches: one against another, and markets that few of them find. */
@NullMarked
package org.plimsoll.planner.market.search;

import org.jspecify.annotations.NullMarked;
