/**
 * Comparisons with other solvers, side by side in one run. Built only when asked for (profile
 * {@code peers}), since the others bring native libraries of a hundred megabytes.
 */
@NullMarked
package org.plimsoll.bench.peers;

import org.jspecify.annotations.NullMarked;
