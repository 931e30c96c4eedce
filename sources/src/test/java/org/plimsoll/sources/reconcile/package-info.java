/** Tests of balancing and folding; read {@code BalanceTest} first. */
@NullMarked
package org.plimsoll.sources.reconcile;

import org.jspecify.annotations.NullMarked;
