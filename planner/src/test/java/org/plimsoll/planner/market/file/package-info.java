/** Tests of markets in files: by law, by published figures, and against a slow second reckoning. */
@NullMarked
package org.plimsoll.planner.market.file;

import org.jspecify.annotations.NullMarked;
