/**
 * Which actions to take together against a stop: their effects alone, in pairs and in bundles, all
 * by solved markets; the sets worth most; what they leave to regret; what no action mends. See
 * docs/method/portfolio.md.
 */
@NullMarked
package org.plimsoll.planner.portfolio;

import org.jspecify.annotations.NullMarked;
