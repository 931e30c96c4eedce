/**
 * What people write: which series feeds which activity, technology, prices, parameters and
 * judgements, each row with status and reason. Read {@link org.plimsoll.sources.hand.Hand}.
 */
@NullMarked
package org.plimsoll.sources.hand;

import org.jspecify.annotations.NullMarked;
